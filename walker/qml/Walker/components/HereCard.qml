import QtQuick
import QtQuick.Layouts
import Walker

// One thing at one place, with what can be done about it: an earlier finding where we stand, or one that was touched.
Card {
    id: card

    required property string headline
    required property string detail
    property string iconName: "history"
    property string actionText
    property string laterText: qsTr("Later")

    signal acted
    signal closed

    padding: 14
    tone: "revoir"

    GridLayout {
        id: grid

        width: parent.width
        columns: card.width > 560 ? 2 : 1
        layoutDirection: Style.direction
        columnSpacing: Style.gap
        rowSpacing: Style.gap

        RowLayout {
            spacing: 16
            Layout.fillWidth: true

            Icon {
                name: card.iconName
                tint: Style.colours.revoir
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }

            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true

                Words {
                    text: card.headline
                    strong: true
                    Layout.fillWidth: true
                    Accessible.role: Accessible.Heading
                }

                Words {
                    visible: text !== ""
                    text: card.detail
                    color: Style.colours.ink2
                    font.pixelSize: Style.secondarySize
                    Layout.fillWidth: true
                }
            }
        }

        Flow {
            spacing: Style.gap
            Layout.alignment: Qt.AlignRight
            Layout.preferredWidth: grid.columns === 1 ? -1 : implicitWidth

            SecondaryButton {
                text: card.laterText
                implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                onClicked: card.closed()
            }

            PrimaryButton {
                visible: text !== ""
                text: card.actionText
                implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                onClicked: card.acted()
            }
        }
    }
}
