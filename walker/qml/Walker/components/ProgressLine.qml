import QtQuick
import Walker

// How much is done, as a bar; the words beside it say the count.
Rectangle {
    id: line

    required property real value // 0…1

    implicitWidth: 200
    implicitHeight: 14
    radius: 7
    color: Style.colours.sunken
    border.width: Style.isContrast ? Style.border : 0
    border.color: Style.colours.line
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 % done").arg(Math.round(value * 100))

    Rectangle {
        width: Math.max(parent.height, parent.width * Math.min(1, line.value))
        height: parent.height
        visible: line.value > 0
        radius: 7
        color: Style.colours.primary
    }
}
