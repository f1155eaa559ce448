import QtQuick
import QtLocation
import QtPositioning
import Walker
import Walker.Models

// Where we are on a map, once that is known, with how sure it is.
MapQuickItem {
    id: here

    required property LiveWalk walk
    required property BaseMap ground

    coordinate: QtPositioning.coordinate(walk.latitude, walk.longitude)
    visible: walk.located
    anchorPoint: mark.anchorPoint
    sourceItem: PositionMark {
        id: mark

        heading: here.walk.heading - here.ground.bearing
        doubt: isNaN(here.walk.accuracyM) ? 0 : Math.min(300, here.walk.accuracyM / here.ground.metresPerPixel)
    }
}
