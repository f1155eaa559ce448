import QtQuick
import Walker

// Symbols on the colours of the map, in every state.
Rectangle {
    implicitHeight: flow.implicitHeight + 60
    color: Style.colours.mapBlock

    Rectangle {
        y: 30
        width: parent.width
        height: 64
        color: Style.colours.mapStreet
        border.width: 3
        border.color: Style.colours.mapCase
    }

    Flow {
        id: flow

        x: 20
        y: 30
        width: parent.width - 40
        spacing: 24

        MapMarker {
            objectName: "report"
            text: "Encombrants"
            kind: "report"
            iconName: "sofa"
        }

        MapMarker {
            text: "Lampe éteinte, en attente"
            kind: "report"
            iconName: "lightbulb"
            statusIcon: "clock"
        }

        MapMarker {
            text: "Déchets"
            kind: "report"
            iconName: "trash-2"
            chosen: true
        }

        MapMarker {
            text: "Lieu apprécié"
            kind: "liked"
            iconName: "heart"
        }

        MapMarker {
            text: "Friche"
            kind: "space"
            iconName: "sprout"
        }

        MapMarker {
            text: "À revoir : canapé"
            kind: "revisit"
            iconName: "sofa"
        }

        MapMarker {
            text: "Halte 3"
            kind: "stop"
            iconName: "hand"
            number: 3
        }

        MapMarker {
            text: "12 constats ici"
            kind: "cluster"
            iconName: "flag"
            number: 12
        }

        PositionMark {
            heading: 270
            doubt: 56
        }

        PositionMark {}
    }
}
