import QtQuick
import Walker

// A step that must not draw the eye: no edge until it is pressed.
LabelledButton {
    ink: Style.colours.primaryInk
    fill: "transparent"
    edge: down || reason !== "" ? Style.colours.ctl : "transparent"
}
