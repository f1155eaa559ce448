import QtQuick
import Walker
import Walker.Models

// Without a network: three ways for what waits here to reach the office all the same, and what is carried for others.
Card {
    id: card

    required property App app
    required property SyncStatus status

    title: qsTr("No network?")
    spacing: 0

    Figures {
        id: figures
    }

    LineRow {
        width: parent.width
        iconName: "tablet-smartphone"
        text: qsTr("Give to the group’s tablet")
        detail: qsTr("By Wi-Fi, with its square. It will send for you.")
        opens: true
        onClicked: card.app.open("handover")
    }

    LineRow {
        width: parent.width
        iconName: "backpack"
        text: qsTr("Carry for the others")
        detail: !card.status.canCarry ? qsTr("Only a tablet that is enrolled can.") : card.status.carried > 0 ? qsTr("Carried: %n file(s), %1. Sending takes them along.", "", card.status.carried).arg(figures.size(card.status.carriedBytes)) : qsTr("Take along what they recorded. Nobody can read it here.")
        opens: card.status.canCarry
        onClicked: card.app.open("carry")
    }

    LineRow {
        width: parent.width
        iconName: "usb"
        text: qsTr("Save to a file, read an answer")
        detail: qsTr("To carry on a stick to the office, and back")
        opens: true
        lastLine: true
        onClicked: card.app.open("bundle")
    }
}
