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
    // Drawn once its size stands: a layout tries a dozen of them while a page opens, and each would be a picture.
    readonly property size wantedSize: Qt.size(Math.ceil(width * ratio), Math.ceil(height * ratio))
    readonly property string wanted: width > 0 && height > 0 ? `image://dashes/box?fill=${hex(fill)}&edge=${hex(edge)}&width=${edgeWidth * ratio}&radius=${radius * ratio}` : ""

    function hex(colour: color): string {
        return (colour.a === 1 ? "ff" : "") + String(colour).slice(1);
    }

    function draw(): void {
        sourceSize = wantedSize;
        source = wanted;
    }

    onWantedSizeChanged: Qt.callLater(draw)
    onWantedChanged: Qt.callLater(draw)
    cache: false
    Accessible.ignored: true
}
