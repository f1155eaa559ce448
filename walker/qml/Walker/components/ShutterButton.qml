import QtQuick
import Walker

// The biggest thing to touch: takes the photo, or opens the files where there is no camera. The ring says "capture".
Touchable {
    id: shutter

    property string iconName: "camera"
    property string caption // words under the pictogram; empty: the pictogram alone

    implicitWidth: 148
    implicitHeight: 220
    horizontalPadding: 16
    ink: Style.colours.inkOnAction

    background: Item {
        Rectangle {
            anchors.fill: parent
            radius: 40
            color: "transparent"
            border.width: Style.isContrast ? 6 : 4
            border.color: shutter.reason === "" ? Style.colours.actionEdge : Style.colours.ctl
        }

        ControlFrame {
            anchors.fill: parent
            anchors.margins: 9
            fill: shutter.reason !== "" ? Style.colours.surface : shutter.down ? Qt.darker(Style.colours.action, 1.3) : Style.isNight ? Qt.darker(Style.colours.action, 1.18) : Style.colours.action // it is large: not to dazzle
            edge: shutter.reason !== "" ? Style.colours.ctl : Style.colours.action
            edgeWidth: shutter.reason !== "" ? Style.border : 0
            radius: 32
            dashed: shutter.dashed
            ringed: shutter.visualFocus
            ring: shutter.ring
        }
    }

    contentItem: Item {
        implicitWidth: words.implicitWidth
        implicitHeight: column.implicitHeight

        Column {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            spacing: 8

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: shutter.iconName
                size: words.visible ? Style.tileIconSize : Math.min(88, shutter.availableWidth * 0.7)
                stroke: Style.bigIconStroke
                tint: shutter.shownInk
            }

            Words {
                id: words

                width: parent.width
                visible: text !== ""
                text: shutter.reason !== "" ? shutter.reason : shutter.caption
                color: shutter.shownInk
                strong: true
                font.pixelSize: Style.secondarySize
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
