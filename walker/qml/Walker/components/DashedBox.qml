import QtQuick
import QtQuick.Window
import Walker

// A rounded rectangle with a dashed edge: what is not there yet, or cannot be used now.
Image {
    id: box

    property color fill: "transparent"
    property color edge: Style.colours.ctl
    property real edgeWidth: Style.border
    property real radius: Style.radiusButton
    readonly property real ratio: Screen.devicePixelRatio

    function hex(colour: color): string {
        return (colour.a === 1 ? "ff" : "") + String(colour).slice(1);
    }

    sourceSize: Qt.size(Math.ceil(width * ratio), Math.ceil(height * ratio))
    source: width > 0 && height > 0 ? `image://dashes/box?fill=${hex(fill)}&edge=${hex(edge)}&width=${edgeWidth * ratio}&radius=${radius * ratio}` : ""
    cache: false
    Accessible.ignored: true
}
