pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// Standing where an earlier finding was made: what was promised, what it looked like, and one touch for what is there now.
Page {
    id: page

    required property App app
    required property ReturnVisit visit
    property bool listed: false // where there is no room for both, the list instead of the card
    readonly property bool beside: wide && Style.textScale < 1.5
    readonly property bool carded: visit.total > 0 && (beside || !listed)
    readonly property bool answered: visit.card.verdict !== ""

    title: visit.total === 0 ? qsTr("To look at again") : qsTr("To look at again: what has changed?")
    subtitle: visit.total === 0 ? "" : [visit.card.label || qsTr("Without a category"), visit.card.address, visit.card.number].filter(part => part !== "").join(" · ")
    chips: [
        StatusChip {
            visible: page.visit.total > 0
            text: qsTr("%n seen out of %1", "", page.visit.seen).arg(page.visit.total)
            iconName: "history"
            tone: "revoir"
            announced: true
        }
    ]
    showsBar: visit.total > 0
    actionText: !answered || !carded ? "" : visit.hasNext ? qsTr("Next") : app.live.running ? qsTr("Back to the walk") : qsTr("Done")
    actionIcon: visit.hasNext ? "arrow-right" : app.live.running ? "footprints" : "check"
    buttons: [
        SecondaryButton {
            visible: !page.beside
            text: page.listed ? qsTr("Card") : qsTr("List")
            iconName: page.listed ? "square" : "list"
            onClicked: page.listed = !page.listed
        },
        SecondaryButton {
            visible: page.carded
            text: page.visit.card.beforePhoto.toString() === "" ? qsTr("Photo") : qsTr("Photo, same frame")
            iconName: "camera"
            reason: page.answered ? "" : qsTr("Photo: answer first")
            onClicked: page.app.photographAgain(page.visit.card.revisitId, page.visit.card.beforePhoto)
        },
        SecondaryButton {
            visible: page.carded && !page.answered && page.visit.hasNext
            text: qsTr("Later")
            iconName: "arrow-right"
            onClicked: page.visit.next()
        },
        ReadAloudButton {
            app: page.carded ? page.app : null
            text: [page.visit.card.label, page.visit.card.address, page.visit.card.text, promise.said].filter(part => part !== "").join(". ")
        }
    ]
    onBack: app.back()
    onActed: {
        if (!visit.next())
            app.back();
    }
    onUndone: app.last.undo()

    Figures {
        id: figures
    }

    EmptyState {
        x: Style.margin
        y: Style.margin
        width: parent.width - 2 * x
        visible: page.visit.total === 0
        iconName: page.visit.reading ? "hourglass" : "circle-check"
        headline: page.visit.reading ? qsTr("One moment") : qsTr("Nothing to look at again here")
        detail: page.visit.reading ? qsTr("Looking for what earlier walks found.") : qsTr("What earlier walks found comes here, until somebody has seen that it is settled.")
        actionText: page.visit.reading ? "" : qsTr("Back")
        actionIcon: "arrow-left"
        onActed: page.app.back()
    }

    Item {
        id: side

        x: Style.leftHanded && page.beside ? parent.width - width : 0
        width: page.beside ? Math.round(336 * Style.textScale) : parent.width
        height: parent.height
        visible: page.visit.total > 0 && (page.beside || page.listed)

        Rectangle {
            anchors.fill: parent
            color: Style.colours.surface
            border.width: Style.isContrast ? Style.border : 1
            border.color: Style.colours.line
        }

        LastBar {
            id: undo

            x: Style.gap
            width: parent.width - 2 * x
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Style.gap
            last: page.app.last
            visible: page.beside && last.kind === "revisit"
            canComplete: false
        }

        DueList {
            width: parent.width
            height: parent.height - (undo.visible ? undo.height + 2 * Style.gap : 0)
            visit: page.visit
            onPicked: report => {
                page.visit.pick(report);
                page.listed = false;
            }
        }
    }

    Item {
        id: card

        x: page.beside && !Style.leftHanded ? side.width : 0
        width: parent.width - (page.beside ? side.width : 0)
        height: parent.height
        visible: page.carded

        Scroller {
            id: scroller

            width: parent.width
            height: parent.height - answers.height
            focus: true

            CompareView {
                id: compare

                width: parent.width
                visible: before.toString() !== "" || now.toString() !== ""
                before: page.visit.card.beforePhoto
                beforeDay: figures.day(page.visit.card.beforeMs)
                now: page.visit.card.afterPhoto
                nowWaits: page.visit.card.afterHeld
                paneHeight: Math.max(180, Math.min(400, (scroller.height - facts.height - 3 * Style.margin) / (beside ? 1 : 2)))
            }

            Card {
                id: facts

                width: parent.width
                padding: Style.margin
                spacing: 6

                Words {
                    width: parent.width
                    text: [page.visit.card.label || qsTr("Without a category"), page.visit.card.address].filter(part => part !== "").join(", ")
                    strong: true
                    Accessible.role: Accessible.Heading
                }

                TextRow {
                    width: parent.width
                    visible: text !== ""
                    iconName: "map-pin"
                    text: details.words(page.visit.card.placeDetail)
                }

                TextRow {
                    width: parent.width
                    visible: page.visit.card.beforePhoto.toString() === ""
                    iconName: "image-off"
                    quiet: true
                    text: qsTr("Seen on %1. The photo of then is not on this tablet.").arg(figures.day(page.visit.card.beforeMs))
                }

                TextRow {
                    width: parent.width
                    visible: text !== ""
                    iconName: "quote"
                    text: page.visit.card.text
                }

                PromiseLines {
                    id: promise

                    width: parent.width
                    visit: page.visit
                }
            }
        }

        Column {
            id: answers

            anchors.bottom: parent.bottom
            x: Style.margin
            width: parent.width - 2 * x
            bottomPadding: Style.gap
            spacing: Style.gap

            LastBar {
                width: parent.width
                last: page.app.last
                visible: !page.beside && last.kind === "revisit"
                canComplete: false
            }

            VerdictTiles {
                objectName: "verdicts"
                width: parent.width
                model: page.visit.verdicts
                chosenCode: page.visit.card.verdict
                onPicked: code => page.visit.say(code)
            }
        }
    }

    PlaceDetailWords {
        id: details
    }
}
