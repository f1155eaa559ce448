import QtQuick
import QtQuick.Window
import Walker

// One pictogram by its name, tinted, drawn once it is seen. Always beside a word, so screen readers pass over it.
Image {
    id: icon

    required property string name
    property int size: Style.iconSize
    property color tint: Style.colours.ink
    property real stroke: Style.iconStroke
    property bool seen: false // and kept, for the page that comes back

    width: size
    height: size
    sourceSize: Qt.size(size * Screen.devicePixelRatio, size * Screen.devicePixelRatio)
    source: name === "" || !seen ? "" : `image://icon/${name}?color=${String(tint).slice(-6)}&stroke=${stroke}`
    Accessible.ignored: true
    Component.onCompleted: seen = seen || visible
    onVisibleChanged: seen = seen || visible
}
