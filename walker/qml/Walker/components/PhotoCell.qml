import QtQuick
import Walker

// A photo that waits for a look: what will be sent, whole, with what the finder found said in words. A touch enlarges it.
Touchable {
    id: cell

    required property string source
    required property string standing // waiting, ready, refused
    required property string refusal
    required property int faces
    required property int plates
    required property int others
    required property int number
    readonly property string found: [faces > 0 ? qsTr("%n face(s)", "", faces) : "", plates > 0 ? qsTr("%n plate(s)", "", plates) : "", others > 0 ? qsTr("by finger") : ""].filter(part => part !== "").join(", ")
    readonly property string says: standing === "waiting" ? qsTr("Looking for faces…") : standing === "refused" ? sentences.photo(refusal) : found === "" ? qsTr("Nothing found") : qsTr("Blurred: %1").arg(found)

    text: qsTr("Photo %1. %2").arg(number).arg(says)
    horizontalPadding: 0
    verticalPadding: 0
    radius: 14
    dashed: standing === "refused"
    edge: standing === "refused" ? Style.colours.danger : Style.colours.ctl

    FaultWords {
        id: sentences
    }

    contentItem: Item {
        clip: true

        Rectangle {
            anchors.fill: parent
            anchors.margins: Style.border
            radius: cell.radius - Style.border
            color: Style.colours.sunken
        }

        Image {
            objectName: "picture"
            anchors.fill: parent
            anchors.margins: 6
            anchors.bottomMargin: chip.height + 16
            source: cell.source
            fillMode: Image.PreserveAspectFit
            Accessible.ignored: true

            Rectangle {
                anchors.centerIn: parent
                width: (parent as Image).paintedWidth
                height: (parent as Image).paintedHeight
                visible: Style.isNight
                color: "#000000"
                opacity: cell.down ? 0 : Style.photoShade
            }
        }

        Icon {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -chip.height / 2
            visible: cell.source === ""
            name: cell.standing === "refused" ? "image-off" : "scan-face"
            size: Style.tileIconSize
            tint: cell.standing === "refused" ? Style.colours.danger : Style.colours.ink2
        }

        StatusChip {
            id: chip

            x: 8
            y: parent.height - height - 8
            width: Math.min(implicitWidth, parent.width - 16)
            text: cell.says
            iconName: cell.standing === "refused" ? "circle-alert" : cell.standing === "waiting" ? "hourglass" : cell.found === "" ? "eye" : "scan-face"
            tone: cell.standing === "refused" ? "danger" : cell.standing === "waiting" ? "plain" : cell.found === "" ? "warn" : "revoir"
            Accessible.ignored: true
        }
    }
}
