pragma ComponentBehavior: Bound

import QtQuick
import Walker

// What stands together at one place of the map, one under the other; a touch opens it.
Card {
    id: list

    required property var members // recordId, kind, label, iconName

    signal picked(kind: string, record: string)
    signal closed

    title: qsTr("%n finding(s) here", "", members.length)

    Scroller {
        width: parent.width
        height: Math.min(implicitHeight, 300)
        contentMargin: 0
        spacing: 0

        Repeater {
            model: list.members

            LineRow {
                required property var modelData

                width: parent?.width ?? 0
                iconName: modelData.iconName
                text: modelData.label || qsTr("Finding without a category")
                detail: ""
                tone: modelData.kind === "space" ? "req" : modelData.kind === "liked" ? "pos" : "sig"
                opens: true
                onClicked: list.picked(modelData.kind, modelData.recordId)
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
