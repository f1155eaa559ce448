pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Walker

// A place on the map. Shape says the kind, so it is read without colour: square with a tip = report, circle = liked,
// hexagon = space, dashed hollow square = to revisit, disc with a number = stop or several together, ring = planned stop.
// Body, pictogram and badge are one picture: there may be two hundred on screen.
Touchable {
    id: marker

    required property string kind // report, liked, space, revisit, stop, planned, cluster
    required property string iconName
    property int number: 0 // of the stop, or how many stand together
    property string statusIcon // small badge; empty: none
    readonly property bool hasTip: kind === "report"
    readonly property point anchorPoint: Qt.point(width / 2, hasTip ? height - 4 : height / 2)
    readonly property bool isHollow: kind === "revisit" || kind === "planned"
    readonly property color body: ({
            report: Style.colours.sig,
            liked: Style.colours.pos,
            space: Style.colours.req,
            revisit: Style.colours.revoir,
            stop: Style.colours.primary,
            planned: Style.colours.primaryInk
        })[kind] ?? Style.colours.ink
    readonly property color inside: isHollow ? body : kind === "stop" ? Style.colours.inkOnPrimary : kind === "cluster" ? Style.colours.surface : Style.colours.inkOnKind

    function hex(colour: color): string {
        return String(colour).slice(-6);
    }

    implicitWidth: Style.target
    implicitHeight: Style.target + (hasTip ? 8 : 0)
    horizontalPadding: 0
    verticalPadding: 0

    background: Loader {
        active: marker.chosen || marker.visualFocus || marker.down
        sourceComponent: Item {
            Rectangle {
                anchors.centerIn: parent
                width: 72
                height: 72
                radius: 36
                color: "transparent"
                border.width: 5
                border.color: Style.colours.focus
            }
        }
    }

    contentItem: Item {
        Image {
            anchors.centerIn: parent
            width: 72
            height: 72
            sourceSize: Qt.size(72 * Screen.devicePixelRatio, 72 * Screen.devicePixelRatio)
            source: `image://mark/${marker.kind}?icon=${marker.number === 0 ? marker.iconName : ""}&ink=${marker.hex(marker.inside)}` + `&fill=${marker.hex(marker.isHollow ? Style.colours.surface : marker.body)}&edge=${marker.hex(marker.isHollow ? marker.body : Style.colours.mapHalo)}` + (marker.statusIcon === "" ? "" : `&badge=${marker.statusIcon}&ground=${marker.hex(Style.colours.surface)}&line=${marker.hex(Style.colours.ink)}`)
            Accessible.ignored: true
        }

        Loader {
            anchors.centerIn: parent
            active: marker.number > 0
            sourceComponent: Words {
                text: String(marker.number)
                strong: true
                color: marker.inside
                font.pixelSize: 22
                Accessible.ignored: true
            }
        }
    }
}
