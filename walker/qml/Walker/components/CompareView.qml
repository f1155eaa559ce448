pragma ComponentBehavior: Bound

import QtQuick
import Walker

// The same place before and now, side by side; one under the other where it is narrow. A picture that is not here is said.
Grid {
    id: compare

    required property url before
    required property string beforeDay
    required property url now
    property bool nowWaits: false // nobody has checked it yet
    property real paneHeight: 300
    readonly property bool beside: width >= 560

    columns: beside ? 2 : 1
    spacing: Style.gap
    layoutDirection: Qt.LeftToRight // time runs this way for either hand

    component Pane: Touchable {
        id: pane

        required property url source
        required property string caption
        property string missing
        property string state_
        property bool lit: false

        width: compare.beside ? (compare.width - compare.spacing) / 2 : compare.width
        readonly property real least: dashed ? empty.implicitHeight + caption_.height + 48 : 0
        implicitHeight: Math.max(compare.paneHeight, now_.least)
        horizontalPadding: 0
        verticalPadding: 0
        radius: 14
        text: source.toString() === "" ? qsTr("%1: %2").arg(caption).arg(missing) : qsTr("%1: touch to light the photo").arg(caption)
        dashed: source.toString() === ""
        enabled: source.toString() !== ""
        focusPolicy: enabled ? Qt.StrongFocus : Qt.NoFocus
        onClicked: lit = !lit

        contentItem: Item {
            PhotoView {
                anchors.fill: parent
                visible: !pane.dashed
                source: pane.source
                lit: pane.lit || pane.down
            }

            Column {
                id: empty

                anchors.centerIn: parent
                anchors.verticalCenterOffset: 20
                width: parent.width - 40
                visible: pane.dashed
                spacing: 8

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: "camera"
                    size: Style.tileIconSize
                    tint: Style.colours.ink2
                }

                Words {
                    width: parent.width
                    text: pane.missing
                    color: Style.colours.ink2
                    font.pixelSize: Style.secondarySize
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }

            StatusChip {
                id: caption_

                x: 12
                y: 12
                width: Math.min(implicitWidth, parent.width - 24)
                text: pane.caption
                iconName: pane.source === compare.now ? "clock" : "history"
                Accessible.ignored: true
            }

            StatusChip {
                x: 12
                y: parent.height - height - 12
                width: Math.min(implicitWidth, parent.width - 24)
                visible: pane.state_ !== "" && !pane.dashed
                text: pane.state_
                iconName: "lock"
                tone: "warn"
                Accessible.ignored: true
            }
        }
    }

    Pane {
        visible: compare.before.toString() !== ""
        source: compare.before
        caption: qsTr("Before · %1").arg(compare.beforeDay)
    }

    Pane {
        id: now_

        source: compare.now
        caption: qsTr("Now")
        missing: qsTr("The photo of today comes here.")
        state_: compare.nowWaits ? qsTr("Waits for a check") : ""
    }
}
