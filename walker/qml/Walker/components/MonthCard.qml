pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// A month in weeks, to choose a day; days that are past cannot be chosen.
Card {
    id: card

    required property CalendarMonth calendar
    required property string day // YYYY-MM-DD, empty: none

    signal picked(day: string)

    Figures {
        id: figures
    }

    RowLayout {
        width: parent.width
        spacing: Style.gap

        SquareButton {
            text: qsTr("The month before")
            iconName: "chevron-left"
            enabled: card.calendar.canGoBack
            dashed: !enabled
            onClicked: card.calendar.previous()
        }

        Words {
            text: figures.monthOf(card.calendar.month)
            strong: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        SquareButton {
            text: qsTr("The month after")
            iconName: "chevron-right"
            onClicked: card.calendar.next()
        }
    }

    Grid {
        id: days

        readonly property real cell: Math.max(Style.target, (width - (columns - 1) * spacing) / columns)

        width: parent.width
        columns: Math.max(4, Math.min(7, Math.floor((width + spacing) / (Style.target + spacing))))
        spacing: 6

        Repeater {
            model: days.columns === 7 ? 7 : 0

            Words {
                required property int index

                width: days.cell
                text: Qt.locale().dayName((index + 1) % 7, Locale.ShortFormat)
                color: Style.colours.ink2
                font.pixelSize: Style.smallSize
                horizontalAlignment: Text.AlignHCenter
            }
        }

        Repeater {
            model: card.calendar.days

            Touchable {
                id: one

                required property string day
                required property int number
                required property bool here
                required property bool past
                required property bool today

                width: days.cell
                height: Style.target
                horizontalPadding: 2
                text: figures.dayOf(day)
                chosen: card.day === day
                choosable: true
                enabled: !past
                dashed: past
                opacity: here ? 1 : 0.45
                fill: chosen ? Style.colours.primarySoft : Style.colours.surface
                edge: chosen || today ? Style.colours.primary : Style.colours.ctl
                ink: past ? Style.colours.ink2 : Style.colours.ink
                Accessible.role: Accessible.RadioButton
                onClicked: card.picked(day)

                contentItem: Words {
                    text: String(one.number)
                    color: one.shownInk
                    strong: one.today || one.chosen
                    font.pixelSize: Style.labelSize
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
