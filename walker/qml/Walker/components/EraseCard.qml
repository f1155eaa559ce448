import QtQuick
import Walker
import Walker.Models

// Erasing all that was recorded here: what is unsent is said, a copy comes first, and a word must be typed.
Card {
    id: card

    required property Storage storage
    property bool asked: false // the first step was made
    readonly property bool safe: storage.unsentLocked === 0 && (storage.unsent === 0 || storage.copied)
    readonly property string hindrance: storage.walking ? qsTr("First finish the walk") : storage.unsentLocked > 0 ? qsTr("First send what the other group made") : !safe ? qsTr("First send, or copy everything") : ""

    title: qsTr("Erase this tablet")

    Words {
        width: parent.width
        text: qsTr("Walks, findings, photos and drafts go. Maps, display and server stay.")
    }

    TextRow {
        width: parent.width
        iconName: card.safe ? "circle-check" : "circle-alert"
        tone: card.safe ? "ok" : "danger"
        textSize: Style.bodySize
        text: card.storage.unsentLocked > 0 ? qsTr("%n thing(s) of a locked group are not sent.", "", card.storage.unsentLocked) : card.storage.unsent === 0 ? qsTr("Everything is on the server.") : card.storage.copied ? qsTr("%n thing(s) are not sent, but copied.", "", card.storage.unsent) : qsTr("%n thing(s) are not sent: they would be lost.", "", card.storage.unsent)
    }

    SecondaryButton {
        width: Math.min(implicitWidth, parent.width)
        visible: !card.safe && card.storage.unsentLocked === 0
        text: qsTr("Copy everything first")
        iconName: "copy"
        busy: card.storage.busy === "copy"
        busyText: qsTr("Copying…")
        onClicked: card.storage.copy("whole")
    }

    SecondaryButton {
        width: Math.min(implicitWidth, parent.width)
        visible: !card.asked
        danger: true
        text: qsTr("Erase everything…")
        iconName: "trash-2"
        reason: card.hindrance
        onClicked: card.asked = true
    }

    Field {
        id: word

        width: parent.width
        visible: card.asked
        label: qsTr("To erase, type %1").arg(card.storage.eraseWord)
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhUppercaseOnly
        onEdited: text => word.text = text
    }

    Flow {
        width: parent.width
        visible: card.asked
        spacing: 24

        SecondaryButton {
            width: Math.min(implicitWidth, parent?.width ?? 0)
            text: qsTr("Keep everything")
            iconName: "undo-2"
            onClicked: {
                card.asked = false;
                word.text = "";
            }
        }

        SecondaryButton {
            width: Math.min(implicitWidth, parent?.width ?? 0)
            danger: true
            text: qsTr("Erase for good")
            iconName: "trash-2"
            reason: card.hindrance !== "" ? card.hindrance : word.text.trim().toUpperCase() === card.storage.eraseWord ? "" : qsTr("First type %1").arg(card.storage.eraseWord)
            busy: card.storage.busy === "erase"
            busyText: qsTr("Erasing…")
            onClicked: card.storage.erase(word.text)
        }
    }
}
