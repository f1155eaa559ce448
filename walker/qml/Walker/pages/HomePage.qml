pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// The first page: start or resume a walk in one tap, report without one, what waits, and what became of earlier findings.
Page {
    id: page

    required property App app
    required property HomeStatus status
    readonly property Walks walks: app.walks
    readonly property bool columns: wide && Style.textScale < 1.5

    title: qsTr("Exploratory walks")
    subtitle: status.territory
    backIcon: ""
    chips: [
        StatusChip {
            visible: page.app.live.running
            text: qsTr("A walk is being recorded")
            iconName: "footprints"
            tone: "primary"
        },
        StatusChip {
            visible: page.walks.checks.located
            text: qsTr("GPS ready")
            iconName: "satellite"
            tone: "ok"
        },
        StatusChip {
            readonly property string state_: page.status.sending

            text: ({
                    waiting: qsTr("%n to send", "", page.status.waiting),
                    kept: qsTr("Not everything is sent"),
                    not_enrolled: qsTr("Tablet not enrolled"),
                    nothing: qsTr("Nothing to send yet"),
                    sent: qsTr("All sent, %1").arg(figures.moment(page.status.sentMs))
                })[state_] ?? ""
            iconName: ({
                    waiting: "cloud-upload",
                    kept: "eye",
                    not_enrolled: "tablet",
                    nothing: "cloud"
                })[state_] ?? "circle-check"
            tone: state_ === "sent" ? "ok" : state_ === "waiting" || state_ === "kept" ? "warn" : "plain"
        },
        StatusChip {
            visible: page.walks.checks.battery >= 0
            text: qsTr("%1 %").arg(page.walks.checks.battery)
            iconName: page.walks.checks.battery < 40 ? "battery-low" : "battery-full"
            tone: page.walks.checks.battery < 40 ? "warn" : "plain"
        }
    ]
    onUndone: app.last.undo()
    Keys.onReturnPressed: walkCard.go()
    Keys.onEnterPressed: walkCard.go()

    Figures {
        id: figures
    }

    Timer {
        interval: 1 // after the first frame
        running: true
        onTriggered: {
            page.walks.wake();
            checking.start();
        }
    }

    Timer {
        id: checking

        interval: 1
        onTriggered: page.walks.checks.look()
    }

    // The libraries of the map, read beside the window: the first page with a map need not wait for them.
    Timer {
        property Component map

        interval: 1000
        running: true
        onTriggered: map = Qt.createComponent(Qt.resolvedUrl("../components/RouteMap.qml"), Component.Asynchronous)
    }

    Rooms {
        id: rooms

        vertical: page.wide
        app: page.app
        current: "home"
    }

    Scroller {
        x: rooms.room.x
        width: rooms.room.width
        height: rooms.room.height - (undo.visible ? undo.height + Style.gap : 0)
        focus: true
        contentMargin: Style.padding

        GridLayout {
            width: parent.width
            columns: page.columns ? 2 : 1
            layoutDirection: Style.direction
            columnSpacing: Style.padding
            rowSpacing: Style.padding

            ColumnLayout {
                spacing: Style.padding
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                Layout.alignment: Qt.AlignTop

                WalkCard {
                    id: walkCard

                    app: page.app
                    status: page.status
                    Layout.fillWidth: true
                }

                Loader {
                    active: page.status.due > 0 || page.status.dueBefore !== ""
                    visible: active
                    Layout.fillWidth: true
                    sourceComponent: Card {
                        title: qsTr("To revisit")
                        tone: "revoir"

                        GridLayout {
                            id: revisits

                            width: parent.width
                            columns: width < 520 * Style.textScale ? 1 : 2
                            layoutDirection: Style.direction
                            columnSpacing: Style.padding
                            rowSpacing: Style.gap

                            RowLayout {
                                spacing: 16
                                Layout.fillWidth: true

                                Words {
                                    text: String(page.status.due)
                                    strong: true
                                    font.pixelSize: Style.bigNumberSize
                                }

                                ColumnLayout {
                                    spacing: 4
                                    Layout.fillWidth: true

                                    Words {
                                        text: page.status.due > 0 ? qsTr("finding(s) of earlier walks", "", page.status.due) : qsTr("Nothing to look at again for now.")
                                        strong: true
                                        font.pixelSize: Style.labelSize
                                        Layout.fillWidth: true
                                    }

                                    Words {
                                        visible: page.status.dueBefore !== ""
                                        text: qsTr("Return planned on %1").arg(figures.dayOf(page.status.dueBefore))
                                        color: Style.colours.warn
                                        font.pixelSize: Style.secondarySize
                                        Layout.fillWidth: true
                                    }
                                }
                            }

                            SecondaryButton {
                                objectName: "revisit"
                                visible: page.status.due > 0
                                text: qsTr("Go and see")
                                iconName: "history"
                                Layout.fillWidth: revisits.columns === 1
                                onClicked: page.app.openRevisit("")
                            }
                        }
                    }
                }

                Card {
                    title: qsTr("Report without a walk")
                    tone: "primary"
                    Layout.fillWidth: true

                    GridLayout {
                        width: parent.width
                        columns: width < 500 * Style.textScale ? 1 : 2
                        columnSpacing: Style.gap
                        rowSpacing: Style.gap
                        uniformCellWidths: true

                        SecondaryButton {
                            objectName: "reportAlone"
                            text: qsTr("Report")
                            iconName: "flag"
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.preferredWidth: 1
                            onClicked: page.app.capture("report", NaN, NaN)
                        }

                        SecondaryButton {
                            objectName: "likedAlone"
                            text: qsTr("Place we like")
                            iconName: "heart"
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.preferredWidth: 1
                            onClicked: page.app.capture("liked", NaN, NaN)
                        }

                        SecondaryButton {
                            objectName: "spaceAlone"
                            text: qsTr("Space to requalify")
                            iconName: "flower-2"
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.preferredWidth: 1
                            onClicked: page.app.capture("space", NaN, NaN)
                        }

                        SecondaryButton {
                            objectName: "helper"
                            text: qsTr("For somebody else")
                            iconName: "user-plus"
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.preferredWidth: 1
                            onClicked: page.app.open("helper")
                        }
                    }
                }

                Card {
                    title: qsTr("Your walks")
                    spacing: 0
                    Layout.fillWidth: true

                    Words {
                        width: parent.width
                        visible: page.walks.lists.coming.count === 0
                        text: qsTr("No walk is prepared. You can start one now, or prepare one.")
                        color: Style.colours.ink2
                        bottomPadding: Style.gap
                    }

                    Repeater {
                        model: page.walks.lists.coming

                        WalkRow {
                            required property int index

                            width: parent?.width ?? 0
                            visible: index < 4 && walkId !== page.status.planId // that one has the card above
                            onClicked: page.app.prepareWalk(walkId)
                        }
                    }

                    Flow {
                        width: parent.width
                        spacing: Style.gap
                        topPadding: Style.gap

                        SecondaryButton {
                            objectName: "prepare"
                            width: Math.min(implicitWidth, parent.width)
                            text: qsTr("Prepare a walk")
                            iconName: "calendar-plus"
                            onClicked: page.app.prepareWalk("")
                        }

                        SecondaryButton {
                            objectName: "join"
                            width: Math.min(implicitWidth, parent.width)
                            text: page.app.live.running ? qsTr("Invite another tablet") : qsTr("Join a walk")
                            iconName: page.app.live.running ? "qr-code" : "users"
                            onClicked: page.app.open("join")
                        }

                        SecondaryButton {
                            objectName: "allWalks"
                            width: Math.min(implicitWidth, parent.width)
                            visible: page.walks.lists.coming.count + page.walks.lists.done.count + page.walks.lists.cancelled.count > 0
                            text: qsTr("All the walks (%1)").arg(page.walks.lists.coming.count + page.walks.lists.done.count + page.walks.lists.cancelled.count)
                            iconName: "list"
                            onClicked: page.app.open("walks")
                        }
                    }
                }
            }

            ColumnLayout {
                spacing: Style.padding
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop

                Card {
                    visible: page.status.drafts.count > 0
                    title: qsTr("To complete")
                    spacing: 0
                    Layout.fillWidth: true

                    Repeater {
                        model: page.status.drafts

                        DraftRow {
                            width: parent?.width ?? 0
                            onOpened: (kind, draft) => page.app.complete(kind, draft)
                        }
                    }
                }

                Card {
                    visible: page.status.held + page.status.kept + page.status.waiting > 0
                    title: qsTr("Waits for you")
                    spacing: 0
                    Layout.fillWidth: true

                    Loader {
                        active: page.status.held > 0
                        visible: active
                        width: parent.width
                        sourceComponent: LineRow {
                            iconName: "eye"
                            tone: "warn"
                            text: qsTr("%n photo(s) to check", "", page.status.held)
                            detail: qsTr("A photo leaves only once a person has looked at it.")
                            opens: true
                            lastLine: page.status.kept + page.status.waiting === 0
                            onClicked: page.app.open("photos")
                        }
                    }

                    Loader {
                        active: page.status.kept > 0
                        visible: active
                        width: parent.width
                        sourceComponent: LineRow {
                            iconName: "circle-alert"
                            tone: "danger"
                            text: qsTr("%n finding(s) refused by the server", "", page.status.kept)
                            detail: qsTr("Kept on the tablet, with the reason.")
                            opens: true
                            lastLine: page.status.waiting === 0
                            onClicked: page.app.open("sync")
                        }
                    }

                    LineRow {
                        width: parent.width
                        visible: page.status.waiting > 0
                        iconName: "cloud-upload"
                        tone: "primary"
                        text: qsTr("%n to send", "", page.status.waiting)
                        detail: qsTr("When there is a network. Nothing is lost until then.")
                        opens: true
                        lastLine: true
                        onClicked: page.app.open("sync")
                    }
                }

                Card {
                    title: qsTr("What became of your findings")
                    spacing: 0
                    Layout.fillWidth: true

                    Words {
                        width: parent.width
                        visible: page.walks.answers.newest.count === 0
                        text: qsTr("No answer yet. They come here each time you send.")
                        color: Style.colours.ink2
                        topPadding: Style.gap
                    }

                    Words {
                        width: parent.width
                        visible: page.walks.answers.newest.count > 0
                        text: page.walks.answers.unread > 0 ? qsTr("%n new since last time", "", page.walks.answers.unread) : qsTr("Received on %1").arg(figures.day(page.walks.answers.receivedMs))
                        color: page.walks.answers.unread > 0 ? Style.colours.revoir : Style.colours.ink2
                        strong: page.walks.answers.unread > 0
                        font.pixelSize: Style.secondarySize
                    }

                    Repeater {
                        model: page.walks.answers.newest

                        AnswerCard {
                            required property real atMs
                            required property bool isNew
                            required property int index

                            app: page.app
                            width: parent?.width ?? 0
                            ending: isNew ? qsTr("New") : figures.day(atMs)
                            lastLine: index === page.walks.answers.newest.count - 1
                        }
                    }

                    SecondaryButton {
                        objectName: "answers"
                        width: parent.width
                        visible: page.walks.answers.all.count > 0
                        text: qsTr("Read the %n answer(s)", "", page.walks.answers.all.count)
                        iconName: "messages-square"
                        onClicked: page.app.open("answers")
                    }
                }
            }
        }
    }

    LastBar {
        id: undo

        last: page.app.last
        x: rooms.room.x + Style.margin
        y: rooms.room.height - height - Style.gap
        width: rooms.room.width - 2 * Style.margin
    }
}
