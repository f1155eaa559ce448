pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Gives what waits here to the tablet that carries: its square is read, then one touch. Sent is only what the server has.
Page {
    id: page

    required property App app
    required property HandingOver giving
    required property SyncStatus status
    readonly property bool scanning: giving.step === "scan"
    readonly property string other: giving.carrier !== "" ? qsTr("Tablet %1").arg(giving.carrier) : qsTr("The group’s tablet")
    readonly property var faults: ({
            not_a_handover: [qsTr("This is not the square of a tablet that carries"), qsTr("Nothing was given. On the other tablet: Send, « Carry for the others ».")],
            newer_handover: [qsTr("This square comes from another version of the app"), qsTr("Nothing was given. Update the app on both tablets.")],
            damaged_handover: [qsTr("This square is not whole"), qsTr("Nothing was given. Scan or type it again.")],
            unreachable: [qsTr("The other tablet does not answer"), qsTr("Everything stays here. Be on the same Wi-Fi, with its square on screen, and try again.")],
            untrusted_server: [qsTr("This is not the tablet of your group"), qsTr("Nothing was given: it works with another office, or is not the one of the square.")],
            bad_enrol_code: [qsTr("This square is no longer shown"), qsTr("Everything stays here. Scan the square that is on screen now.")],
            server_full: [qsTr("The other tablet is full"), qsTr("Everything stays here. Make room on it, or give to another tablet.")],
            stopped: [qsTr("Giving is paused"), qsTr("Everything stays here too. It goes on where it was.")]
        })

    title: giving.step === "given" ? qsTr("It is given") : qsTr("Give to the group’s tablet")
    subtitle: qsTr("Everything stays on this tablet too.")
    showsBar: !scanning
    actionText: scanning ? "" : giving.step === "given" ? qsTr("Back to sending") : giving.fault !== "" ? qsTr("Go on giving") : qsTr("Give")
    actionIcon: giving.step === "given" ? "arrow-right" : "tablet-smartphone"
    actionReason: giving.step === "ready" && status.waiting === 0 ? qsTr("Nothing waits here") : ""
    busy: giving.step === "giving"
    busyText: giving.stopping ? qsTr("Stopping…") : qsTr("Giving…")
    buttons: [
        SecondaryButton {
            visible: page.giving.step === "giving"
            text: qsTr("Pause")
            iconName: "pause"
            reason: page.giving.stopping ? qsTr("Stopping…") : ""
            onClicked: page.giving.stop()
        },
        SecondaryButton {
            visible: page.giving.step === "ready"
            text: qsTr("Another square")
            iconName: "scan-qr-code"
            onClicked: page.giving.anew()
        }
    ]
    onBack: app.back()
    onActed: giving.step === "given" ? app.open("sync") : giving.give()

    Figures {
        id: figures
    }

    FaultWords {
        id: sentences
    }

    Scroller {
        anchors.fill: parent
        focus: true

        ErrorState {
            width: parent.width
            app: page.app
            visible: page.giving.fault !== ""
            iconName: page.giving.fault === "stopped" ? "pause" : "circle-alert"
            pictureTone: page.giving.fault === "stopped" ? "primary" : "danger"
            headline: (page.faults[page.giving.fault] ?? [sentences.headline(page.giving.fault)])[0]
            detail: (page.faults[page.giving.fault] ?? ["", sentences.detail(page.giving.fault)])[1]
        }

        EmptyState {
            objectName: "given"
            width: parent.width
            visible: page.giving.step === "given"
            iconName: "circle-check"
            pictureTone: "ok"
            headline: page.giving.bytesTotal > 0 ? qsTr("%1 carries %n of yours now (%2).", "", page.giving.count).arg(page.other).arg(figures.size(page.giving.bytesTotal)) : qsTr("%1 carries %n of yours now.", "", page.giving.count).arg(page.other)
            detail: qsTr("It counts as sent only once the server says so, at your own next sending. Erase nothing before.")
            Accessible.role: Accessible.AlertMessage
            Accessible.name: headline
        }

        Card {
            width: parent.width
            visible: page.giving.step === "ready" || page.giving.step === "giving"

            LineRow {
                width: parent.width
                iconName: "tablet-smartphone"
                text: page.other
                detail: qsTr("Is this what its screen says? It cannot read what you give.")
            }

            LineRow {
                width: parent.width
                iconName: "cloud-upload"
                text: page.status.waiting > 0 ? qsTr("%n to give", "", page.status.waiting) : qsTr("Nothing waits here")
                detail: page.giving.bytesTotal > 0 ? qsTr("%1 of %2").arg(figures.size(page.giving.bytesDone)).arg(figures.size(page.giving.bytesTotal)) : page.giving.step === "giving" ? qsTr("Getting ready…") : page.status.waiting > 0 ? qsTr("About %1").arg(figures.size(page.status.waitingBytes)) : ""
                progress: page.giving.bytesTotal > 0 ? page.giving.bytesDone / page.giving.bytesTotal : -1
                lastLine: page.status.held === 0
            }

            LineRow {
                width: parent.width
                visible: page.status.held > 0
                iconName: "eye"
                tone: "warn"
                text: qsTr("%n to check", "", page.status.held)
                detail: qsTr("A photo leaves only once a person has looked at it.")
                opens: true
                lastLine: true
                onClicked: page.app.open("photos")
            }
        }

        GridLayout {
            width: parent.width
            visible: page.scanning
            columns: page.wide ? 2 : 1
            layoutDirection: Style.direction
            columnSpacing: 20
            rowSpacing: 20

            ScanCard {
                title: qsTr("Scan the code")
                advice: qsTr("Both on the same Wi-Fi. The other tablet shows it: Send, « Carry for the others ».")
                squares: page.app.sharing.squares
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
            }

            Card {
                title: qsTr("Or type it")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                Field {
                    id: typed

                    objectName: "handover"
                    width: parent.width
                    label: qsTr("The letters under the square")
                    placeholder: "GUPHAND1:…"
                    hint: qsTr("Small letters and spaces do no harm.")
                    multiline: true
                    inputMethodHints: Qt.ImhNoPredictiveText
                    onEdited: words => typed.text = words
                }

                SecondaryButton {
                    text: qsTr("Go on with these letters")
                    iconName: "arrow-right"
                    reason: typed.text.trim() === "" ? qsTr("Type the letters first") : ""
                    width: Math.min(implicitWidth, parent.width)
                    onClicked: page.giving.read(typed.text)
                }
            }
        }
    }
}
