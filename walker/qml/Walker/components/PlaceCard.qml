import QtQuick
import Walker
import Walker.Models

// Where a finding is, how sure that is, and the way to put it elsewhere.
Card {
    id: card

    required property FindingDraft form

    signal moving

    padding: 14

    Figures {
        id: figures
    }

    TextRow {
        width: parent.width
        iconName: card.form.hasPlace ? "map-pin" : "map-pin-off"
        tone: card.form.hasPlace ? "plain" : "warn"
        text: !card.form.hasPlace ? qsTr("No place yet") : card.form.placeSource === "map" ? qsTr("Put on the map by hand") : isNaN(card.form.accuracyM) ? qsTr("Where you are") : qsTr("Where you are, %1").arg(figures.doubt(card.form.accuracyM))
    }

    SecondaryButton {
        width: parent.width
        text: card.form.hasPlace ? qsTr("Move") : qsTr("Put on the map")
        iconName: "move"
        onClicked: card.moving()
    }
}
