import QtQuick
import QtQuick.Shapes
import QtLocation
import QtPositioning
import Walker

// The plain ground where no map of this tablet reaches: a grid of round metres, so that distances can still be read.
Shape {
    id: ground

    required property Map base
    required property real metresPerPixel
    readonly property real step: round(metresPerPixel * 180)
    readonly property var lines: !visible ? [] : grid(base.center, base.bearing, step, base.width, base.height)

    function round(most: real): real {
        if (!(most > 0))
            return 0;
        const power = Math.pow(10, Math.floor(Math.log10(most)));
        return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    }

    // Every line through the corners of the screen's circle, at multiples of the step from the equator and Greenwich.
    function grid(center: geoCoordinate, bearing: real, step: real, width: real, height: real): var {
        if (!(step > 0) || !(width > 0))
            return [];
        const reach = Math.hypot(width, height) / 2 * metresPerPixel;
        const up = 1 / 111195, across = up / Math.max(0.01, Math.cos(center.latitude * Math.PI / 180));
        const south = center.latitude - reach * up, north = center.latitude + reach * up;
        const west = center.longitude - reach * across, east = center.longitude + reach * across;
        const at = (lat, lon) => base.fromCoordinate(QtPositioning.coordinate(lat, lon), false);
        const found = [];
        for (let row = Math.ceil(south / (step * up)); row * step * up < north; row++)
            found.push([at(row * step * up, west), at(row * step * up, east)]);
        for (let column = Math.ceil(west / (step * across)); column * step * across < east; column++)
            found.push([at(south, column * step * across), at(north, column * step * across)]);
        return found;
    }

    Accessible.ignored: true

    ShapePath {
        fillColor: "transparent"
        strokeColor: Style.colours.line
        strokeWidth: 2

        PathMultiline {
            paths: ground.lines
        }
    }
}
