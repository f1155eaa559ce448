import QtQuick
import Walker

// A photo cut to its place; at night it stays dim until `lit`. Says so when there is none.
Rectangle {
    id: view

    property url source
    property bool lit: false
    property alias status: picture.status

    implicitWidth: 160
    implicitHeight: 112
    radius: 14
    color: Style.colours.sunken
    border.width: Style.isContrast ? Style.border : 0
    border.color: Style.colours.line
    clip: true

    Icon {
        anchors.centerIn: parent
        visible: picture.status !== Image.Ready
        name: "image-off"
        tint: Style.colours.ink2
    }

    Image {
        id: picture

        anchors.fill: parent
        anchors.margins: view.border.width
        source: view.source
        sourceSize: Qt.size(1024, 1024)
        fillMode: Image.PreserveAspectCrop
        asynchronous: true
        autoTransform: true
        Accessible.ignored: true
    }

    Rectangle {
        anchors.fill: parent
        visible: Style.isNight && picture.status === Image.Ready
        color: "#000000"
        opacity: view.lit ? 0 : Style.photoShade
    }
}
