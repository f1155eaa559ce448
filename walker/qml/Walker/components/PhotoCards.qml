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

    Repeater {
        model: cards.form.photos

        Column {
            id: one

            required property string photoId
            required property url source
            required property string standing

            width: parent?.width ?? 0
            spacing: 8

            PhotoCard {
                width: parent.width
                height: Math.max(Style.target, Math.min(240, width * 0.7))
                source: one.source
                standing: one.standing
                onClicked: cards.app.openPhoto(one.photoId)
            }

            SecondaryButton {
                width: parent.width
                text: qsTr("Remove this photo")
                iconName: "trash-2"
                implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                onClicked: cards.app.removal.add(one.photoId)
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
}
