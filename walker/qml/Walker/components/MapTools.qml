import QtQuick
import Walker

// The buttons over the map; they stand in as many columns as the place beside them asks for.
Flow {
    id: tools

    required property BaseMap map
    property bool follows: true
    property bool located: true
    property string open // the panel that is open: layers, brightness

    signal recentred
    signal toggled(panel: string)
    signal locked

    flow: Flow.TopToBottom
    layoutDirection: Style.leftHanded ? Qt.LeftToRight : Qt.RightToLeft
    spacing: Style.gap

    SquareButton {
        text: qsTr("Layers")
        iconName: "layers"
        chosen: tools.open === "layers"
        onClicked: tools.toggled("layers")
    }

    SquareButton {
        text: qsTr("Show where we are")
        iconName: "locate-fixed"
        chosen: tools.follows
        onClicked: tools.recentred()
    }

    SquareButton {
        visible: !tools.located
        text: qsTr("Find an address")
        iconName: "search"
        chosen: tools.open === "address"
        onClicked: tools.toggled("address")
    }

    SquareButton {
        visible: tools.map.bearing !== 0
        text: qsTr("North at the top")
        iconName: "compass"
        rotation: -tools.map.bearing
        onClicked: tools.map.bearing = 0
    }

    SquareButton {
        text: qsTr("Closer")
        iconName: "plus"
        onClicked: tools.map.zoomBy(1)
    }

    SquareButton {
        text: qsTr("Further")
        iconName: "minus"
        onClicked: tools.map.zoomBy(-1)
    }

    SquareButton {
        visible: Style.isNight
        text: qsTr("Brightness")
        iconName: "sun-dim"
        chosen: tools.open === "brightness"
        onClicked: tools.toggled("brightness")
    }

    SquareButton {
        text: qsTr("Lock the screen")
        iconName: "lock"
        onClicked: tools.locked()
    }
}
