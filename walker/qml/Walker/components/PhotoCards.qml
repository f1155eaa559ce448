pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// The photos of a finding, and the way to add one. Each waits on the tablet until a person has looked at it.
Column {
    id: cards

    required property FindingDraft form

    spacing: Style.gap

    FaultWords {
        id: sentences
    }

    PhotoPicker {
        id: picker

        onPicked: files => files.split("\n").forEach(file => cards.form.addPhoto(file))
    }

    Repeater {
        model: cards.form.photos

        Column {
            id: one

            required property string photoId
            required property url source
            required property string standing

            width: parent?.width ?? 0
            spacing: 8

            Item {
                width: parent.width
                height: Math.min(240, width * 0.7)

                PhotoView {
                    anchors.fill: parent
                    opacity: one.standing === "off" ? 0.3 : 1
                    source: one.source
                }

                StatusChip {
                    x: 12
                    y: parent.height - height - 12
                    width: Math.min(implicitWidth, parent.width - 24)
                    text: one.standing === "off" ? qsTr("Taken off") : one.standing === "held" ? qsTr("Waits for a check") : qsTr("Checked")
                    iconName: one.standing === "off" ? "image-off" : one.standing === "held" ? "lock" : "circle-check"
                    tone: one.standing === "off" ? "plain" : one.standing === "held" ? "warn" : "ok"
                }
            }

            SecondaryButton {
                width: parent.width
                text: one.standing === "off" ? qsTr("Put the photo back") : qsTr("Remove this photo")
                iconName: one.standing === "off" ? "undo-2" : "trash-2"
                implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                onClicked: one.standing === "off" ? cards.form.putPhotoBack(one.photoId) : cards.form.removePhoto(one.photoId)
            }
        }
    }

    SecondaryButton {
        width: parent.width
        text: cards.form.photos.count === 0 ? qsTr("Add a photo") : qsTr("Add another photo")
        iconName: "camera"
        onClicked: picker.open()
    }

    TextRow {
        width: parent.width
        visible: cards.form.photoFault !== ""
        iconName: "circle-alert"
        tone: "danger"
        text: cards.form.photoFault === "" ? "" : sentences.photo(cards.form.photoFault)
    }
}
