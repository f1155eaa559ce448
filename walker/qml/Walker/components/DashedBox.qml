import QtQuick
import QtQuick.Shapes
import Walker

// A rounded rectangle with a dashed edge: what is not there yet, or cannot be used now.
Shape {
    id: box

    property color fill: "transparent"
    property color edge: Style.colours.ctl
    property real edgeWidth: Style.border
    property real radius: Style.radiusButton

    ShapePath {
        fillColor: box.fill
        strokeColor: box.edge
        strokeWidth: box.edgeWidth
        strokeStyle: ShapePath.DashLine
        dashPattern: [3, 2.5]

        PathRectangle {
            x: box.edgeWidth / 2
            y: box.edgeWidth / 2
            width: Math.max(0, box.width - box.edgeWidth)
            height: Math.max(0, box.height - box.edgeWidth)
            radius: box.radius
        }
    }
}
