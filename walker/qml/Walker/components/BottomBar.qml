pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// The buttons of a screen: the yellow one last, on the side of the hand that taps; below the others when words are large.
Rectangle {
    id: bar

    property alias buttons: flow.data
    property string note
    property string actionText
    property string actionIcon: "check"
    property string actionReason
    property string busyText
    property bool busy: false
    readonly property real buttonsWidth: flow.visibleChildren.reduce((sum, button) => sum + button.implicitWidth + grid.columnSpacing, 0)
    readonly property real roomBeside: width - 2 * Style.margin - buttonsWidth - (action.visible ? action.implicitWidth : 0)
    readonly property bool oneRow: roomBeside >= 0
    readonly property bool noteBeside: note === "" || roomBeside >= words.implicitWidth + grid.columnSpacing

    signal acted

    function act(): void {
        if (action.visible && action.enabled)
            acted();
    }

    implicitHeight: Math.max(96, column.implicitHeight + 24)
    color: Style.colours.surface

    component Note: Words {
        text: bar.note
        color: Style.colours.ink2
        font.pixelSize: Style.secondarySize
        horizontalAlignment: Style.leftHanded ? Text.AlignLeft : Text.AlignRight
    }

    Rectangle {
        width: parent.width
        height: Style.isContrast ? Style.border : 1
        color: Style.colours.line
    }

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Style.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Style.gap

        Note {
            id: words

            visible: text !== "" && !(bar.oneRow && bar.noteBeside)
            Layout.fillWidth: true
        }

        GridLayout {
            id: grid

            columns: bar.oneRow ? 3 : 1
            columnSpacing: 14
            rowSpacing: Style.gap
            layoutDirection: Style.direction
            Layout.fillWidth: true

            Flow {
                id: flow

                spacing: grid.columnSpacing
                layoutDirection: grid.layoutDirection
                visible: children.length > 0
                Layout.fillWidth: !bar.oneRow
                Layout.preferredWidth: bar.oneRow ? Math.max(0, bar.buttonsWidth - spacing) : -1
            }

            Note {
                visible: bar.oneRow // even without words it keeps the two sides apart
                text: bar.noteBeside ? bar.note : ""
                Layout.fillWidth: true
            }

            ActionButton {
                id: action

                visible: bar.actionText !== ""
                text: bar.actionText
                iconName: bar.actionIcon
                reason: bar.actionReason
                busy: bar.busy
                busyText: bar.busyText
                Layout.fillWidth: !bar.oneRow
                onClicked: bar.acted()
            }
        }
    }
}
