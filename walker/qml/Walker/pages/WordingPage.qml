pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Words that are not clear: the note is kept already, this only asks what would be clearer.
Page {
    id: page

    required property App app
    required property Wording wording

    function leave(): void {
        page.wording.keep();
        page.app.back();
    }

    title: qsTr("These words are not clear")
    subtitle: qsTr("Thank you. The note is kept already.")
    actionText: qsTr("Finished")
    onActed: leave()
    onBack: leave()
    onUndone: {
        app.last.undo();
        leave();
    }
    chips: [
        StatusChip {
            height: Style.target
            text: qsTr("Kept")
            iconName: "circle-check"
            tone: "ok"
        }
    ]
    buttons: [
        SecondaryButton {
            text: qsTr("Undo")
            iconName: "undo-2"
            onClicked: page.undone()
        }
    ]

    Scroller {
        anchors.fill: parent
        focus: true
        contentMargin: Style.padding

        Card {
            width: parent.width

            Words {
                width: parent.width
                text: qsTr("The words")
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
            }

            Words {
                width: parent.width
                visible: page.wording.parts.count > 1
                text: qsTr("Which ones? Touch them.")
                strong: true
            }

            GridLayout {
                width: parent.width
                visible: page.wording.parts.count > 1
                columns: Math.max(1, Math.floor(width / (330 * Style.textScale)))
                columnSpacing: 10
                rowSpacing: 10
                uniformCellWidths: true

                Repeater {
                    model: page.wording.parts.count > 1 ? page.wording.parts : null

                    Choice {
                        required property int index
                        required property string label

                        text: label
                        chosen: page.wording.picked === index
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        onClicked: page.wording.narrow(index)
                    }
                }
            }

            Words {
                objectName: "shown"
                width: parent.width
                visible: page.wording.parts.count < 2
                text: page.wording.shown
                strong: true
            }

            Field {
                width: parent.width
                label: qsTr("What would be clearer? (you may leave it empty)")
                hint: qsTr("Write no names.")
                text: page.wording.text
                multiline: true
                onEdited: text => page.wording.write(text)
            }
        }

        TextRow {
            width: parent.width
            iconName: "send"
            text: qsTr("The note leaves with the next sending. It helps us to write better.")
            quiet: true
        }
    }
}
