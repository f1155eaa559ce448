import QtQuick
import QtQuick.Layouts
import Walker

// The walk pauses: said for as long as it does, with the one tap that goes on.
Rectangle {
    id: bar

    signal resumed

    implicitHeight: grid.implicitHeight + 24
    radius: 18
    color: Style.colours.warnSoft
    border.width: 2
    border.color: Style.colours.warn
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 16
        anchors.verticalCenter: parent.verticalCenter
        columns: bar.width > 620 ? 2 : 1
        layoutDirection: Style.direction
        columnSpacing: Style.gap
        rowSpacing: Style.gap

        TextRow {
            id: words

            iconName: "pause"
            tone: "warn"
            textSize: Style.bodySize
            text: qsTr("Paused. The way is not recorded. You can still report.")
            Layout.fillWidth: true
        }

        PrimaryButton {
            text: qsTr("Go on")
            iconName: "play"
            onClicked: bar.resumed()
        }
    }
}
