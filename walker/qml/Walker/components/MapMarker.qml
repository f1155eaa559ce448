pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Walker

// A place on the map. Shape says the kind, so it is read without colour: square with a tip = report, circle = liked,
// hexagon = space, dashed hollow square = to revisit, disc with a number = stop or several together, ring = planned stop.
Touchable {
    id: marker

    required property string kind // report, liked, space, revisit, stop, planned, cluster
    required property string iconName
    property int number: 0 // of the stop, or how many stand together
    property string statusIcon // small badge; empty: none
    readonly property bool hasTip: kind === "report"
    readonly property point anchorPoint: Qt.point(width / 2, hasTip ? height - 4 : height / 2)
    readonly property string tone: ({
            report: "sig",
            liked: "pos",
            space: "req",
            revisit: "revoir",
            stop: "primary",
            planned: "primary",
            cluster: "plain"
        })[kind] ?? "plain"
    readonly property color body: tone === "primary" ? Style.colours.primary : Style.tone(tone)

    implicitWidth: Style.target
    implicitHeight: Style.target + (hasTip ? 8 : 0)
    horizontalPadding: 0
    verticalPadding: 0
    fill: "transparent"
    pressedFill: "transparent"
    edge: "transparent"

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: 72
            height: 72
            radius: 36
            visible: marker.chosen || marker.visualFocus || marker.down
            color: "transparent"
            border.width: 5
            border.color: Style.colours.focus
        }
    }

    contentItem: Item {
        Loader {
            anchors.centerIn: parent
            sourceComponent: marker.hasTip ? tipped : marker.kind === "space" ? hexagon : marker.kind === "revisit" ? hollow : marker.kind === "planned" ? ring : disc
        }

        Icon {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: marker.hasTip ? -5 : 0
            visible: marker.number === 0
            name: marker.number === 0 ? marker.iconName : ""
            size: 30
            tint: marker.kind === "revisit" ? Style.colours.revoir : Style.colours.inkOnKind
        }

        Words {
            anchors.centerIn: parent
            visible: marker.number > 0
            text: String(marker.number)
            strong: true
            color: marker.kind === "stop" ? Style.colours.inkOnPrimary : marker.kind === "planned" ? Style.colours.primaryInk : Style.colours.surface
            font.pixelSize: 22
            Accessible.ignored: true
        }
    }

    Component {
        id: tipped

        Shape {
            width: 48
            height: 56

            ShapePath {
                fillColor: marker.body
                strokeColor: Style.colours.mapHalo
                strokeWidth: 3

                PathSvg {
                    path: "M8,0 H40 A8,8 0 0 1 48,8 V36 A8,8 0 0 1 40,44 H32 L24,56 L16,44 H8 A8,8 0 0 1 0,36 V8 A8,8 0 0 1 8,0 Z"
                }
            }
        }
    }

    Component {
        id: hexagon

        Shape {
            width: 56
            height: 50

            ShapePath {
                fillColor: marker.body
                strokeColor: Style.colours.mapHalo
                strokeWidth: 3
                joinStyle: ShapePath.RoundJoin

                PathSvg {
                    path: "M14,0 H42 L56,25 L42,50 H14 L0,25 Z"
                }
            }
        }
    }

    Component {
        id: hollow

        DashedBox {
            width: 48
            height: 48
            radius: 8
            fill: Style.colours.surface
            edge: Style.colours.revoir
            edgeWidth: 3
        }
    }

    Component {
        id: ring

        Rectangle {
            width: 50
            height: 50
            radius: 25
            color: Style.colours.surface
            border.width: 5
            border.color: Style.colours.primaryInk
        }
    }

    Component {
        id: disc

        Rectangle {
            width: 50
            height: 50
            radius: 25
            color: marker.body
            border.width: 3
            border.color: Style.colours.mapHalo
        }
    }

    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.top
        z: 1
        visible: marker.statusIcon !== ""
        width: 28
        height: 28
        radius: 14
        color: Style.colours.surface
        border.width: 2
        border.color: Style.colours.ink

        Icon {
            anchors.centerIn: parent
            name: marker.statusIcon
            size: 18
        }
    }
}
