import QtQuick
import Walker

// A square (QR code) that another tablet scans: black on white by day, in the night's own two colours by night.
Image {
    id: square

    required property string code
    readonly property color dark: Style.isNight ? Style.colours.bg : "#000000"
    readonly property color light: Style.isNight ? Style.colours.ink2 : "#FFFFFF"

    source: code === "" ? "" : `image://square/${encodeURIComponent(code)}?dark=${String(dark).slice(-6)}&light=${String(light).slice(-6)}`
    sourceSize: Qt.size(width, width)
    height: width
    fillMode: Image.PreserveAspectFit
    smooth: false
    cache: false
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Square for the other tablet to scan")
}
