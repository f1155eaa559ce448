import QtQuick
import Walker

// The one yellow button of a screen: the next useful step. It can be wide: a little darker at night, not to dazzle.
LabelledButton {
    implicitHeight: Math.max(Style.barButtonHeight, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: 36
    textSize: Style.actionSize
    ink: Style.colours.inkOnAction
    fill: reason === "" ? (Style.isNight ? Qt.darker(Style.colours.action, 1.15) : Style.colours.action) : Style.colours.surface
    edge: reason === "" ? Style.colours.actionEdge : Style.colours.ctl
    pressedFill: Qt.darker(Style.colours.action, 1.12)
}
