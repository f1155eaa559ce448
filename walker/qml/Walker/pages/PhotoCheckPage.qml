pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// A person looks at each photo before it may leave: what will be sent is shown, a touch blurs one more place.
Page {
    id: page

    required property App app
    required property PhotoCheck check

    title: check.count === 0 ? qsTr("No photo to check") : qsTr("Can this photo be shown?")
    subtitle: check.count === 0 ? "" : qsTr("Photo %1 of %2").arg(check.number).arg(check.count) + (check.about !== "" ? " · " + check.about : "")
    showsBar: check.count > 0
    actionText: qsTr("Yes, it can be shown")
    actionReason: check.source === "" ? (check.refusal !== "" ? qsTr("This picture cannot be read") : qsTr("Looking for faces…")) : ""
    buttons: [
        SecondaryButton {
            visible: page.check.count > 1
            text: qsTr("Next")
            iconName: "arrow-right"
            onClicked: page.check.step(1)
        },
        SecondaryButton {
            visible: page.check.touchedCount > 0
            text: qsTr("Undo the last blur")
            iconName: "undo-2"
            onClicked: page.check.undoBlur()
        },
        SecondaryButton {
            text: qsTr("Delete this photo")
            iconName: "trash-2"
            danger: true
            onClicked: page.check.remove()
        }
    ]
    onBack: app.back()
    onActed: check.accept()
    onUndone: check.undoRemove()

    FaultWords {
        id: sentences
    }

    EmptyState {
        x: Style.margin
        y: Style.margin
        width: parent.width - 2 * x
        visible: page.check.count === 0
        iconName: "circle-check"
        headline: qsTr("Every photo was looked at")
        detail: qsTr("They leave the tablet with the next sending.")
        actionText: qsTr("Back")
        actionIcon: "arrow-left"
        onActed: page.app.back()
    }

    Column {
        id: advice

        x: Style.margin
        y: Style.margin
        width: parent.width - 2 * x
        visible: page.check.count > 0
        spacing: 8

        TextRow {
            width: parent.width
            iconName: "hand"
            textSize: Style.bodySize
            text: qsTr("Touch a face, a name or a number plate to blur it.")
        }

        TextRow {
            width: parent.width
            visible: !page.check.finds
            iconName: "triangle-alert"
            tone: "warn"
            text: qsTr("Faces are not found by themselves on this machine.")
        }

        TextRow {
            width: parent.width
            visible: page.check.refusal !== ""
            iconName: "circle-alert"
            tone: "danger"
            text: page.check.refusal === "" ? "" : sentences.photo(page.check.refusal)
        }
    }

    Item {
        id: place

        x: Style.margin
        y: advice.y + advice.height + Style.gap
        width: parent.width - 2 * x
        height: (removal.visible ? removal.y : parent.height) - y - Style.margin
        visible: page.check.source !== ""

        Image {
            id: picture

            readonly property real ratio: page.check.pixelHeight > 0 ? page.check.pixelWidth / page.check.pixelHeight : 1

            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height * ratio)
            height: width / ratio
            source: page.check.source
            sourceSize: Qt.size(1600, 1600)
            fillMode: Image.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The photo as it will be sent")

            TapHandler {
                onTapped: eventPoint => page.check.blurAt(eventPoint.position.x / picture.width, eventPoint.position.y / picture.height)
            }

            Rectangle {
                anchors.fill: parent
                visible: Style.isNight
                color: "#000000"
                opacity: Style.photoShade
            }

            Repeater {
                model: page.check.boxes

                Rectangle {
                    required property rect area // in parts of the picture

                    x: area.x * picture.width
                    y: area.y * picture.height
                    width: area.width * picture.width
                    height: area.height * picture.height
                    color: "transparent"
                    border.width: 3
                    border.color: Style.colours.action
                }
            }
        }
    }

    UndoBar {
        id: removal

        x: Style.margin
        y: parent.height - height - Style.margin
        width: parent.width - 2 * x
        visible: page.check.removedCount > 0
        text: qsTr("%n photo(s) deleted", "", page.check.removedCount)
        canComplete: false
        onUndone: page.check.undoRemove()
    }
}
