import QtQuick
import Walker

// Closer and further, and the four ways the map can go: what fingers do, for who cannot drag.
Item {
    id: buttons

    required property BaseMap ground
    required property string credits

    anchors.fill: parent

    Column {
        x: Style.leftHanded ? Style.margin : parent.width - width - Style.margin
        y: Style.margin
        spacing: Style.gap

        SquareButton {
            text: qsTr("Closer")
            iconName: "plus"
            onClicked: buttons.ground.zoomBy(1)
        }

        SquareButton {
            text: qsTr("Further")
            iconName: "minus"
            onClicked: buttons.ground.zoomBy(-1)
        }
    }

    MapCredits {
        arrows: moves
        text: buttons.credits
    }

    MapArrows {
        id: moves

        x: Style.leftHanded ? parent.width - width - Style.margin : Style.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.margin
        ground: buttons.ground
    }
}
