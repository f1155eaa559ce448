pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Sends and receives: how far it is, where every walk and finding stands, and what this tablet shares with others.
Page {
    id: page

    required property App app
    required property SyncStatus status
    readonly property bool beside: page.wide && Style.textScale < 1.5
    readonly property var filters: [
        {
            code: "",
            label: qsTr("Everything"),
            iconName: "list",
            count: -1
        },
        {
            code: "waiting",
            label: qsTr("Waiting"),
            iconName: "cloud-upload",
            count: status.waiting
        },
        {
            code: "held",
            label: qsTr("To check"),
            iconName: "eye",
            count: status.held
        },
        {
            code: "draft",
            label: qsTr("To complete"),
            iconName: "pencil",
            count: status.drafts
        },
        {
            code: "refused",
            label: qsTr("Refused"),
            iconName: "circle-alert",
            count: status.refused
        },
        {
            code: "conflict",
            label: qsTr("Two versions"),
            iconName: "git-compare",
            count: status.conflicts
        },
        {
            code: "sent",
            label: qsTr("Received"),
            iconName: "check",
            count: status.receivedBefore
        }
    ]

    title: qsTr("Send and receive")
    subtitle: qsTr("Nothing is erased from the tablet before the server’s answer")
    actionText: status.enrolled ? qsTr("Send now") : qsTr("Enrol this tablet")
    actionIcon: status.enrolled ? "refresh-cw" : "link"
    busy: status.busy
    busyText: qsTr("Sending…")
    note: !status.busy && status.lastSyncMs > 0 ? qsTr("Last time: %1").arg(figures.moment(status.lastSyncMs)) : ""
    chips: [
        StatusChip {
            visible: page.status.link === "free"
            text: qsTr("Wi-Fi")
            iconName: "wifi"
            tone: "ok"
        },
        StatusChip {
            visible: page.status.link === "paid"
            text: qsTr("Mobile network")
            iconName: "signal"
            tone: "warn"
        }
    ]
    buttons: [
        SecondaryButton {
            visible: page.status.enrolled && !page.status.busy
            text: qsTr("Prepare the next walk")
            iconName: "calendar-plus"
            onClicked: page.app.prepareWalk("")
        }
    ]
    onBack: app.back()
    onActed: status.enrolled ? status.sendNow() : app.open("enrol")

    Figures {
        id: figures
    }

    FaultWords {
        id: sentences
    }

    Rooms {
        id: rooms

        vertical: page.wide
        app: page.app
        current: "sync"
    }

    Scroller {
        x: rooms.room.x
        width: rooms.room.width
        height: rooms.room.height
        focus: true

        GridLayout {
            width: parent.width
            columns: page.beside ? 2 : 1
            layoutDirection: Style.direction
            columnSpacing: 20
            rowSpacing: 20

            Column {
                spacing: 20
                Layout.fillWidth: true
                Layout.preferredWidth: page.beside ? 2 : 1
                Layout.alignment: Qt.AlignTop

                ErrorState {
                    width: parent.width
                    visible: page.status.fault !== ""
                    iconName: page.status.fault === "stopped" ? "pause" : "circle-alert"
                    pictureTone: page.status.fault === "stopped" ? "primary" : "danger"
                    headline: sentences.headline(page.status.fault)
                    detail: sentences.detail(page.status.fault)
                    actionText: ["unknown_device", "revoked_device", "not_enrolled"].includes(page.status.fault) ? qsTr("Enrol this tablet") : ""
                    actionIcon: "link"
                    onActed: page.app.open("enrol")
                }

                TextRow {
                    width: parent.width
                    visible: page.status.fault !== "" && page.status.faultWords !== ""
                    iconName: "info"
                    text: page.status.faultWords
                    quiet: true
                }

                Card {
                    width: parent.width
                    visible: page.status.parted
                    title: qsTr("This tablet’s data was copied")

                    TextRow {
                        width: parent.width
                        iconName: "copy"
                        text: qsTr("Another tablet has the same records, or this one was put back from an older copy.")
                    }

                    TextRow {
                        width: parent.width
                        iconName: "circle-check"
                        tone: "ok"
                        text: qsTr("Nothing was overwritten. This tablet has a name of its own now: %1 (%2). What waited goes under it.").arg(page.status.tabletName).arg(figures.moment(page.status.partedMs))
                    }

                    SecondaryButton {
                        text: qsTr("Understood")
                        iconName: "check"
                        width: Math.min(implicitWidth, parent.width)
                        onClicked: page.status.understand()
                    }
                }

                SetAsideCard {
                    width: parent.width
                    visible: page.status.setAside.count > 0
                    status: page.status
                }

                Card {
                    width: parent.width
                    spacing: 0

                    SyncProgress {
                        width: parent.width
                        bottomPadding: Style.gap
                        status: page.status
                    }

                    TextRow {
                        width: parent.width
                        visible: !page.status.busy && page.status.received >= 0 && page.status.fault === ""
                        iconName: "circle-check"
                        tone: "ok"
                        text: page.status.received === 0 ? qsTr("Done. Nothing new from the office.") : qsTr("Done. %n received", "", page.status.received)
                    }

                    TextRow {
                        width: parent.width
                        visible: page.status.lockedLeft > 0
                        iconName: "lock"
                        text: qsTr("%n of an earlier group go too", "", page.status.lockedLeft)
                        quiet: true
                    }

                    LineRow {
                        objectName: "readAnswers"
                        width: parent.width
                        visible: page.status.answers > 0
                        iconName: "message-square"
                        tone: "ok"
                        text: qsTr("%n new answer(s)", "", page.status.answers)
                        detail: [page.status.answersDone > 0 ? qsTr("%n done", "", page.status.answersDone) : "", page.status.answersPlanned > 0 ? qsTr("%n planned", "", page.status.answersPlanned) : "", page.status.answersRefused > 0 ? qsTr("%n not retained, with the reason", "", page.status.answersRefused) : ""].filter(part => part !== "").join(", ")
                        ending: qsTr("Read")
                        opens: true
                        onClicked: page.app.open("home")
                    }

                    LineRow {
                        objectName: "checkPhotos"
                        width: parent.width
                        visible: page.status.held > 0
                        iconName: "eye"
                        tone: "warn"
                        text: qsTr("%n to check", "", page.status.held)
                        detail: qsTr("A photo leaves only once a person has looked at it.")
                        opens: true
                        onClicked: page.app.open("photos")
                    }

                    Flow {
                        width: parent.width
                        visible: page.status.lines.count > 0 || page.status.filter !== ""
                        spacing: 10
                        topPadding: Style.gap
                        bottomPadding: Style.gap

                        Repeater {
                            model: page.filters

                            Choice {
                                required property var modelData

                                visible: modelData.count !== 0 || chosen
                                text: modelData.count > 0 ? qsTr("%1: %2").arg(modelData.label).arg(modelData.count) : modelData.label
                                iconName: modelData.iconName
                                chosen: page.status.filter === modelData.code
                                width: Math.min(implicitWidth, parent.width)
                                onClicked: page.status.show(modelData.code)
                            }
                        }
                    }

                    Repeater {
                        model: page.status.lines

                        Column {
                            id: entry

                            required property int index
                            required property string recordId
                            required property string kind
                            required property string label
                            required property real atMs
                            required property string state_
                            required property string code
                            required property real sizeBytes
                            required property bool onlyMedia
                            required property int depth
                            required property bool opened
                            required property int findings
                            required property int stops
                            required property int photos
                            required property int tracks
                            required property int waitingCount
                            readonly property bool comparing: state_ === "conflict" && kind !== "group" && page.status.comparing === recordId

                            width: parent?.width ?? 0
                            bottomPadding: comparing ? Style.gap : 0

                            SyncLine {
                                width: parent.width
                                kind: entry.kind
                                label: entry.label
                                atMs: entry.atMs
                                state_: entry.state_
                                code: entry.code
                                sizeBytes: entry.sizeBytes
                                onlyMedia: entry.onlyMedia
                                depth: entry.depth
                                opened: entry.opened
                                findings: entry.findings
                                stops: entry.stops
                                photos: entry.photos
                                tracks: entry.tracks
                                waitingCount: entry.waitingCount
                                comparing: entry.comparing
                                last: entry.index === page.status.lines.count - 1
                                onToggled: entry.kind === "group" ? page.status.toggle(entry.recordId) : page.app.open("photos")
                                onAgain: page.status.tryAgain(entry.recordId)
                                onMended: page.app.complete(entry.kind === "space_candidate" ? "space" : "report", entry.recordId)
                                onCompared: page.status.compare(entry.recordId)
                            }

                            Loader {
                                width: parent.width
                                active: entry.comparing
                                visible: active

                                sourceComponent: VersionsCard {
                                    versions: page.status.versions
                                    canTakeTheirs: page.status.canTakeTheirs
                                    canKeepBoth: page.status.canKeepBoth
                                    onTheirs: page.status.keepTheirs(entry.recordId)
                                    onBoth: page.status.keepBoth(entry.recordId)
                                    onMine: page.status.keepMine(entry.recordId)
                                    onLater: page.status.compare(entry.recordId)
                                }
                            }
                        }
                    }

                    SecondaryButton {
                        visible: page.status.moreLines > 0
                        text: qsTr("Show more (%1)").arg(page.status.moreLines)
                        iconName: "chevron-down"
                        width: Math.min(implicitWidth, parent.width)
                        onClicked: page.status.showMore()
                    }

                    Words {
                        width: parent.width
                        visible: page.status.lines.count === 0 && page.status.filter !== ""
                        text: qsTr("Nothing here.")
                        color: Style.colours.ink2
                    }
                }
            }

            Column {
                spacing: 20
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                Card {
                    width: parent.width
                    title: qsTr("This tablet")

                    TextRow {
                        width: parent.width
                        iconName: "tablet"
                        text: qsTr("Tablet %1").arg(page.status.tabletName)
                    }

                    TextRow {
                        width: parent.width
                        visible: page.status.enrolled
                        iconName: "server"
                        text: page.status.serverName !== "" ? qsTr("%1 (%2)").arg(page.status.serverName).arg(page.status.serverUrl) : page.status.serverUrl
                    }

                    TextRow {
                        width: parent.width
                        visible: page.status.clockMinutes !== 0
                        iconName: "clock-alert"
                        tone: "warn"
                        text: page.status.clockMinutes > 0 ? qsTr("Its clock is %n minute(s) slow. Nothing is lost: the server counts it in.", "", page.status.clockMinutes) : qsTr("Its clock is %n minute(s) fast. Nothing is lost: the server counts it in.", "", -page.status.clockMinutes)
                    }

                    TextRow {
                        width: parent.width
                        visible: !page.status.enrolled
                        iconName: "wifi-off"
                        text: qsTr("Not enrolled yet: everything stays here until then.")
                    }

                    SecondaryButton {
                        visible: page.status.enrolled
                        text: qsTr("Enrol again")
                        iconName: "link"
                        width: Math.min(implicitWidth, parent.width)
                        onClicked: page.app.open("enrol")
                    }

                    Choice {
                        visible: page.status.enrolled
                        width: parent.width
                        multiple: true
                        text: qsTr("Large photos on Wi-Fi only")
                        iconName: "wifi"
                        chosen: !page.status.alwaysFull
                        onClicked: page.status.sendFullAlways(!page.status.alwaysFull)
                    }

                    TextRow {
                        width: parent.width
                        visible: page.status.enrolled && !page.status.alwaysFull
                        iconName: "info"
                        quiet: true
                        text: page.status.link === "unknown" ? qsTr("The tablet does not say by which network it sends: photos go too.") : qsTr("Findings and small pictures never wait. “Send now” sends everything.")
                    }
                }

                Card {
                    width: parent.width
                    title: qsTr("With others")
                    spacing: 0

                    LineRow {
                        width: parent.width
                        iconName: page.app.live.running ? "qr-code" : "users"
                        text: page.app.live.running ? qsTr("Invite another tablet") : qsTr("Join a walk")
                        detail: qsTr("With a square to scan, without a network")
                        opens: true
                        onClicked: page.app.open("join")
                    }

                    LineRow {
                        width: parent.width
                        iconName: "lock"
                        text: qsTr("Finish and hand back")
                        detail: qsTr("For a lent tablet: locks what your group made")
                        opens: true
                        lastLine: true
                        onClicked: page.app.open("handback")
                    }
                }

                NoNetworkCard {
                    width: parent.width
                    app: page.app
                    status: page.status
                }
            }
        }
    }
}
