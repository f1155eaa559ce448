pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// The recording has stopped: what was recorded, what is left to complete, and the way back if it was too early.
Page {
    id: page

    required property App app
    required property LiveWalk walk

    title: qsTr("The walk is recorded")
    subtitle: walk.title
    actionText: qsTr("Send")
    actionIcon: "refresh-cw"
    note: qsTr("Nothing is erased from the tablet.")
    buttons: [
        SecondaryButton {
            objectName: "goOn"
            text: qsTr("Go on with the walk")
            iconName: "footprints"
            onClicked: page.app.goOn()
        }
    ]
    onBack: app.open("home")
    onActed: app.open("sync")

    Figures {
        id: figures
    }

    Scroller {
        anchors.fill: parent
        focus: true

        Card {
            width: parent.width
            title: page.walk.title || qsTr("Your walk")

            TextRow {
                width: parent.width
                iconName: "timer"
                text: figures.duration(page.walk.seconds)
            }

            TextRow {
                width: parent.width
                iconName: "ruler"
                text: figures.length(page.walk.lengthM)
            }

            TextRow {
                width: parent.width
                iconName: "hand"
                text: qsTr("%n stop(s)", "", page.walk.stopCount)
            }

            TextRow {
                width: parent.width
                iconName: "flag"
                text: qsTr("%n finding(s)", "", page.walk.reportCount + page.walk.spaceCount)
            }
        }

        Card {
            width: parent.width
            title: qsTr("Before you part")
            spacing: 0

            ChecklistRow {
                width: parent.width
                text: qsTr("Forms left open")
                detail: page.app.home.drafts.count > 0 ? qsTr("%n to complete", "", page.app.home.drafts.count) : ""
                done: page.app.home.drafts.count === 0
                actionText: qsTr("Complete")
                onActed: page.app.open("home")
            }

            ChecklistRow {
                width: parent.width
                text: qsTr("Photos looked at")
                detail: page.app.home.held > 0 ? qsTr("%n photo(s) to check", "", page.app.home.held) : ""
                done: page.app.home.held === 0
                actionText: qsTr("Check")
                onActed: page.app.open("photos")
            }

            ChecklistRow {
                width: parent.width
                text: qsTr("Voice notes listened to")
                detail: page.app.home.voices > 0 ? qsTr("%n to listen to", "", page.app.home.voices) : ""
                done: page.app.home.voices === 0
                actionText: qsTr("Listen")
                onActed: page.app.open("voices")
            }
        }
    }
}
