import QtQuick
import Walker
import Walker.Models

// A walk that was held, to read again: what it found and where it stands, and a new walk on the same way.
Page {
    id: page

    required property App app
    required property WalkLists lists

    title: lists.openTitle !== "" ? lists.openTitle : qsTr("Walk without a name")
    subtitle: figures.moment(lists.openStartedMs)
    titleIcon: "footprints"
    actionText: qsTr("Walk there again")
    actionIcon: "copy"
    buttons: [
        SecondaryButton {
            objectName: "end"
            text: qsTr("End of the walk")
            iconName: "flag-triangle-right"
            onClicked: page.app.openEnd(page.lists.openId)
        },
        SecondaryButton {
            objectName: "about"
            text: qsTr("Say more about it")
            iconName: "pencil"
            onClicked: page.app.prepareWalk(page.lists.openId)
        }
    ]
    onBack: app.back()
    onActed: app.prepareAgain(lists.openId)

    Figures {
        id: figures
    }

    Scroller {
        anchors.fill: parent
        focus: true
        contentMargin: Style.padding

        Card {
            width: parent.width
            title: qsTr("What was recorded")

            TextRow {
                width: parent.width
                visible: page.lists.openTerritory !== ""
                iconName: "map-pinned"
                text: page.lists.openTerritory
            }

            TextRow {
                width: parent.width
                visible: page.lists.openSeconds > 0
                iconName: "timer"
                text: figures.duration(page.lists.openSeconds)
            }

            TextRow {
                width: parent.width
                iconName: "ruler"
                text: figures.length(page.lists.openLengthM)
            }

            TextRow {
                width: parent.width
                iconName: "hand"
                text: qsTr("%n stop(s)", "", page.lists.openStops)
            }

            TextRow {
                width: parent.width
                iconName: "flag"
                text: qsTr("%n finding(s)", "", page.lists.openReports + page.lists.openSpaces)
            }

            TextRow {
                width: parent.width
                iconName: "camera"
                text: qsTr("%n photo(s)", "", page.lists.openPhotos)
            }

            TextRow {
                width: parent.width
                visible: page.lists.openGrid !== ""
                iconName: "list-checks"
                text: page.lists.openGridVersion > 0 ? qsTr("%1, version %2").arg(page.lists.openGrid).arg(page.lists.openGridVersion) : page.lists.openGrid
            }
        }

        Card {
            width: parent.width
            title: qsTr("Since then")

            TextRow {
                width: parent.width
                iconName: "messages-square"
                text: qsTr("%n finding(s) have an answer", "", page.lists.openAnswers)
            }

            TextRow {
                width: parent.width
                iconName: page.lists.openNextVisit !== "" ? "calendar-check" : "calendar-clock"
                tone: page.lists.openNextVisit !== "" ? "plain" : "warn"
                text: page.lists.openNextVisit !== "" ? qsTr("Return planned on %1").arg(figures.dayOf(page.lists.openNextVisit)) : qsTr("No return is dated. The walk stays open.")
            }
        }
    }
}
