pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What the camera sees, cut to its place, with an earlier photo half over it; in words when there is nothing to see.
Rectangle {
    id: view

    required property Viewfinder finder
    property url before
    property bool ghost: false
    property bool lit: false // a touch lights the dimmed picture of the night, another dims it again

    color: Style.isNight ? Style.colours.bg : "#22282E"
    clip: true

    Image {
        objectName: "frame"
        anchors.fill: parent
        source: view.finder.source
        cache: false
        retainWhileLoading: true
        fillMode: Image.PreserveAspectCrop
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("What the camera sees")
    }

    Image {
        objectName: "ghost"
        anchors.fill: parent
        visible: view.ghost
        source: view.ghost ? view.before : ""
        sourceSize: Qt.size(1280, 1280)
        opacity: 0.45
        asynchronous: true
        autoTransform: true
        fillMode: Image.PreserveAspectCrop
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("The earlier photo, to find the same frame")
    }

    TapHandler {
        onTapped: view.lit = !view.lit
    }

    Rectangle {
        anchors.fill: parent
        visible: Style.isNight && !view.lit
        color: "#000000"
        opacity: Style.photoShade
    }
}
