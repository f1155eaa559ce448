import QtQuick
import QtQuick.Layouts
import Walker

// A thing to have done, and the button that does it.
Item {
    id: row

    required property string text
    required property bool done
    property string detail
    property string actionText

    signal acted

    implicitHeight: Math.max(Style.target, grid.implicitHeight + 16)
    implicitWidth: grid.implicitWidth
    Accessible.role: Accessible.ListItem
    Accessible.name: done ? qsTr("Done: %1").arg(text) : qsTr("To do: %1").arg(text)

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columns: words.implicitWidth + button.implicitWidth + columnSpacing <= row.width ? 2 : 1
        layoutDirection: Style.direction
        columnSpacing: Style.gap
        rowSpacing: 8

        RowLayout {
            id: words

            spacing: 14
            Layout.fillWidth: true

            Icon {
                name: row.done ? "circle-check" : "circle-dashed"
                tint: row.done ? Style.colours.ok : Style.colours.warn
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }

            ColumnLayout {
                spacing: 2

                Words {
                    text: row.text
                    strong: true
                    font.pixelSize: Style.labelSize
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }

                Words {
                    visible: text !== ""
                    text: row.detail
                    color: Style.colours.ink2
                    font.pixelSize: Style.secondarySize
                    Layout.fillWidth: true
                }
            }
        }

        SecondaryButton {
            id: button

            visible: !row.done && row.actionText !== ""
            text: row.actionText
            textSize: Style.labelSize
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: row.acted()
        }
    }
}
