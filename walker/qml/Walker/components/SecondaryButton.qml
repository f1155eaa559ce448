import QtQuick
import Walker

// Any other step; `danger` for what removes.
LabelledButton {
    property bool danger: false

    ink: danger ? Style.colours.danger : Style.colours.ink
    edge: danger && reason === "" ? Style.colours.danger : Style.colours.ctl
}
