pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning
import Walker
import Walker.Models

// Puts a point by hand: the map moves under a cross that stays in the middle, or goes to an address. The circle is as wide
// as the receiver's doubt.
Page {
    id: page

    required property App app
    required property AddressSearch search
    property string words // of the address the cross stands on
    property geoCoordinate at // where that is

    function go(name: string, lat: real, lon: real): void {
        at = QtPositioning.coordinate(lat, lon);
        map.center = at;
        words = name;
        search.search("");
    }

    title: qsTr("Where is it?")
    subtitle: words !== "" ? words : qsTr("Move the map until the place is under the cross.")
    actionText: qsTr("It is here")
    actionIcon: "map-pin"
    onBack: app.back()
    onActed: app.placed(map.center.latitude, map.center.longitude, words !== "" && map.center.distanceTo(at) < 1 ? words : "")

    BaseMap {
        id: map

        anchors.fill: parent
        display: page.app.display
        zoomLevel: 18
        Component.onCompleted: center = QtPositioning.coordinate(page.app.placingLatitude, page.app.placingLongitude)

        MapCircle {
            center: QtPositioning.coordinate(page.app.placingLatitude, page.app.placingLongitude)
            radius: page.app.placingDoubtM
            visible: radius > 0
            color: Qt.alpha(Style.colours.me, 0.16)
            border.width: 2
            border.color: Qt.alpha(Style.colours.me, 0.5)
        }
    }

    MapCross {
        anchors.centerIn: parent
    }

    AddressCard {
        x: Style.leftHanded ? parent.width - width - Style.margin : Style.margin
        y: Style.margin
        width: Math.min(420 * Style.textScale, parent.width - 3 * Style.margin - Style.buttonHeight)
        visible: page.search.available
        room: parent.height - 2 * Style.margin
        search: page.search
        onPicked: (words, lat, lon) => page.go(words, lat, lon)
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

        x: Style.leftHanded ? Style.margin : parent.width - width - Style.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.margin
        ground: map
    }
}
