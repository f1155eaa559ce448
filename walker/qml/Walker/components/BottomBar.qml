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
    readonly property real buttonsWidth: flow.visibleChildren.reduce((sum, button) => sum + button.implicitWidth + flow.spacing, 0)
    readonly property bool oneRow: buttonsWidth + (action.visible ? action.implicitWidth : 0) + 2 * Style.margin <= width

    signal acted

    function act(): void {
        if (action.visible && action.enabled)
            acted();
    }

    implicitHeight: Math.max(96, grid.implicitHeight + 24)
    color: Style.colours.surface

    Rectangle {
        width: parent.width
        height: Style.isContrast ? Style.border : 1
        color: Style.colours.line
    }

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Style.margin
        anchors.verticalCenter: parent.verticalCenter
        columns: bar.oneRow ? 3 : 1
        columnSpacing: 14
        rowSpacing: Style.gap
        layoutDirection: Style.leftHanded ? Qt.RightToLeft : Qt.LeftToRight

        Flow {
            id: flow

            spacing: 14
            layoutDirection: grid.layoutDirection
            visible: visibleChildren.length > 0
            Layout.fillWidth: !bar.oneRow
            Layout.preferredWidth: bar.oneRow ? bar.buttonsWidth : -1
        }

        Words {
            text: bar.note
            color: Style.colours.ink2
            font.pixelSize: Style.secondarySize
            horizontalAlignment: Style.leftHanded ? Text.AlignLeft : Text.AlignRight
            visible: bar.oneRow || text !== ""
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
