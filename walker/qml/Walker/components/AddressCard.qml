pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// An address typed by hand, and what it may mean, nearest first; a touch shows it on the map.
Card {
    id: card

    required property AddressSearch search
    property real room: 1000 // no taller than this
    readonly property int most: Math.max(2, Math.floor((room - 200 * Style.textScale) / (64 * Style.textScale)))

    signal picked(words: string, lat: real, lon: real)

    padding: 14

    Field {
        width: parent.width
        label: qsTr("Look for an address")
        placeholder: qsTr("Street and number")
        text: card.search.typed
        inputMethodHints: Qt.ImhNoPredictiveText
        onEdited: text => card.search.search(text)
    }

    Column {
        width: parent.width

        Repeater {
            model: card.search.found

            LineRow {
                required property string words
                required property string town
                required property real latitude
                required property real longitude
                required property int index

                width: parent?.width ?? 0
                visible: index < card.most
                text: words
                detail: town
                iconName: "map-pin"
                opens: true
                lastLine: index === Math.min(card.most, card.search.found.count) - 1
                onClicked: card.picked(words, latitude, longitude)
            }
        }
    }

    TextRow {
        width: parent.width
        visible: card.search.nothingFound
        iconName: "search-x"
        text: qsTr("No address found. Move the map with a finger.")
    }
}
