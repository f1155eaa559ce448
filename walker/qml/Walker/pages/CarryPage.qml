pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Takes along what the others recorded: they scan this square. It comes in only while this page is shown.
Page {
    id: page

    required property App app
    required property Carrying carrying
    required property SyncStatus status

    title: qsTr("Carry for the others")
    subtitle: qsTr("Files arrive only while this page is open.")
    showsBar: carrying.standing === "open"
    buttons: [
        SecondaryButton {
            visible: page.carrying.standing === "open"
            text: qsTr("New square")
            iconName: "refresh-cw"
            onClicked: page.carrying.again()
        }
    ]
    onBack: app.back()

    Figures {
        id: figures
    }

    Scroller {
        anchors.fill: parent
        focus: true

        ErrorState {
            width: parent.width
            app: page.app
            visible: page.carrying.standing === "no_network"
            iconName: "wifi-off"
            headline: qsTr("This tablet is on no Wi-Fi")
            detail: qsTr("Put all the tablets on the same Wi-Fi. One telephone can share it, even without Internet.")
            actionText: qsTr("Search again")
            actionIcon: "refresh-cw"
            onActed: page.carrying.again()
        }

        ErrorState {
            width: parent.width
            app: page.app
            visible: page.carrying.standing === "not_enrolled"
            headline: qsTr("This tablet cannot carry yet")
            detail: qsTr("Only a tablet that is enrolled knows how to lock it for the office.")
            actionText: qsTr("Enrol this tablet")
            actionIcon: "link"
            onActed: page.app.open("enrol")
        }

        ErrorState {
            width: parent.width
            app: page.app
            visible: page.carrying.standing === "failed"
            headline: qsTr("The others cannot bring anything now")
            detail: qsTr("What was brought before is safe.")
            actionText: qsTr("Try again")
            actionIcon: "refresh-cw"
            onActed: page.carrying.again()
        }

        ErrorState {
            width: parent.width
            app: page.app
            visible: page.carrying.full
            headline: qsTr("No room for what the others bring")
            detail: qsTr("It stays safe with them. Make room: Display, “Room and copies”.")
            actionText: qsTr("Room and copies")
            actionIcon: "hard-drive"
            onActed: page.app.open("storage")
        }

        Card {
            width: parent.width
            visible: page.carrying.square !== ""

            GridLayout {
                width: parent.width
                columns: page.wide ? 2 : 1
                layoutDirection: Style.direction
                columnSpacing: 24
                rowSpacing: 20

                SquareImage {
                    code: page.carrying.square
                    Layout.preferredWidth: Math.min(Style.isNight ? 400 : 440, page.width - 4 * Style.margin)
                    Layout.preferredHeight: Layout.preferredWidth
                    Layout.alignment: Qt.AlignTop
                }

                ColumnLayout {
                    spacing: Style.gap
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop

                    LineRow {
                        objectName: "received"
                        iconName: page.carrying.received > 0 ? "circle-check" : "download"
                        tone: page.carrying.received > 0 ? "ok" : "plain"
                        text: page.carrying.received > 0 ? qsTr("%n file(s) received (%1)", "", page.carrying.received).arg(figures.size(page.carrying.receivedBytes)) : qsTr("Nothing received yet")
                        detail: page.status.carried > 0 ? qsTr("Carried: %n file(s), %1. Sending takes them along.", "", page.status.carried).arg(figures.size(page.status.carriedBytes)) : ""
                        Layout.fillWidth: true
                    }

                    TextRow {
                        iconName: "tablet"
                        textSize: Style.bodySize
                        text: qsTr("This is tablet %1.").arg(page.status.tabletName)
                        Layout.fillWidth: true
                    }

                    TextRow {
                        iconName: "scan-qr-code"
                        textSize: Style.bodySize
                        text: qsTr("On the other tablet: Send, « Give to the group’s tablet », then « Scan the code ».")
                        Layout.fillWidth: true
                    }

                    TextRow {
                        iconName: "wifi"
                        textSize: Style.bodySize
                        text: qsTr("All on the same Wi-Fi. It needs no Internet.")
                        Layout.fillWidth: true
                    }

                    TextRow {
                        iconName: "lock"
                        textSize: Style.bodySize
                        text: qsTr("It comes locked for the office. Nobody can read it here.")
                        Layout.fillWidth: true
                    }

                    SquareLetters {
                        code: page.carrying.square
                        Layout.fillWidth: true
                    }
                }
            }
        }

        TextRow {
            width: parent.width
            visible: page.carrying.standing === "opening"
            iconName: "loader"
            text: qsTr("One moment…")
        }
    }
}
