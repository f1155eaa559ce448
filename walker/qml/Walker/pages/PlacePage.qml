pragma ComponentBehavior: Bound

import QtQuick
import QtPositioning
import Walker
import Walker.Models

// Puts a point by hand: the map moves under a cross that stays in the middle.
Page {
    id: page

    required property App app

    title: qsTr("Where is it?")
    subtitle: qsTr("Move the map until the place is under the cross.")
    actionText: qsTr("It is here")
    actionIcon: "map-pin"
    onBack: app.back()
    onActed: app.placed(map.center.latitude, map.center.longitude)

    BaseMap {
        id: map

        anchors.fill: parent
        host: page.app.display.mapHost
        zoomLevel: 18
        Component.onCompleted: center = QtPositioning.coordinate(page.app.placingLatitude, page.app.placingLongitude)
    }

    MapCross {
        anchors.centerIn: parent
    }

    Column {
        x: parent.width - width - Style.margin
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

    MapArrows {
        x: Style.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.margin
        ground: map
    }
}
