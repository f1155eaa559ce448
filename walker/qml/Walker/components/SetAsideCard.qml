pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What was carried and the office could not take in: why, and where it still is.
Card {
    id: card

    required property SyncStatus status

    title: qsTr("The office set a carried file aside")

    Figures {
        id: figures
    }

    Repeater {
        model: card.status.setAside

        Column {
            id: entry

            required property string reason
            required property real receivedMs
            required property real sizeBytes
            required property bool carriedHere

            width: parent?.width ?? 0
            spacing: Style.gap

            TextRow {
                width: parent.width
                iconName: "backpack"
                text: (entry.carriedHere ? qsTr("This tablet carried it for another one (%1, %2).") : qsTr("This tablet gave it to another one to carry (%1, %2).")).arg(figures.moment(entry.receivedMs)).arg(figures.size(entry.sizeBytes))
            }

            TextRow {
                width: parent.width
                iconName: "message-square"
                text: qsTr("The office says: %1").arg(entry.reason)
            }

            TextRow {
                width: parent.width
                iconName: "circle-check"
                tone: "ok"
                text: entry.carriedHere ? qsTr("The tablet that wrote it keeps all of it until the server has it. Tell its group.") : qsTr("Nothing is lost: it is still here. Send it from here, or save it to a file.")
            }
        }
    }

    SecondaryButton {
        text: qsTr("Understood")
        iconName: "check"
        width: Math.min(implicitWidth, parent.width)
        onClicked: card.status.understandSetAside()
    }
}
