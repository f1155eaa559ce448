pragma ComponentBehavior: Bound

import QtQuick
import Walker

// A photo and where it stands: nothing leaves the tablet before a person has looked at it.
Touchable {
    id: card

    required property url source
    required property string standing // checked, to_check, held, missing, refused
    property string caption
    readonly property var looks: ({
            checked: ["circle-check", "ok", qsTr("Checked")],
            to_check: ["eye", "warn", qsTr("To be checked")],
            held: ["lock", "warn", qsTr("Waits for a check")],
            missing: ["image-off", "plain", qsTr("No photo")],
            refused: ["circle-alert", "danger", qsTr("Photo refused")]
        })
    readonly property var look: looks[standing]

    text: caption === "" ? look[2] : qsTr("%1: %2").arg(caption).arg(look[2])
    implicitWidth: 360
    implicitHeight: 240
    horizontalPadding: 0
    verticalPadding: 0
    radius: 14
    dashed: standing === "missing"

    contentItem: Item {
        PhotoView {
            anchors.fill: parent
            anchors.margins: Style.border
            visible: card.standing !== "missing"
            source: card.source
            lit: card.down
        }

        Icon {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -18
            visible: card.standing === "missing"
            name: "camera"
            size: Style.tileIconSize
            tint: Style.colours.ink2
        }

        StatusChip {
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            anchors.margins: 12
            width: Math.min(implicitWidth, parent.width - 24)
            text: card.look[2]
            iconName: card.look[0]
            tone: card.look[1]
            Accessible.ignored: true
        }
    }
}
