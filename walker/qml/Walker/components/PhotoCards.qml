pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// The photos of a finding, and the way to add one. A touch enlarges one: to blur, to draw an arrow, to delete.
Column {
    id: cards

    required property App app
    required property FindingDraft form

    spacing: Style.gap

    FaultWords {
        id: sentences
    }

    Repeater {
        model: cards.form.photos

        Column {
            id: one

            required property string photoId
            required property url source
            required property string standing
            readonly property bool off: standing === "off"

            width: parent?.width ?? 0
            spacing: 8

            PhotoCard {
                width: parent.width
                height: Math.max(Style.target, Math.min(240, width * 0.7))
                source: one.source
                standing: one.standing
                onClicked: {
                    if (!one.off)
                        cards.app.openPhoto(one.photoId);
                }
            }

            SecondaryButton {
                width: parent.width
                text: one.off ? qsTr("Put the photo back") : qsTr("Remove this photo")
                iconName: one.off ? "undo-2" : "trash-2"
                implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                onClicked: one.off ? cards.form.putPhotoBack(one.photoId) : cards.form.removePhoto(one.photoId)
            }
        }
    }

    UndoBar {
        width: parent.width
        visible: cards.app.removal.count > 0
        text: qsTr("%n photo(s) deleted", "", cards.app.removal.count)
        canComplete: false
        onUndone: cards.app.removal.undo()
    }

    SecondaryButton {
        width: parent.width
        text: cards.form.photos.count === 0 ? qsTr("Add a photo") : qsTr("Add another photo")
        iconName: "camera"
        onClicked: cards.app.openCamera(cards.form.recordId, "")
    }

    TextRow {
        width: parent.width
        visible: cards.form.photoFault !== ""
        iconName: "circle-alert"
        tone: "danger"
        text: cards.form.photoFault === "" ? "" : sentences.photo(cards.form.photoFault)
    }
}
