import QtQuick
import QtQuick.Layouts
import Walker

// "Is it the same as this one?": photo, distance and date are enough to judge, then yes or no.
Rectangle {
    id: card

    required property string title
    required property string detail
    property url photo

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

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 14
        anchors.verticalCenter: parent.verticalCenter
        spacing: 10

        RowLayout {
            spacing: 12

            PhotoView {
                source: card.photo
                Layout.preferredWidth: 104
                Layout.preferredHeight: 80
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
            columns: same.implicitWidth + other.implicitWidth + 10 <= card.width - 28 ? 2 : 1
            columnSpacing: 10
            rowSpacing: 10

            SecondaryButton {
                id: same

                text: qsTr("Yes, the same")
                iconName: "history"
                textSize: Style.labelSize
                implicitHeight: Style.target
                horizontalPadding: 14
                Layout.fillWidth: true
                onClicked: card.same()
            }

            SecondaryButton {
                id: other

                text: qsTr("No")
                textSize: Style.labelSize
                implicitHeight: Style.target
                Layout.fillWidth: true
                onClicked: card.other()
            }
        }
    }
}
