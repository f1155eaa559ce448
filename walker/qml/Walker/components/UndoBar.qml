pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// Says what was just recorded and lets one take it back. No timer: it stays until the next capture.
Rectangle {
    id: bar

    required property string text
    property bool canComplete: true
    property bool silent: false // not even a screen reader speaks
    readonly property color ink: Style.isNight ? Style.colours.ink : Style.colours.surface

    signal undone
    signal completed

    implicitHeight: row.implicitHeight + 16
    radius: 18
    color: Style.isNight ? Style.colours.raised : Style.colours.ink
    border.width: Style.isNight ? 2 : 0
    border.color: Style.colours.ctl
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    onTextChanged: {
        if (!silent)
            Accessible.announce(text, Accessible.Polite);
    }

    Loader {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: 20
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        active: bar.visible
        sourceComponent: GridLayout {
            id: grid

            readonly property bool oneRow: words.implicitWidth + buttons.implicitWidth + 90 <= bar.width

            columns: grid.oneRow ? 2 : 1
            columnSpacing: 14
            rowSpacing: 4
            layoutDirection: Style.direction

            RowLayout {
                id: words

                spacing: 14
                Layout.fillWidth: true

                Icon {
                    name: "circle-check"
                    tint: Style.isNight ? Style.colours.ok : bar.ink
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                }

                Words {
                    text: bar.text
                    color: bar.ink
                    strong: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: 48
                }
            }

            Row {
                id: buttons

                spacing: 14
                Layout.alignment: Qt.AlignRight // turned over with the bar

                SecondaryButton {
                    text: qsTr("Undo")
                    iconName: "undo-2"
                    implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                    fill: bar.color
                    pressedFill: "transparent"
                    ink: bar.ink
                    edge: bar.ink
                    ring: Style.isNight ? Style.colours.focus : Style.day.action
                    onClicked: bar.undone()
                }

                SecondaryButton {
                    visible: bar.canComplete
                    text: qsTr("Add details")
                    iconName: "pencil"
                    implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                    fill: bar.color
                    pressedFill: "transparent"
                    ink: bar.ink
                    edge: bar.ink
                    ring: Style.isNight ? Style.colours.focus : Style.day.action
                    onClicked: bar.completed()
                }
            }
        }
    }
}
