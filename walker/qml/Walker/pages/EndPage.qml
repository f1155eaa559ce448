pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
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
            visible: !page.parting && page.end.ready
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
            end: page.end
            waiting: page.app.home.waiting
        }
    }

    Scroller {
        id: scroller

        anchors.fill: parent
        visible: !page.parting
        focus: true

        GridLayout {
            width: parent.width
            columns: page.wide && Style.textScale < 1.5 ? 2 : 1
            columnSpacing: Style.gap
            rowSpacing: Style.gap
            layoutDirection: Style.leftHanded ? Qt.RightToLeft : Qt.LeftToRight

            ColumnLayout {
                spacing: Style.gap
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                Layout.alignment: Qt.AlignTop

                HeadcountAtEnd {
                    visible: scroller.width < Style.wideFrom || Style.textScale >= 1.5
                    end: page.end
                    Layout.fillWidth: true
                    onHelpWanted: page.app.open("aid")
                }

                GridLayout {
                    columns: scroller.width < 700 * Style.textScale ? 2 : 4
                    columnSpacing: Style.gap
                    rowSpacing: Style.gap
                    uniformCellWidths: true
                    Layout.fillWidth: true

                    FigureTile {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        iconName: "flag"
                        tone: "sig"
                        value: page.end.reports
                        text: qsTr("report(s)", "", page.end.reports)
                    }

                    FigureTile {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        iconName: "heart"
                        tone: "pos"
                        value: page.end.liked
                        text: qsTr("place(s) we like", "", page.end.liked)
                    }

                    FigureTile {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        iconName: "flower-2"
                        tone: "req"
                        value: page.end.spaces
                        text: qsTr("space(s) to requalify", "", page.end.spaces)
                    }

                    FigureTile {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        iconName: "history"
                        tone: "revoir"
                        value: page.end.resolved + page.end.persists + page.end.worse
                        text: qsTr("finding(s) seen again", "", page.end.resolved + page.end.persists + page.end.worse)
                    }
                }

                Card {
                    title: qsTr("Before you part")
                    spacing: 0
                    Layout.fillWidth: true

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
                    end: page.end
                    Layout.fillWidth: true
                }
            }

            ColumnLayout {
                spacing: Style.gap
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop

                HeadcountAtEnd {
                    visible: !(scroller.width < Style.wideFrom || Style.textScale >= 1.5)
                    end: page.end
                    Layout.fillWidth: true
                    onHelpWanted: page.app.open("aid")
                }

                ReturnDateCard {
                    id: returnDate

                    end: page.end
                    Layout.fillWidth: true
                }

                Card {
                    title: qsTr("In short")
                    spacing: 8
                    Layout.fillWidth: true

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
                        text: qsTr("Grid: %1 answers out of %2").arg(page.end.answered).arg(page.end.asked)
                    }
                }
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
