pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// When the group comes back: three usual choices, or a day moved by buttons. The walk stays open until it is said.
Card {
    id: card

    required property EndOfWalk end
    property bool choosing: false
    readonly property bool dated: end.nextVisit !== ""

    title: qsTr("When do you come back?")

    Figures {
        id: figures
    }

    TextRow {
        objectName: "returnDay"
        width: parent.width
        iconName: card.dated ? "calendar-check" : "calendar-clock"
        tone: card.dated ? "ok" : "warn"
        textSize: card.dated ? Style.sectionSize : Style.bodySize
        text: card.dated ? figures.weekdayOf(card.end.nextVisit) : qsTr("The walk stays open until a date is chosen.")
    }

    GridLayout {
        width: parent.width
        columns: Math.max(1, Math.floor((width + 10) / (150 * Style.textScale)))
        columnSpacing: 10
        rowSpacing: 10
        uniformCellWidths: true

        Repeater {
            model: [1, 3, 6]

            Choice {
                required property int modelData

                text: qsTr("In %n month(s)", "", modelData)
                iconName: "calendar"
                chosen: card.end.nextVisitMonths === modelData
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: card.end.comeBackIn(modelData)
            }
        }

        Choice {
            text: qsTr("Another day")
            iconName: "calendar-days"
            chosen: card.choosing || (card.dated && card.end.nextVisitMonths === 0)
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: {
                card.choosing = !card.choosing;
                if (card.choosing && !card.dated)
                    card.end.moveDay(0, 0);
            }
        }
    }

    component Move: RowLayout {
        id: move

        required property EndOfWalk end
        required property string word
        required property string earlier
        required property string later
        property int months: 0
        property int days: 0

        width: parent?.width ?? 0
        spacing: 10
        layoutDirection: Style.direction

        Words {
            text: move.word
            strong: true
            font.pixelSize: Style.labelSize
            Layout.fillWidth: true
        }

        Row {
            spacing: Style.gap

            SquareButton {
                text: move.earlier
                iconName: "minus"
                ink: Style.colours.primaryInk
                onClicked: move.end.moveDay(-move.months, -move.days)
            }

            SquareButton {
                text: move.later
                iconName: "plus"
                ink: Style.colours.primaryInk
                onClicked: move.end.moveDay(move.months, move.days)
            }
        }
    }

    Column {
        width: parent.width
        visible: card.choosing || (card.dated && card.end.nextVisitMonths === 0)
        spacing: 10

        Move {
            end: card.end
            word: qsTr("Month")
            earlier: qsTr("A month earlier")
            later: qsTr("A month later")
            months: 1
        }

        Move {
            end: card.end
            word: qsTr("Week")
            earlier: qsTr("A week earlier")
            later: qsTr("A week later")
            days: 7
        }

        Move {
            end: card.end
            word: qsTr("Day")
            earlier: qsTr("A day earlier")
            later: qsTr("A day later")
            days: 1
        }
    }
}
