pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Walker
import Walker.Models

// By stick: one file of what waits goes to the office, the office's answer comes back. Only the answer says sent.
Page {
    id: page

    required property App app
    required property ByFile byFile
    required property SyncStatus status
    readonly property var faults: ({
            bundle_damaged: qsTr("This file is damaged"),
            bundle_malformed: qsTr("This file is damaged"),
            bundle_changed: qsTr("Somebody changed this file"),
            bundle_too_new: qsTr("This file needs a newer version of the app"),
            bundle_not_ours: qsTr("This is no answer for this tablet"),
            bundle_untrusted: qsTr("This answer comes from another office"),
            outdated_answer: qsTr("This answer is too old"),
            hash_mismatch: qsTr("This file is damaged")
        })
    readonly property var mends: ({
            bundle_too_new: qsTr("Nothing was changed. Update the app, then read it again."),
            bundle_not_ours: qsTr("Nothing was changed. Ask the office for the one of tablet %1.").arg(status.tabletName),
            outdated_answer: qsTr("Nothing was changed. Save a new file, and carry that one.")
        })

    title: qsTr("By a file")
    subtitle: qsTr("Everything stays on this tablet too.")
    onBack: app.back()

    FaultWords {
        id: sentences
    }

    Figures {
        id: figures
    }

    FileDialog {
        id: writing

        title: qsTr("Save to a file")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "gupz"
        nameFilters: [qsTr("Files to carry (%1)").arg("*.gupz")]
        onAccepted: page.byFile.write(selectedFile)
    }

    FileDialog {
        id: reading

        title: qsTr("Read an answer")
        nameFilters: [qsTr("Files to carry (%1)").arg("*.gupz"), qsTr("All files (%1)").arg("*")]
        onAccepted: page.byFile.readAnswer(selectedFile)
    }

    Scroller {
        anchors.fill: parent
        focus: true
        spacing: 20

        ErrorState {
            width: parent.width
            app: page.app
            visible: page.byFile.fault !== ""
            headline: page.faults[page.byFile.fault] ?? sentences.headline(page.byFile.fault)
            detail: page.faults[page.byFile.fault] === undefined ? sentences.detail(page.byFile.fault) : page.mends[page.byFile.fault] ?? qsTr("Nothing was changed. Ask the office for its answer again.")
        }

        TextRow {
            width: parent.width
            visible: page.byFile.fault !== "" && page.faults[page.byFile.fault] === undefined
            iconName: "info"
            text: page.byFile.faultWords
            quiet: true
        }

        Card {
            width: parent.width
            title: qsTr("To the office")

            Words {
                width: parent.width
                text: page.status.waiting > 0 ? qsTr("%n to give, about %1", "", page.status.waiting).arg(figures.size(page.status.waitingBytes)) : qsTr("Nothing waits here")
            }

            TextRow {
                width: parent.width
                visible: page.status.held > 0
                iconName: "eye"
                tone: "warn"
                text: qsTr("%n photo(s) or voice(s) to check first: they do not go.", "", page.status.held)
            }

            PrimaryButton {
                objectName: "write"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Save to a file")
                iconName: "save"
                busy: page.byFile.busy === "write"
                busyText: qsTr("Writing…")
                reason: page.status.waiting === 0 ? qsTr("Nothing waits here") : ""
                onClicked: {
                    writing.selectedFile = `${writing.currentFolder}/${page.byFile.proposed}`;
                    writing.open();
                }
            }

            TextRow {
                objectName: "written"
                width: parent.width
                visible: page.byFile.told === "write"
                iconName: "circle-check"
                tone: "ok"
                textSize: Style.bodySize
                text: qsTr("Saved: %1").arg(page.byFile.file)
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }

            TextRow {
                width: parent.width
                visible: page.byFile.told === "write"
                iconName: "package"
                text: [qsTr("%n record(s)", "", page.byFile.records), qsTr("%n photo(s) or voice(s)", "", page.byFile.media), page.byFile.missing > 0 ? qsTr("%n missing from this tablet", "", page.byFile.missing) : ""].filter(part => part !== "").join(", ")
            }

            TextRow {
                width: parent.width
                iconName: "info"
                text: qsTr("It counts as sent only once the office’s answer is read here.")
            }

            TextRow {
                width: parent.width
                iconName: "shield-user"
                text: qsTr("Whoever has this file can read it. Keep the stick safe.")
                quiet: true
            }
        }

        Card {
            width: parent.width
            title: qsTr("From the office")

            Words {
                width: parent.width
                text: qsTr("The office takes your file in and writes an answer for this tablet.")
            }

            SecondaryButton {
                objectName: "read"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Read an answer")
                iconName: "folder-open"
                busy: page.byFile.busy === "read"
                busyText: qsTr("Reading…")
                onClicked: reading.open()
            }

            TextRow {
                objectName: "answered"
                width: parent.width
                visible: page.byFile.told === "read"
                iconName: "circle-check"
                tone: "ok"
                textSize: Style.bodySize
                text: [qsTr("The server has %n of yours.", "", page.byFile.sent), page.byFile.pulled > 0 ? qsTr("%n received", "", page.byFile.pulled) + "." : "", page.byFile.left > 0 ? qsTr("%n still to send.", "", page.byFile.left) : ""].filter(part => part !== "").join(" ")
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
    }
}
