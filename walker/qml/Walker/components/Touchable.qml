import QtQuick
import QtQuick.Templates as T
import Walker

// What all things to touch share: the size floor, pressed, focus, chosen, and "not now, because …" as their own words.
T.AbstractButton {
    id: touchable

    property string reason: "" // why it cannot be used now; empty when it can
    property bool chosen: false
    property bool choosable: false // a choice rather than a step: readers hear whether it is chosen
    property bool dashed: reason !== ""
    property color fill: Style.colours.surface
    property color pressedFill: Style.colours.sunken
    property color edge: Style.colours.ctl
    property color ring: Style.colours.focus
    property real radius: Style.radiusButton
    readonly property string shownText: reason === "" ? text : reason
    readonly property color shownInk: reason === "" ? ink : Style.colours.ink2
    property color ink: Style.colours.ink

    implicitWidth: Math.max(Style.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Style.padding
    verticalPadding: 8
    enabled: reason === ""
    checkable: choosable
    checked: choosable && chosen
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.Button
    Accessible.name: chosen ? qsTr("%1, chosen").arg(shownText) : shownText

    onToggled: checked = Qt.binding(() => choosable && chosen) // the page chooses, a tap only asks

    background: ControlFrame {
        fill: touchable.down ? touchable.pressedFill : touchable.fill
        edge: touchable.edge
        edgeWidth: touchable.down || touchable.chosen ? Style.borderChosen : Style.border
        radius: touchable.radius
        dashed: touchable.dashed
        ringed: touchable.visualFocus
        ring: touchable.ring
    }
}
