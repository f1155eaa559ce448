pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning
import Walker
import Walker.Models

// The way and the stops of a walk to come: a tap adds, a tap on a point chooses it, the next tap moves it. No drag is needed.
Page {
    id: page

    required property App app
    required property RouteDrawing route
    readonly property bool stops: route.tool === "stops"

    title: qsTr("The way and the stops")
    titleIcon: "route"
    subtitle: route.chosen >= 0 ? qsTr("Touch its new place, or put it under the cross.") : stops ? qsTr("Touch the map where the group will stop.") : qsTr("Touch the map where the way turns.")
    chips: [
        StatusChip {
            text: qsTr("%n stop(s)", "", page.route.stops)
            iconName: "hand"
        },
        StatusChip {
            visible: page.route.lengthM > 0
            text: figures.length(page.route.lengthM)
            iconName: "route"
        }
    ]
    buttons: [
        SecondaryButton {
            objectName: "here"
            text: page.route.chosen >= 0 ? qsTr("Move it here") : page.stops ? qsTr("Stop here") : qsTr("Turn here")
            iconName: "map-pin"
            onClicked: page.route.tap(map.center.latitude, map.center.longitude)
        },
        SecondaryButton {
            objectName: "remove"
            visible: page.route.chosen >= 0
            text: qsTr("Take it away")
            iconName: "trash-2"
            onClicked: page.route.remove()
        },
        SecondaryButton {
            objectName: "join"
            visible: page.route.chosen < 0 && page.route.points === 0 && page.route.stops > 1
            text: qsTr("Join the stops")
            iconName: "route"
            onClicked: page.route.joinStops()
        },
        SecondaryButton {
            objectName: "undo"
            visible: page.app.walks.plan.canUndo
            text: qsTr("Undo")
            iconName: "undo-2"
            onClicked: page.app.walks.plan.undo()
        }
    ]
    actionText: qsTr("The way is good")
    onBack: app.back()
    onActed: app.back()
    onUndone: app.walks.plan.undo()

    Figures {
        id: figures
    }

    SegmentedScale {
        id: tools

        readonly property real beside: Style.buttonHeight + Style.gap // of the buttons that zoom

        x: Style.margin + (Style.leftHanded ? beside : 0)
        y: Style.gap
        z: 1
        width: Math.min(parent.width - 2 * Style.margin - beside, Math.round(460 * Style.textScale))
        name: qsTr("What a touch adds")
        chosenCode: page.route.tool
        keepIcon: true
        model: [
            {
                code: "stops",
                label: qsTr("Stops"),
                iconName: "hand"
            },
            {
                code: "route",
                label: qsTr("The way"),
                iconName: "route"
            }
        ]
        onPicked: code => page.route.use(code)
    }

    RouteMap {
        id: map

        anchors.fill: parent
        display: page.app.display
        lines: page.route.line
        marks: page.route.marks
        still: false
        zoomLevel: 16
        // Once it has its size: the way in view, else the territory, else where the tablet is.
        function open(): void {
            if (!framing || width <= 0 || height <= 0)
                return;
            const way = page.route, ground = page.app.walks.territory, here = page.app.live;
            middleLatitude = way.latitude;
            middleLongitude = way.longitude;
            spanM = way.spanM;
            if (isNaN(way.latitude))
                center = isNaN(ground.latitude) ? QtPositioning.coordinate(here.latitude, here.longitude) : QtPositioning.coordinate(ground.latitude, ground.longitude);
            framing = false;
        }

        onWidthChanged: open()
        onHeightChanged: open()

        TapHandler {
            onTapped: point => {
                const at = map.toCoordinate(point.position);
                page.route.tap(at.latitude, at.longitude);
            }
        }

        MapItemView {
            incubateDelegates: false
            model: page.route.marks

            delegate: MapQuickItem {
                id: item

                required property var model

                coordinate: QtPositioning.coordinate(model.latitude, model.longitude)
                anchorPoint: Qt.point(handle.width / 2, handle.height / 2)
                z: model.kind === "point" ? 1 : 0

                sourceItem: Item {
                    id: handle

                    width: Style.target
                    height: Style.target

                    MapMarker {
                        visible: item.model.kind === "stop"
                        enabled: page.stops
                        kind: "stop"
                        iconName: "hand"
                        number: item.model.number
                        chosen: item.model.chosen
                        text: qsTr("Stop %1").arg(item.model.number)
                        onClicked: page.route.choose(item.model.place)
                    }

                    Touchable {
                        id: point

                        anchors.fill: parent
                        visible: item.model.kind === "point"
                        text: qsTr("Point %1 of the way").arg(item.model.place + 1)
                        fill: "transparent"
                        pressedFill: "transparent"
                        edge: "transparent"
                        choosable: true
                        chosen: item.model.chosen
                        onClicked: page.route.choose(item.model.place)

                        background: Item {
                            Rectangle {
                                anchors.centerIn: parent
                                width: item.model.chosen || point.visualFocus ? 36 : 24
                                height: width
                                radius: width / 2
                                color: item.model.chosen ? Style.colours.focus : Style.colours.surface
                                border.width: 5
                                border.color: point.visualFocus ? Style.colours.focus : Style.colours.primary
                            }
                        }

                        contentItem: Item {}
                    }
                }
            }
        }
    }

    MapCross {
        anchors.centerIn: map
        opacity: 0.7
    }

    MapButtons {
        ground: map
        credits: page.app.display.mapCredits
    }
}
