pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// The end of a walk: is everybody here, what was found, what is left to complete, when the group comes back, and thanks.
Page {
    id: page

    required property App app
    required property EndOfWalk end
    property bool parting: false // « the round is over » was touched: thanks, and what happens next
    readonly property string hours: end.startedMs > 0 ? end.endedMs > 0 ? qsTr("%1 – %2").arg(figures.hour(end.startedMs)).arg(figures.hour(end.endedMs)) : figures.moment(end.startedMs) : ""

    function go(code: string, kind: string, first: string): void {
        switch (code) {
        case "drafts":
        case "category":
        case "place":
            app.complete(kind, first);
            break;
        case "photos":
            app.open("photos");
            break;
        case "voices":
            app.open("voices");
            break;
        case "revisits":
            app.openRevisit("");
            break;
        case "votes":
            app.openVotes(end.walkId);
            break;
        case "answers":
            app.open("sync");
            break;
        case "date":
            scroller.reveal(returnDate);
            break;
        }
    }

    title: qsTr("End of the walk")
    subtitle: [end.title, hours, figures.length(end.lengthM), qsTr("%n stop(s)", "", end.stops), end.period === "unknown" ? "" : end.periodLabel].filter(part => part !== "").join(" · ")
    chips: [
        StatusChip {
            text: qsTr("Everything is on the tablet")
            iconName: "circle-check"
            tone: "ok"
        }
    ]
    actionText: parting ? qsTr("Send") : qsTr("The round is over")
    actionIcon: parting ? "refresh-cw" : "check"
    buttons: [
        SecondaryButton {
            objectName: "goOn"
            visible: page.end.canGoOn && !page.parting
            text: qsTr("Go on with the walk")
            iconName: "footprints"
            onClicked: page.app.goOn()
        },
        SecondaryButton {
            objectName: "close"
            visible: !page.parting && page.end.ready && page.end.leads
            text: page.end.askedToClose ? qsTr("Closing was asked") : qsTr("Close the walk")
            iconName: page.end.askedToClose ? "circle-check" : "lock"
            reason: page.end.stillToDo > 0 ? qsTr("Close: still %n thing(s) to do", "", page.end.stillToDo) : ""
            onClicked: page.end.close()
        },
        SecondaryButton {
            visible: page.parting
            text: qsTr("What is left to do")
            iconName: "list-checks"
            onClicked: page.parting = false
        },
        SecondaryButton {
            visible: page.parting
            text: qsTr("First page")
            iconName: "house"
            onClicked: page.app.open("home")
        }
    ]
    onBack: parting ? parting = false : app.open("home")
    onActed: parting ? app.open("sync") : parting = true
    onUndone: app.last.undo()

    Figures {
        id: figures
    }

    Scroller {
        anchors.fill: parent
        visible: page.parting

        PartingCard {
            width: parent.width
            app: page.app
            end: page.end
            waiting: page.app.home.waiting
        }
    }

    Scroller {
        id: scroller

        anchors.fill: parent
        visible: !page.parting
        focus: true

        Item {
            id: sheet

            readonly property bool beside: page.wide && Style.textScale < 1.5
            readonly property real sideWidth: beside ? Math.round(width * 0.37) : width

            width: parent.width
            height: beside ? Math.max(mainColumn.height, sideColumn.height) : sideColumn.y + sideColumn.height

            Column {
                id: mainColumn

                x: sheet.beside && Style.leftHanded ? sheet.sideWidth + Style.gap : 0
                width: sheet.beside ? sheet.width - sheet.sideWidth - Style.gap : sheet.width
                spacing: Style.gap

                HeadcountAtEnd {
                    visible: !sheet.beside && page.end.leads
                    width: parent.width
                    end: page.end
                    onHelpWanted: page.app.open("aid")
                }

                Grid {
                    id: figuresGrid

                    readonly property real cell: (width - (columns - 1) * spacing) / columns
                    readonly property real tallest: Math.max(reports.implicitHeight, liked.implicitHeight, spaces.implicitHeight, seen.implicitHeight)

                    width: parent.width
                    columns: width < 640 * Style.textScale ? 2 : 4
                    spacing: Style.gap

                    FigureTile {
                        id: reports

                        width: figuresGrid.cell
                        height: figuresGrid.tallest
                        iconName: "flag"
                        tone: "sig"
                        value: page.end.reports
                        text: qsTr("report(s)", "", page.end.reports)
                    }

                    FigureTile {
                        id: liked

                        width: figuresGrid.cell
                        height: figuresGrid.tallest
                        iconName: "heart"
                        tone: "pos"
                        value: page.end.liked
                        text: qsTr("place(s) we like", "", page.end.liked)
                    }

                    FigureTile {
                        id: spaces

                        width: figuresGrid.cell
                        height: figuresGrid.tallest
                        iconName: "flower-2"
                        tone: "req"
                        value: page.end.spaces
                        text: qsTr("space(s) to requalify", "", page.end.spaces)
                    }

                    FigureTile {
                        id: seen

                        width: figuresGrid.cell
                        height: figuresGrid.tallest
                        iconName: "history"
                        tone: "revoir"
                        value: page.end.resolved + page.end.persists + page.end.worse
                        text: qsTr("finding(s) seen again", "", page.end.resolved + page.end.persists + page.end.worse)
                    }
                }

                Card {
                    title: qsTr("Before you part")
                    width: parent.width
                    spacing: 0

                    Repeater {
                        model: page.end.tasks

                        EndTask {
                            width: parent?.width ?? 0
                            nextVisit: page.end.nextVisit
                            answersReceived: page.end.answersReceived
                            onWanted: (code, kind, first) => page.go(code, kind, first)
                        }
                    }
                }

                SinceBar {
                    visible: all > 0
                    width: parent.width
                    end: page.end
                }
            }

            Column {
                id: sideColumn

                x: sheet.beside && !Style.leftHanded ? mainColumn.width + Style.gap : 0
                y: sheet.beside ? 0 : mainColumn.height + Style.gap
                width: sheet.sideWidth
                spacing: Style.gap

                HeadcountAtEnd {
                    visible: sheet.beside && page.end.leads
                    width: parent.width
                    end: page.end
                    onHelpWanted: page.app.open("aid")
                }

                Card {
                    visible: !page.end.leads
                    width: parent.width

                    TextRow {
                        width: parent.width
                        iconName: "users"
                        textSize: Style.bodySize
                        text: qsTr("Another tablet leads this walk: it counts the group, dates the return and closes.")
                    }
                }

                ReturnDateCard {
                    id: returnDate

                    visible: page.end.leads
                    width: parent.width
                    end: page.end
                }

                Card {
                    title: qsTr("In short")
                    width: parent.width
                    spacing: 8

                    TextRow {
                        width: parent.width
                        iconName: "timer"
                        text: figures.duration(page.end.seconds)
                    }

                    TextRow {
                        width: parent.width
                        visible: page.end.came >= 0
                        iconName: "users"
                        text: qsTr("%n person(s) came", "", Math.max(0, page.end.came))
                    }

                    TextRow {
                        width: parent.width
                        visible: page.end.asked > 0
                        iconName: "clipboard-list"
                        text: qsTr("Grid: %n answer(s) out of %1", "", page.end.answered).arg(page.end.asked)
                    }

                    SecondaryButton {
                        visible: page.end.stops > 0
                        width: Math.min(implicitWidth, parent.width)
                        text: qsTr("Complete the grid")
                        iconName: "list-checks"
                        textSize: Style.labelSize
                        onClicked: page.app.completeGrid(page.end.walkId)
                    }
                }
            }
        }
    }
}
