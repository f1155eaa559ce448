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

    Grid {
        id: arrows

        x: Style.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.margin
        columns: 3
        spacing: Style.gap

        Repeater {
            model: [["", ""], ["chevron-up", qsTr("Further up")], ["", ""], ["chevron-left", qsTr("To the left")], ["chevron-down", qsTr("Further down")], ["chevron-right", qsTr("To the right")]]

            SquareButton {
                required property var modelData
                required property int index

                opacity: modelData[0] === "" ? 0 : 1
                enabled: modelData[0] !== ""
                text: modelData[1] || " "
                iconName: modelData[0] || "move"
                onClicked: map.pan(index === 3 ? -60 : index === 5 ? 60 : 0, index === 1 ? -60 : index === 4 ? 60 : 0)
            }
        }
    }
}
