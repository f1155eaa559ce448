pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// Where a finding is, how sure that is, and the way to put it elsewhere.
Card {
    id: card

    required property FindingDraft form

    signal moving

    function source(): string {
        if (!form.hasPlace)
            return qsTr("No place yet");
        if (form.placeSource === "exif")
            return qsTr("Where the photo was taken");
        if (form.placeSource === "address")
            return qsTr("By its address");
        if (form.placeSource === "map")
            return qsTr("Put on the map by hand");
        if (form.doubtful)
            return qsTr("Weak GPS, %1: move the point if it is wrong").arg(figures.doubt(form.accuracyM));
        return isNaN(form.accuracyM) ? qsTr("Where you are") : qsTr("Where you are, %1").arg(figures.doubt(form.accuracyM));
    }

    padding: 14

    Figures {
        id: figures
    }

    Words {
        width: parent.width
        visible: card.form.address !== ""
        text: card.form.address
        strong: true
        font.pixelSize: Style.labelSize
    }

    TextRow {
        width: parent.width
        iconName: card.form.hasPlace ? card.form.doubtful ? "locate" : "map-pin" : "map-pin-off"
        tone: card.form.hasPlace && !card.form.doubtful ? "plain" : "warn"
        text: card.source()
    }

    SecondaryButton {
        width: parent.width
        text: card.form.hasPlace ? qsTr("Move") : qsTr("Put on the map")
        iconName: "move"
        onClicked: card.moving()
    }

    SecondaryButton {
        width: parent.width
        visible: card.form.photoKnowsPlace
        text: qsTr("Use the photo’s place")
        iconName: "image"
        onClicked: card.form.takePhotoPlace()
    }
}
