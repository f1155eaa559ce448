import QtQuick
import Walker

// A step of weight beside the yellow one.
LabelledButton {
    ink: Style.colours.inkOnPrimary
    fill: reason === "" ? Style.colours.primary : Style.colours.surface
    edge: reason === "" ? Style.colours.primary : Style.colours.ctl
    pressedFill: Qt.darker(Style.colours.primary, 1.2)
}
