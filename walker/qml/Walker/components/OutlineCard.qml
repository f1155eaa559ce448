pragma ComponentBehavior: Bound

import QtQuick
import QtPositioning
import Walker
import Walker.Models

// What was drawn of a space, on a small map that does not move, with its size and the two ways to draw it.
Card {
    id: card

    required property App app
    required property SpaceForm form
    readonly property bool drawn: form.shape !== "point" && form.corners.count > 1

    signal drawing
    signal walking

    // As near as lets the whole of it be seen; about 140 m across when only its place is known.
    function zoomFor(): real {
        const across = Math.max(60, form.lengthM * 0.8);
        return Math.max(14, Math.min(19, Math.log2(156543 * Math.cos(48.9 * Math.PI / 180) * Math.min(map.width, map.height) / across)));
    }

    padding: 14

    Figures {
        id: figures
    }

    Item {
        width: parent.width
        height: Math.min(280, width * 0.8)
        clip: true
        visible: card.form.hasPlace

        BaseMap {
            id: map

            anchors.fill: parent
            enabled: false // a picture: it is drawn on a page of its own
            display: card.app.display
            center: card.form.hasPlace ? QtPositioning.coordinate(card.form.latitude, card.form.longitude) : QtPositioning.coordinate(48.8566, 2.3522)
            zoomLevel: width > 0 ? card.zoomFor() : 17
        }

        OutlineDrawing {
            anchors.fill: parent
            ground: map
            corners: card.form.corners
            shape: card.form.shape
            visible: card.drawn
        }

        MapCross {
            anchors.centerIn: parent
            visible: !card.drawn
        }

        InfoPill {
            x: 8
            y: 8
            visible: card.drawn
            name: card.form.areaM2 > 0 ? qsTr("Area") : qsTr("Length")
            text: card.form.areaM2 > 0 ? qsTr("about %1 m²").arg(Qt.locale().toString(Math.round(card.form.areaM2), "f", 0)) : qsTr("about %1").arg(figures.length(card.form.lengthM))
            iconName: "ruler"
        }
    }

    SecondaryButton {
        width: parent.width
        text: card.drawn ? qsTr("Change the outline") : qsTr("Draw the outline")
        iconName: "vector-square"
        onClicked: card.drawing()
    }

    SecondaryButton {
        width: parent.width
        text: qsTr("Walk round it")
        iconName: "footprints"
        onClicked: card.walking()
    }
}
