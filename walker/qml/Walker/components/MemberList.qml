pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What stands together at one place of the map, one under the other; a touch opens it.
Card {
    id: list

    required property RowListModel members // recordId, kind, label, iconName

    signal picked(kind: string, record: string)
    signal closed

    title: qsTr("%n finding(s) here", "", members.count)

    Scroller {
        width: parent.width
        height: Math.min(implicitHeight, 300)
        contentMargin: 0
        spacing: 0

        Repeater {
            model: list.members

            LineRow {
                required property string recordId
                required property string kind
                required property string label

                width: parent?.width ?? 0
                text: label || qsTr("Finding without a category")
                detail: ""
                tone: kind === "space" ? "req" : kind === "liked" ? "pos" : "sig"
                opens: true
                onClicked: list.picked(kind, recordId)
            }
        }
    }

    SecondaryButton {
        text: qsTr("Close")
        iconName: "x"
        implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
        onClicked: list.closed()
    }
}
