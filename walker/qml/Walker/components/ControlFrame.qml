pragma ComponentBehavior: Bound

import QtQuick
import Walker

// The body of whatever is touched: plain or dashed, and the ring that shows where the keyboard is.
Item {
    id: frame

    property color fill: Style.colours.surface
    property color edge: Style.colours.ctl
    property real edgeWidth: Style.border
    property real radius: Style.radiusButton
    property bool dashed: false
    property bool ringed: false
    property color ring: Style.colours.focus

    Rectangle {
        anchors.fill: parent
        visible: !frame.dashed
        color: frame.fill
        border.color: frame.edge
        border.width: frame.edgeWidth
        radius: frame.radius
    }

    Loader {
        anchors.fill: parent
        active: frame.dashed
        sourceComponent: DashedBox {
            fill: frame.fill
            edge: frame.edge
            edgeWidth: frame.edgeWidth
            radius: frame.radius
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Style.focusGap - Style.focusRing
        visible: frame.ringed
        color: "transparent"
        border.color: frame.ring
        border.width: Style.focusRing
        radius: frame.radius + Style.focusGap + Style.focusRing
    }
}
