pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning
import Walker
import Walker.Models

// The map of a walk, drawn from bottom to top: outlines, dotted lines, track, where we are, what was found.
BaseMap {
    id: live

    required property LiveWalk walk
    readonly property LiveMap shown: walk.map

    signal opened(kind: string, record: string)

    function look(): void {
        if (width <= 0)
            return;
        shown.turn(bearing);
        shown.look(center.latitude, center.longitude, zoomLevel, width, height);
    }

    covered: shown.covered
    center: QtPositioning.coordinate(walk.latitude, walk.longitude)
    onCenterChanged: Qt.callLater(look)
    onZoomLevelChanged: Qt.callLater(look)
    onBearingChanged: Qt.callLater(look)
    onWidthChanged: Qt.callLater(look)
    onHeightChanged: Qt.callLater(look)

    Repeater {
        model: live.shown.strokes

        MapStroke {
            map: live
            anchors.fill: parent
        }
    }

    MapItemView {
        incubateDelegates: false
        model: live.shown.areas

        delegate: MapPolygon {
            required path

            color: Qt.alpha(Style.colours.req, 0.16)
            border.width: 4
            border.color: Style.colours.req
        }
    }

    MapItemView {
        incubateDelegates: false
        model: live.shown.outlines

        delegate: MapPolyline {
            required path

            line.width: 6
            line.color: Style.colours.req
        }
    }

    MapItemView {
        incubateDelegates: false
        model: live.shown.lines

        delegate: MapPolyline {
            required path

            z: 1
            line.width: 7
            line.color: Style.colours.track
        }
    }

    HereMark {
        z: 2
        walk: live.walk
        ground: live
    }

    MapItemView {
        z: 3 // over where we are: what was just found stands there, and must be touched
        incubateDelegates: false
        model: live.shown.markers

        delegate: MapQuickItem {
            id: item

            required property string recordId
            required property string kind
            required property string label
            required property string iconName
            required property string statusIcon
            required property int number
            required property real latitude
            required property real longitude

            coordinate: QtPositioning.coordinate(latitude, longitude)
            anchorPoint: marker.anchorPoint
            sourceItem: MapMarker {
                id: marker

                text: names.of(item.kind, item.label, item.number)
                kind: item.kind
                iconName: item.iconName
                statusIcon: item.statusIcon
                number: item.number
                onClicked: live.opened(item.kind, item.recordId)
            }
        }
    }

    MarkWords {
        id: names
    }
}
