pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning
import Walker

// A map with a planned way and its stops. `lines` has the role path; `marks` number, latitude, longitude.
BaseMap {
    id: map

    required property var lines
    required property var marks
    property real middleLatitude: NaN
    property real middleLongitude: NaN
    property real spanM: 0
    property bool still: true // stops are only shown; a page that moves them draws its own

    property bool framing: true // keeps the whole way in view; a page that is moved by fingers does it once

    // The whole way in view, with room around it.
    function frame(): void {
        if (!framing || isNaN(middleLatitude) || width <= 0 || height <= 0)
            return;
        center = QtPositioning.coordinate(middleLatitude, middleLongitude);
        const room = Math.min(width, height) * 0.6;
        const widest = 156543.03 * Math.cos(middleLatitude * Math.PI / 180) * room / Math.max(60, spanM);
        zoomLevel = Math.max(minimumZoomLevel, Math.min(18, Math.floor(Math.log2(widest) * 2) / 2));
    }

    onWidthChanged: frame()
    onHeightChanged: frame()
    onMiddleLatitudeChanged: frame()
    onMiddleLongitudeChanged: frame()
    onSpanMChanged: frame()

    MapItemView {
        incubateDelegates: false
        model: map.lines

        delegate: MapPolyline {
            required property var model

            path: model.path
            line.width: 9
            line.color: Style.colours.mapHalo
        }
    }

    MapItemView {
        incubateDelegates: false
        model: map.lines

        delegate: MapPolyline {
            required property var model

            path: model.path
            line.width: 5
            line.color: Style.colours.primary
        }
    }

    MapItemView {
        incubateDelegates: false
        model: map.still ? map.marks : null

        delegate: MapQuickItem {
            id: mark

            required property var model

            coordinate: QtPositioning.coordinate(model.latitude, model.longitude)
            anchorPoint: Qt.point(18, 18)
            visible: model.number > 0

            sourceItem: Rectangle {
                width: 36
                height: 36
                radius: 18
                color: Style.colours.primary
                border.width: 2
                border.color: Style.colours.mapHalo

                Words {
                    anchors.centerIn: parent
                    text: String(mark.model.number)
                    color: Style.colours.inkOnPrimary
                    strong: true
                    font.pixelSize: 18
                    Accessible.ignored: true
                }
            }
        }
    }
}
