pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// A lent tablet: what is left is said, then the group's walks are locked behind its leader's code. Nothing is deleted.
Page {
    id: page

    required property App app
    required property HandBack handBack
    required property SyncStatus status
    property bool unlocking: false
    readonly property string missing: handBack.fit ? "" : qsTr("Choose a code of %n digits or more", "", handBack.leastDigits)

    title: handBack.done ? qsTr("The tablet can be handed back") : unlocking ? qsTr("Find a group’s walks again") : qsTr("Finish and hand back")
    subtitle: handBack.done ? "" : qsTr("Nothing is ever erased.")
    actionText: handBack.done ? qsTr("Home") : unlocking ? qsTr("Open") : qsTr("Lock and hand back")
    actionIcon: handBack.done ? "house" : unlocking ? "lock-open" : "lock"
    actionReason: handBack.done ? "" : unlocking && handBack.waitSeconds > 0 ? qsTr("Too many wrong codes: wait %1 s").arg(handBack.waitSeconds) : missing
    busy: handBack.busy
    busyText: unlocking ? qsTr("Opening…") : qsTr("Locking…")
    buttons: [
        SecondaryButton {
            visible: !page.handBack.done && page.handBack.groups.count > 0
            text: page.unlocking ? qsTr("Hand back instead") : qsTr("Find a group’s walks again")
            iconName: page.unlocking ? "lock" : "lock-open"
            onClicked: page.unlocking = !page.unlocking
        }
    ]
    onBack: handBack.done ? app.open("home") : app.back()
    onActed: {
        if (handBack.done)
            app.open("home");
        else if (unlocking)
            handBack.unlock();
        else
            handBack.handBack();
    }

    Figures {
        id: figures
    }

    Connections {
        target: page.handBack

        function onOpened(): void {
            page.app.open("home");
        }
    }

    Scroller {
        anchors.fill: parent
        focus: true

        EmptyState {
            width: parent.width
            visible: page.handBack.done
            iconName: "lock"
            headline: qsTr("Locked. The next group sees nothing of yours.")
            detail: page.handBack.unsent === 0 ? qsTr("Everything is at the office. Thank you!") : page.status.enrolled ? qsTr("%n still to send: it stays safe here and leaves with every sending.", "", page.handBack.unsent) : qsTr("%n still to send: it stays safe here until the tablet is enrolled.", "", page.handBack.unsent)
        }

        Card {
            width: parent.width
            visible: page.handBack.done && page.status.busy

            SyncProgress {
                width: parent.width
                status: page.status
            }
        }

        GridLayout {
            width: parent.width
            visible: !page.handBack.done
            columns: page.wide ? 2 : 1
            layoutDirection: Style.direction
            columnSpacing: 20
            rowSpacing: 20

            Card {
                visible: !page.unlocking
                title: qsTr("Before you hand it back")
                spacing: 0
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                LineRow {
                    width: parent.width
                    visible: page.app.live.running
                    iconName: "footprints"
                    tone: "warn"
                    text: qsTr("A walk is being recorded")
                    detail: qsTr("It will be finished.")
                }

                LineRow {
                    width: parent.width
                    iconName: page.status.waiting > 0 ? "cloud-upload" : "check"
                    tone: page.status.waiting > 0 ? "warn" : "ok"
                    text: page.status.waiting > 0 ? qsTr("%n to send", "", page.status.waiting) : page.status.receivedBefore > 0 ? qsTr("Everything is sent") : qsTr("Nothing to send")
                    detail: page.status.waiting === 0 ? "" : page.status.busy ? qsTr("Being sent…") : !page.status.enrolled ? qsTr("The tablet is not enrolled: it stays safe here.") : qsTr("About %1. What does not leave now leaves later.").arg(figures.size(page.status.waitingBytes))
                }

                LineRow {
                    width: parent.width
                    visible: page.status.held > 0
                    iconName: "eye"
                    tone: "warn"
                    text: qsTr("%n to check", "", page.status.held)
                    detail: qsTr("Look at the photos first: locked, they cannot leave.")
                    opens: true
                    onClicked: page.app.open("photos")
                }

                LineRow {
                    width: parent.width
                    visible: page.handBack.drafts > 0
                    iconName: "pencil"
                    tone: "warn"
                    text: qsTr("%n form(s) begun", "", page.handBack.drafts)
                    detail: qsTr("What was begun is locked as it is, and comes back with the code.")
                }

                Item {
                    width: parent.width
                    height: Style.gap
                }

                SecondaryButton {
                    visible: page.status.enrolled && page.status.waiting > 0
                    text: qsTr("Send now")
                    iconName: "refresh-cw"
                    busy: page.status.busy
                    busyText: qsTr("Sending…")
                    width: Math.min(implicitWidth, parent.width)
                    onClicked: page.status.sendNow()
                }
            }

            Card {
                visible: page.unlocking
                title: qsTr("Groups that are locked")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                Repeater {
                    model: page.handBack.groups

                    TextRow {
                        required property real lockedMs

                        width: parent?.width ?? 0
                        iconName: "lock"
                        textSize: Style.bodySize
                        text: qsTr("Handed back on %1").arg(figures.moment(lockedMs))
                    }
                }

                TextRow {
                    width: parent.width
                    iconName: "info"
                    text: qsTr("Code forgotten? What is sent is at the office. The rest leaves with the next sending.")
                }

                TextRow {
                    width: parent.width
                    iconName: "lock"
                    text: qsTr("Forms begun and photos not looked at stay locked here. Nothing is erased.")
                }
            }

            Card {
                title: page.unlocking ? qsTr("The code of the group") : qsTr("Choose a code, and note it")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                Words {
                    width: parent.width
                    text: page.handBack.code === "" ? "– – – –" : page.handBack.code
                    strong: true
                    font.pixelSize: Style.numberSize
                    font.letterSpacing: 6
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.name: page.handBack.code === "" ? qsTr("No digit yet") : page.handBack.code
                }

                TextRow {
                    width: parent.width
                    visible: page.handBack.wrong
                    iconName: "circle-alert"
                    tone: "danger"
                    text: qsTr("This code opens nothing. Everything is still there. Try again.")
                }

                KeyPad {
                    x: Style.leftHanded ? 0 : parent.width - width
                    width: Math.min(parent.width, 420 * Style.textScale)
                    erasable: page.handBack.code !== ""
                    onPressed: key => page.handBack.press(key)
                }

                TextRow {
                    width: parent.width
                    visible: !page.unlocking
                    iconName: "info"
                    text: qsTr("Only this code shows your walks again on this tablet.")
                }
            }
        }
    }
}
