import QtQuick
import Walker

// The middle of the map, where a point is put by hand.
Item {
    id: cross

    implicitWidth: 72
    implicitHeight: 72
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("The point will be here")

    Repeater {
        model: [[34, 0, 4, 26], [34, 46, 4, 26], [0, 34, 26, 4], [46, 34, 26, 4]]

        Rectangle {
            required property var modelData

            x: modelData[0] - 2
            y: modelData[1] - 2
            width: modelData[2] + 4
            height: modelData[3] + 4
            radius: 4
            color: Style.colours.me
            border.width: 2
            border.color: Style.colours.mapHalo
        }
    }
}
