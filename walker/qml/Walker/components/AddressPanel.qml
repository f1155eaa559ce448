pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// An address typed by hand moves the map there, when the tablet does not know where it is.
Card {
    id: panel

    required property AddressSearch search
    property real room: 240

    signal picked(latitude: real, longitude: real)
    signal closed

    padding: 14

    Field {
        width: parent.width
        focus: true
        label: qsTr("Address or street")
        placeholder: qsTr("12 rue…")
        text: panel.search.typed
        onEdited: text => panel.search.search(text)
    }

    Scroller {
        width: parent.width
        visible: panel.search.found.count > 0
        height: Math.min(implicitHeight, panel.room)
        contentMargin: 0
        spacing: 0

        Repeater {
            model: panel.search.found

            LineRow {
                required property string words
                required property string town
                required property real latitude
                required property real longitude

                width: parent?.width ?? 0
                text: words
                detail: town
                iconName: "map-pin"
                opens: true
                onClicked: panel.picked(latitude, longitude)
            }
        }
    }

    TextRow {
        width: parent.width
        visible: panel.search.nothingFound || !panel.search.available
        iconName: "info"
        text: panel.search.available ? qsTr("No address found. Move the map by hand.") : qsTr("This tablet holds no addresses. Move the map by hand.")
    }

    SecondaryButton {
        text: qsTr("Close")
        iconName: "x"
        implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
        onClicked: panel.closed()
    }
}
