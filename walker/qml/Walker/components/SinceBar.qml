pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// What this walk found of earlier findings, in words first; the bar only repeats it.
Card {
    id: card

    required property EndOfWalk end
    readonly property int all: end.resolved + end.persists + end.worse + end.notSeen
    readonly property string words: [qsTr("%n resolved", "", end.resolved), qsTr("%n persist(s)", "", end.persists), qsTr("%n worse", "", end.worse), qsTr("%n not seen", "", end.notSeen)].join(", ")

    RowLayout {
        width: parent.width
        spacing: 16

        Icon {
            name: "history"
            tint: Style.colours.revoir
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }

        ColumnLayout {
            spacing: 8
            Layout.fillWidth: true

            Words {
                text: qsTr("Earlier findings: %1").arg(card.words)
                strong: true
                font.pixelSize: Style.labelSize
                Layout.fillWidth: true
            }

            Row {
                id: bar

                spacing: 3
                Layout.fillWidth: true
                Layout.preferredHeight: 16

                Repeater {
                    model: [[card.end.resolved, Style.colours.ok], [card.end.persists, Style.colours.revoir], [card.end.worse, Style.colours.sig], [card.end.notSeen, Style.colours.ctl]]

                    Rectangle {
                        required property var modelData

                        visible: modelData[0] > 0
                        width: card.all > 0 ? Math.max(8, (bar.width - 9) * modelData[0] / card.all) : 0
                        height: 16
                        radius: 8
                        color: modelData[1]
                    }
                }
            }
        }
    }
}
