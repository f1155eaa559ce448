pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// The person who holds the tablet: a number, never a name; woman, man or other; and how many voices are left.
Card {
    id: card

    required property VoteRound round
    property bool plain: false // a part of its column rather than a sheet of its own
    readonly property bool brief: plain && Style.textScale >= 1.5 // what a voter needs stands first: the column is short

    color: plain ? "transparent" : Style.colours.surface
    border.width: plain ? 0 : Style.isContrast ? Style.border : 1
    padding: plain ? 0 : Style.padding
    title: qsTr("Person no. %1").arg(round.people + 1)

    component NoName: Words {
        text: qsTr("No name is written down.")
        color: Style.colours.ink2
        font.pixelSize: Style.secondarySize
    }

    NoName {
        width: parent.width
        visible: !card.brief
    }

    Words {
        width: parent.width
        visible: card.brief
        text: qsTr("%n vote(s) to give", "", card.round.left)
        strong: true
        font.pixelSize: Style.labelSize
    }

    GridLayout {
        id: choices

        width: parent.width
        columns: width < 480 * Style.textScale ? 1 : 3
        columnSpacing: 10
        rowSpacing: 10
        uniformCellWidths: true
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Who votes?")

        Repeater {
            model: [["women", qsTr("Woman"), "venus"], ["men", qsTr("Man"), "mars"], ["other_or_unsaid", qsTr("Other, or not said"), "non-binary"]]

            Choice {
                required property var modelData

                text: modelData[1]
                iconName: modelData[2]
                chosen: card.round.gender === modelData[0]
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: card.round.sayGender(modelData[0])
            }
        }
    }

    NoName {
        width: parent.width
        visible: card.brief
    }

    Rectangle {
        width: parent.width
        height: counts.implicitHeight + 28
        visible: !card.brief
        radius: Style.radiusCard
        color: Style.colours.primarySoft

        RowLayout {
            id: counts

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 14
            anchors.verticalCenter: parent.verticalCenter
            spacing: 14

            Words {
                text: String(card.round.left)
                strong: true
                font.pixelSize: Style.bigNumberSize
                Accessible.ignored: true
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Words {
                    text: qsTr("%n vote(s) to give", "", card.round.left)
                    strong: true
                    font.pixelSize: Style.labelSize
                    Layout.fillWidth: true
                }

                Words {
                    text: qsTr("%n given out of %1", "", card.round.given).arg(card.round.voices)
                    color: Style.colours.ink2
                    font.pixelSize: Style.secondarySize
                    Layout.fillWidth: true
                }
            }
        }
    }
}
