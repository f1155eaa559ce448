import QtQuick
import QtQuick.Shapes
import QtLocation
import Walker

// A line of the map in dots or dashes, which Qt's own lines cannot be: way planned, gap, detour, perimeter.
Shape {
    id: stroke

    required property Map map
    required property var path
    required property string tone // route, gap, detour, perimeter
    readonly property list<point> points: onScreen(map.center, map.zoomLevel, map.bearing, map.width, map.height)

    // The arguments are what a place on screen depends on.
    function onScreen(center: var, zoom: real, bearing: real, width: real, height: real): list<point> {
        return Array.from(path, place => map.fromCoordinate(place, false));
    }

    Accessible.ignored: true

    ShapePath {
        fillColor: "transparent"
        strokeColor: stroke.tone === "detour" ? Style.colours.sig : stroke.tone === "perimeter" ? Qt.alpha(Style.colours.mapPerim, 0.75) : Style.colours.track
        strokeWidth: stroke.tone === "perimeter" ? 4 : stroke.tone === "gap" ? 5 : stroke.tone === "detour" ? 10 : 9
        strokeStyle: ShapePath.DashLine
        dashPattern: stroke.tone === "perimeter" ? [3.5, 3] : stroke.tone === "detour" ? [0.8, 1.8] : stroke.tone === "gap" ? [0.01, 2.6] : [0.01, 2.1]
        capStyle: stroke.tone === "perimeter" ? ShapePath.FlatCap : ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin

        PathPolyline {
            path: stroke.points
        }
    }
}
