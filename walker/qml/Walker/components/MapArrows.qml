pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import Walker

// Moves the map under the cross without dragging: four buttons, and the arrow keys on them.
Grid {
    id: arrows

    required property Map ground
    property int step: 60

    function go(east: int, south: int): void {
        ground.pan(east * step, south * step);
    }

    columns: 3
    spacing: Style.gap

    Repeater {
        model: [["", "", 0, 0], ["chevron-up", qsTr("Further up"), 0, -1], ["", "", 0, 0], ["chevron-left", qsTr("To the left"), -1, 0], ["chevron-down", qsTr("Further down"), 0, 1], ["chevron-right", qsTr("To the right"), 1, 0]]

        SquareButton {
            required property var modelData

            opacity: modelData[0] === "" ? 0 : 1
            enabled: modelData[0] !== ""
            text: modelData[1] || " "
            iconName: modelData[0] || "move"
            onClicked: arrows.go(modelData[2], modelData[3])
            Keys.onLeftPressed: arrows.go(-1, 0)
            Keys.onRightPressed: arrows.go(1, 0)
            Keys.onUpPressed: arrows.go(0, -1)
            Keys.onDownPressed: arrows.go(0, 1)
        }
    }
}
