import QtQuick
import Walker

// The live screen's arrangement: map with its floating things, capture buttons by the hand.
Item {
    id: sheet

    readonly property bool wide: width > 800

    Rectangle {
        id: map

        x: sheet.wide && Style.leftHanded ? rail.width : 0
        width: parent.width - (sheet.wide ? rail.width : 0)
        height: parent.height - (sheet.wide ? 0 : pad.height)
        color: Style.colours.mapBlock

        MapSheet {
            y: 80
            width: parent.width
        }

        Flow {
            x: Style.margin
            y: Style.margin
            width: parent.width - 2 * x
            spacing: 10

            InfoPill {
                name: "Durée"
                text: "42 min"
                recording: true
            }

            InfoPill {
                name: "Précision"
                text: "± 6 m"
                iconName: "locate"
            }
        }

        UndoBar {
            x: Style.margin
            width: parent.width - 2 * x
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Style.margin
            text: "Signalement enregistré : déchets, rue Myrha"
        }
    }

    CaptureRail {
        id: rail

        objectName: "rail"
        x: Style.leftHanded ? 0 : parent.width - width
        height: parent.height
        visible: sheet.wide
    }

    CapturePad {
        id: pad

        objectName: "pad"
        anchors.bottom: parent.bottom
        width: parent.width
        visible: !sheet.wide
        photoReason: Style.gloves ? "L’appareil photo ne répond pas" : ""
    }
}
