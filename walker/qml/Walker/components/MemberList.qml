pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// Marks of the map one under the other, with how far each is and which way; a touch opens it.
Card {
    id: list

    required property RowListModel rows
    required property string note // said at the end of the rows
    property real room: 300

    signal picked(kind: string, record: string)
    signal closed

    MarkWords {
        id: names
    }

    Figures {
        id: figures
    }

    Scroller {
        width: parent.width
        height: Math.min(implicitHeight, list.room)
        contentMargin: 0
        spacing: 0

        Repeater {
            model: list.rows

            LineRow {
                required property string recordId
                required property string kind
                required property string label
                required property int number
                required property real distanceM
                required property string direction
                required property real momentMs

                width: parent?.width ?? 0
                text: names.of(kind, label, number)
                detail: (distanceM < 5 ? qsTr("Here") : qsTr("%1 %2").arg(figures.length(distanceM)).arg(names.way(direction))) + (momentMs > 0 ? " · " + figures.day(momentMs) : "")
                tone: names.tone(kind)
                opens: kind !== "planned"
                onClicked: list.picked(kind, recordId)
            }
        }

        TextRow {
            width: parent?.width ?? 0
            height: implicitHeight + 2 * Style.gap
            iconName: "info"
            text: list.note
        }
    }

    SecondaryButton {
        text: qsTr("Close")
        iconName: "x"
        implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
        onClicked: list.closed()
    }
}
