pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// Sends and receives: what waits and why, what the server refused, and the first enrolment.
Page {
    id: page

    required property App app
    required property SyncStatus status
    readonly property var kinds: ({
            walk: ["footprints", qsTr("Walk")],
            report: ["flag", qsTr("Report")],
            space_candidate: ["flower-2", qsTr("Space")],
            photo: ["camera", qsTr("Photo")]
        })

    function ask(): void {
        if (status.enrolled)
            status.sendNow();
        else
            status.enrol(address.text, secret.text);
    }

    title: qsTr("Send and receive")
    subtitle: qsTr("Nothing is erased from the tablet.")
    actionText: status.enrolled ? qsTr("Send now") : qsTr("Join")
    actionIcon: status.enrolled ? "refresh-cw" : "link"
    actionReason: !status.enrolled && (address.text.trim() === "" || secret.text.trim() === "") ? qsTr("Type the address and the code") : ""
    busy: status.busy !== ""
    busyText: status.busy === "enrol" ? qsTr("Joining…") : qsTr("Sending…")
    note: status.busy === "" ? (status.lastSyncMs > 0 ? qsTr("Last time: %1").arg(figures.moment(status.lastSyncMs)) : "") : qsTr("You can go on working.")
    onBack: app.back()
    onActed: ask()

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
        width: vertical ? implicitWidth : parent.width
        height: vertical ? parent.height : implicitHeight
        y: vertical ? 0 : parent.height - height
    }

    Scroller {
        x: page.wide ? rooms.width : 0
        width: parent.width - x
        height: parent.height - (page.wide ? 0 : rooms.height)
        focus: true

        ErrorState {
            app: page.app
            width: parent.width
            visible: page.status.fault !== ""
            headline: sentences.headline(page.status.fault)
            detail: sentences.detail(page.status.fault)
        }

        TextRow {
            width: parent.width
            visible: page.status.fault !== ""
            iconName: "info"
            text: page.status.faultWords
            quiet: true
        }

        Card {
            width: parent.width
            visible: !page.status.enrolled
            title: qsTr("Join a server, once")

            Words {
                width: parent.width
                text: qsTr("The GUP cell gives you an address and a code. Until then everything stays on this tablet.")
                color: Style.colours.ink2
            }

            Field {
                id: address

                objectName: "address"
                width: parent.width
                label: qsTr("Address of the server")
                placeholder: "https://gup.example.org"
                inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
                onEdited: typed => address.text = typed
            }

            Field {
                id: secret

                objectName: "code"
                width: parent.width
                label: qsTr("Code")
                inputMethodHints: Qt.ImhNoPredictiveText
                onEdited: typed => secret.text = typed
            }
        }

        Card {
            width: parent.width
            visible: page.status.enrolled
            title: page.status.busy === "sync" ? qsTr("Sending") : page.status.waiting > 0 ? qsTr("%n to send", "", page.status.waiting) : qsTr("Everything is sent")

            TextRow {
                width: parent.width
                visible: page.status.busy === "sync"
                iconName: "refresh-cw"
                text: page.status.phase === "pulled" ? qsTr("Receiving: %1").arg(page.status.phaseDone) : page.status.phase === "records" ? qsTr("Findings: %1").arg(page.status.phaseDone) : page.status.phase !== "" ? qsTr("Photos") : qsTr("Calling the server…")
            }

            TextRow {
                width: parent.width
                visible: page.status.busy === "" && page.status.received >= 0 && page.status.fault === ""
                iconName: "circle-check"
                tone: "ok"
                text: page.status.received === 0 ? qsTr("Done. Nothing new from the office.") : qsTr("Done. %n received", "", page.status.received)
            }

            TextRow {
                width: parent.width
                iconName: "server"
                text: page.status.serverName !== "" ? qsTr("%1 (%2)").arg(page.status.serverName).arg(page.status.serverUrl) : page.status.serverUrl
                quiet: true
            }
        }

        Card {
            width: parent.width
            visible: page.status.held > 0
            spacing: 0

            LineRow {
                objectName: "checkPhotos"
                width: parent.width
                iconName: "eye"
                tone: "warn"
                text: qsTr("%n photo(s) to check", "", page.status.held)
                detail: qsTr("A photo leaves only once a person has looked at it.")
                opens: true
                lastLine: true
                onClicked: page.app.open("photos")
            }
        }

        Card {
            width: parent.width
            visible: page.status.lines.count > 0
            title: qsTr("Where everything stands")
            spacing: 0

            Repeater {
                model: page.status.lines

                SyncLine {
                    required property string recordId

                    width: parent?.width ?? 0
                    kinds: page.kinds
                    onAgain: page.status.tryAgain(recordId)
                    onMine: page.status.keepMine(recordId)
                }
            }

            Words {
                width: parent.width
                visible: page.status.moreLines > 0
                topPadding: Style.gap
                text: qsTr("and %n older", "", page.status.moreLines)
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
            }
        }

        Words {
            width: parent.width
            visible: page.status.lines.count === 0
            text: qsTr("Nothing was recorded yet.")
            color: Style.colours.ink2
        }
    }
}
