import QtQuick
import QtQuick.Layouts
import Walker

// "Is it the same as this one?": photo, distance and date are enough to judge, then yes or no.
Rectangle {
    id: card

    required property string title
    required property string detail
    property url photo
    readonly property real buttonsWidth: yes.implicitWidth + no.implicitWidth + 10
    readonly property bool oneRow: facts.implicitWidth + buttonsWidth + 48 <= width

    signal same
    signal other

    implicitWidth: 360
    implicitHeight: column.implicitHeight + 28
    radius: Style.radiusCard
    color: Style.colours.surface
    border.color: Style.colours.revoir
    border.width: Style.border
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    GridLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 14
        anchors.verticalCenter: parent.verticalCenter
        columns: card.oneRow ? 2 : 1
        layoutDirection: Style.direction
        columnSpacing: 20
        rowSpacing: 10

        RowLayout {
            id: facts

            spacing: 12
            Layout.fillWidth: true

            PhotoView {
                visible: String(card.photo) !== ""
                source: card.photo
                Layout.preferredWidth: 104
                Layout.preferredHeight: 80
            }

            Icon {
                visible: String(card.photo) === ""
                name: "history"
                tint: Style.colours.revoir
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }

            ColumnLayout {
                spacing: 2

                Words {
                    text: card.title
                    color: Style.colours.revoir
                    strong: true
                    font.pixelSize: Style.labelSize
                    Layout.fillWidth: true
                }

                Words {
                    text: card.detail
                    color: Style.colours.ink2
                    font.pixelSize: Style.secondarySize
                    Layout.fillWidth: true
                }
            }
        }

        GridLayout {
            columns: card.buttonsWidth <= card.width - 28 ? 2 : 1
            columnSpacing: 10
            rowSpacing: 10
            Layout.fillWidth: !card.oneRow

            SecondaryButton {
                id: yes

                text: qsTr("Yes, the same")
                iconName: "history"
                textSize: Style.labelSize
                implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                horizontalPadding: 14
                Layout.fillWidth: true
                onClicked: card.same()
            }

            SecondaryButton {
                id: no

                text: qsTr("No, another one")
                iconName: "x"
                textSize: Style.labelSize
                implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                horizontalPadding: 14
                Layout.fillWidth: true
                onClicked: card.other()
            }
        }
    }
}
