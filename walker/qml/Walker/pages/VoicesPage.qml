pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// Voice notes that nobody has listened to: none of them leaves the tablet before someone has, or knows it.
Page {
    id: page

    required property App app
    required property VoiceNotes voice

    title: qsTr("Voice notes to listen to")
    titleIcon: "mic"
    subtitle: qsTr("Listen to the end, or say that you know what it says.")
    actionText: qsTr("Done")
    onBack: app.back()
    onActed: app.back()

    Scroller {
        anchors.fill: parent
        focus: true

        VoiceRows {
            width: parent.width
            voice: page.voice
        }

        EmptyState {
            width: parent.width
            visible: page.voice.waiting === 0
            iconName: "circle-check"
            pictureTone: "ok"
            headline: qsTr("Nothing waits to be listened to")
            detail: qsTr("All voice notes are kept.")
        }
    }
}
