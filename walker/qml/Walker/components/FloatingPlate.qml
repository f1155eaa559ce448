import QtQuick
import Walker

// What floats over the map or a photo: a plate with a shadow drawn as a second rectangle (an edge where there is none).
Rectangle {
    id: plate

    color: Style.colours.surface
    radius: 14
    border.width: Style.isNight || Style.isContrast ? 2 : 0
    border.color: Style.colours.ctl

    Rectangle {
        z: -1
        y: 3
        width: parent.width
        height: parent.height
        radius: parent.radius
        color: Style.colours.shadow
    }
}
