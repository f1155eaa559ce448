pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning
import Walker

// What was drawn over a map: corners, dashed sides, a tinted surface. Lies over `ground`, and is drawn again as that moves.
Item {
    id: drawing

    required property Map ground
    required property var corners // rows of latitude, longitude
    required property string shape // point, line or polygon
    property int chosen: -1
    property bool pickable: false // corners can be touched
    property string tone: "req"
    property int moves: 0 // counts what changes where the corners are on screen
    readonly property color ink: Style.tone(tone)

    signal picked(corner: int)

    function place(lat: real, lon: real, moves: int): point { // `moves` only has it asked again
        return moves < 0 ? Qt.point(0, 0) : ground.fromCoordinate(QtPositioning.coordinate(lat, lon), false);
    }

    function redraw(): void {
        moves += 1;
        lines.requestPaint();
    }

    clip: true
    onToneChanged: redraw()
    onShapeChanged: redraw()
    onWidthChanged: redraw()
    onHeightChanged: redraw()
    onInkChanged: redraw()
    Accessible.role: Accessible.Graphic
    Accessible.name: shape === "polygon" ? qsTr("Outline with %n corner(s)", "", repeater.count) : shape === "line" ? qsTr("Line with %n corner(s)", "", repeater.count) : qsTr("Point on the map")

    Connections {
        target: drawing.ground

        function onCenterChanged(): void {
            drawing.redraw();
        }

        function onZoomLevelChanged(): void {
            drawing.redraw();
        }

        function onBearingChanged(): void {
            drawing.redraw();
        }

        function onMapReadyChanged(): void {
            drawing.redraw();
        }
    }

    Canvas {
        id: lines

        function trace(pen: var): void {
            pen.beginPath();
            for (let index = 0; index < repeater.count; ++index) {
                const corner = repeater.itemAt(index) as Corner;
                if (corner) // not yet, while the page is made
                    pen.lineTo(corner.at.x, corner.at.y);
            }
            if (drawing.shape === "polygon" && repeater.count > 2)
                pen.closePath();
        }

        anchors.fill: parent
        renderStrategy: Canvas.Immediate
        onPaint: {
            const pen = getContext("2d");
            pen.reset();
            if (drawing.shape === "point" || repeater.count < 2)
                return;
            pen.lineJoin = "round";
            trace(pen);
            if (drawing.shape === "polygon") {
                pen.fillStyle = Qt.alpha(drawing.ink, 0.28);
                pen.fill();
            }
            pen.lineWidth = 11;
            pen.strokeStyle = Style.colours.mapHalo;
            pen.stroke();
            pen.lineWidth = 6;
            pen.strokeStyle = drawing.ink;
            pen.setLineDash([3, 1.6]);
            pen.stroke();
        }
    }

    component Corner: Touchable {
        required property int index
        required property real latitude
        required property real longitude
        readonly property point at: drawing.place(latitude, longitude, drawing.moves)
    }

    Repeater {
        id: repeater

        model: drawing.corners
        onItemAdded: drawing.redraw()
        onItemRemoved: drawing.redraw()

        Corner {
            id: corner

            x: at.x - width / 2
            y: at.y - height / 2
            width: Style.target
            height: Style.target
            text: qsTr("Corner %1").arg(index + 1)
            chosen: drawing.chosen === index
            enabled: drawing.pickable
            activeFocusOnTab: drawing.pickable
            fill: "transparent"
            pressedFill: "transparent"
            edge: "transparent"
            onClicked: drawing.picked(index)
            onAtChanged: lines.requestPaint()

            contentItem: Item {
                Rectangle {
                    anchors.centerIn: parent
                    width: corner.chosen ? 46 : 32
                    height: width
                    radius: width / 2
                    color: corner.chosen ? Style.colours.focus : Style.colours.surface
                    border.width: 7
                    border.color: drawing.ink

                    Icon {
                        anchors.centerIn: parent
                        visible: corner.chosen
                        name: "move"
                        size: 24
                        tint: Style.colours.surface
                    }
                }
            }
        }
    }
}
