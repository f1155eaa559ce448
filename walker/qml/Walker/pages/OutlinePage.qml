pragma ComponentBehavior: Bound

import QtQuick
import QtPositioning
import Walker
import Walker.Models

// Draws a place: a touch on the map is a corner, or one walks round it. The cross, the arrows and the buttons do the same without a finger on the map.
Page {
    id: page

    required property App app
    required property Outline outline
    readonly property string shape: outline.shape
    readonly property bool beside: width > height
    readonly property real sideWidth: Math.min(width * 0.42, 330 * Style.textScale)

    function touch(where: point): void {
        const at = map.toCoordinate(where, false);
        outline.touch(at.latitude, at.longitude);
    }

    function said(): string {
        if (outline.missing > 0)
            return shape === "point" ? qsTr("Touch the map where it is.") : qsTr("Touch %n more corner(s) on the map.", "", outline.missing);
        if (shape === "polygon")
            return qsTr("About %1 m², %2 all round").arg(Qt.locale().toString(Math.round(outline.areaM2), "f", 0)).arg(figures.length(outline.lengthM));
        return shape === "line" ? qsTr("About %1 long").arg(figures.length(outline.lengthM)) : qsTr("The point is on the map.");
    }

    title: outline.shapeIsFree ? qsTr("Draw the space") : qsTr("Draw the detour")
    titleIcon: outline.shapeIsFree ? "vector-square" : "route"
    tone: outline.shapeIsFree ? "req" : "sig"
    subtitle: outline.tracing ? qsTr("Walk along it. Corners come by themselves.") : outline.chosen >= 0 ? qsTr("Touch where corner %1 should be.").arg(outline.chosen + 1) : qsTr("Each touch on the map is kept at once.")
    chips: [
        StatusChip {
            visible: page.outline.tracing
            text: page.app.live.located ? qsTr("Walking round") : qsTr("Waiting for a position")
            iconName: page.app.live.located ? "footprints" : "locate-off"
            tone: page.app.live.located ? "primary" : "warn"
            announced: true
        },
        StatusChip {
            text: qsTr("Kept")
            iconName: "circle-check"
            tone: "ok"
        }
    ]
    buttons: [
        SecondaryButton {
            text: qsTr("Undo")
            iconName: "undo-2"
            enabled: page.outline.canUndo
            dashed: !enabled
            onClicked: page.outline.undo()
        },
        SecondaryButton {
            visible: page.shape !== "point"
            text: qsTr("Remove the last one")
            iconName: "delete"
            enabled: page.outline.corners.count > 0
            dashed: !enabled
            onClicked: page.outline.removeLast()
        }
    ]
    actionText: page.shape === "polygon" ? qsTr("Close the outline") : page.shape === "line" ? qsTr("End the line") : qsTr("It is here")
    actionReason: page.outline.missing === 0 ? "" : page.shape === "point" ? qsTr("No point yet") : qsTr("%n corner(s) missing", "", page.outline.missing)
    onBack: app.back()
    onActed: app.back()
    onUndone: outline.undo()

    Figures {
        id: figures
    }

    Item {
        id: middle

        x: page.beside && Style.leftHanded ? side.width : 0
        width: parent.width - (page.beside ? side.width : 0)
        height: parent.height - (page.beside ? 0 : side.height)
        clip: true

        BaseMap {
            id: map

            objectName: "map"
            anchors.fill: parent
            display: page.app.display
            zoomLevel: 19
            Component.onCompleted: center = QtPositioning.coordinate(page.outline.startLatitude, page.outline.startLongitude)

            TapHandler {
                onTapped: eventPoint => page.touch(eventPoint.position)
            }

            HereMark {
                walk: page.app.live
                ground: map
            }
        }

        MapCross {
            anchors.centerIn: parent
            opacity: 0.8
        }

        OutlineDrawing {
            anchors.fill: parent
            ground: map
            corners: page.outline.corners
            shape: page.shape
            chosen: page.outline.chosen
            pickable: true
            tone: page.tone
            onPicked: corner => page.outline.choose(corner)
        }

        Column {
            x: Style.leftHanded ? Style.margin : parent.width - width - Style.margin
            y: Style.margin
            spacing: Style.gap

            SquareButton {
                text: qsTr("Show where we are")
                iconName: "locate-fixed"
                onClicked: map.center = QtPositioning.coordinate(page.app.live.latitude, page.app.live.longitude)
            }

            SquareButton {
                text: qsTr("Closer")
                iconName: "plus"
                onClicked: map.zoomBy(1)
            }

            SquareButton {
                text: qsTr("Further")
                iconName: "minus"
                onClicked: map.zoomBy(-1)
            }
        }

        MapCredits {
            arrows: moves
            text: page.app.display.mapCredits
        }

        MapArrows {
            id: moves

            x: Style.leftHanded ? parent.width - width - Style.margin : Style.margin
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Style.margin
            ground: map
        }
    }

    Rectangle {
        anchors.fill: side
        color: Style.colours.surface
    }

    Scroller {
        id: side

        x: page.beside ? (Style.leftHanded ? 0 : parent.width - width) : 0
        anchors.bottom: parent.bottom
        width: page.beside ? page.sideWidth : parent.width
        height: page.beside ? parent.height : Math.min(implicitHeight, parent.height * 0.5)
        focus: true

        ChoiceGroup {
            width: parent.width
            visible: page.outline.shapeIsFree && page.outline.chosen < 0
            question: qsTr("What do you draw?")
            answerWidth: page.beside ? width : 196 * Style.textScale
            chosenCodes: [page.shape]
            model: [
                {
                    code: "polygon",
                    label: qsTr("An outline"),
                    iconName: "vector-square"
                },
                {
                    code: "line",
                    label: qsTr("A line"),
                    iconName: "spline"
                },
                {
                    code: "point",
                    label: qsTr("A point"),
                    iconName: "map-pin"
                }
            ]
            onPicked: code => page.outline.chooseShape(code)
        }

        TextRow {
            objectName: "size"
            width: parent.width
            iconName: page.outline.missing > 0 ? "hand" : "ruler"
            text: page.said()
            textSize: Style.bodySize
        }

        TextRow {
            width: parent.width
            visible: page.outline.crossing
            iconName: "triangle-alert"
            tone: "warn"
            text: page.shape === "polygon" ? qsTr("The outline crosses itself. It is kept; you may move a corner.") : qsTr("The line crosses itself. It is kept as it is.")
        }

        SecondaryButton {
            width: parent.width
            visible: page.shape !== "point"
            text: page.outline.tracing ? qsTr("Stop here") : page.shape === "polygon" ? qsTr("Walk round it") : qsTr("Walk along it")
            iconName: page.outline.tracing ? "circle-stop" : "footprints"
            chosen: page.outline.tracing
            onClicked: page.outline.trace()
        }

        SecondaryButton {
            width: parent.width
            text: page.outline.chosen >= 0 ? qsTr("Move here") : page.shape === "point" ? qsTr("Point under the cross") : qsTr("Corner under the cross")
            iconName: page.outline.chosen >= 0 ? "move" : "crosshair"
            onClicked: page.outline.touch(map.center.latitude, map.center.longitude)
        }

        SecondaryButton {
            width: parent.width
            visible: page.outline.chosen >= 0
            text: qsTr("Remove this corner")
            iconName: "trash-2"
            onClicked: page.outline.removeChosen()
        }
    }
}
