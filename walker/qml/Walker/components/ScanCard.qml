pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// Reads a square (QR code): through the camera once it is asked to, or in a picture file. Nothing is recorded.
Card {
    id: card

    required property SquareReader squares
    required property string advice
    readonly property string state_: squares.finder.state
    readonly property bool blind: ["none", "refused", "busy", "failed"].includes(state_)

    Words {
        width: parent.width
        text: card.advice
    }

    ViewfinderView {
        width: parent.width
        height: Math.min(width * 0.75, 380)
        visible: card.squares.looking && !card.blind
        finder: card.squares.finder

        Rectangle {
            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height) * 0.72
            height: width
            color: "transparent"
            border.width: 4
            border.color: Style.colours.action
            radius: 12
        }
    }

    TextRow {
        width: parent.width
        visible: card.squares.looking && !card.blind
        iconName: "scan-qr-code"
        text: card.state_ === "ready" ? qsTr("Hold the square in the frame. It is read by itself.") : qsTr("The camera is starting…")
    }

    TextRow {
        width: parent.width
        visible: card.squares.looking && card.blind
        iconName: "camera-off"
        tone: "warn"
        text: card.state_ === "none" ? qsTr("This tablet has no camera. Choose a picture, or type.") : card.state_ === "refused" ? qsTr("The camera may not be used. Allow it in the system’s settings.") : qsTr("The camera does not answer. Choose a picture, or type.")
    }

    TextRow {
        width: parent.width
        visible: card.squares.missed
        iconName: "circle-alert"
        tone: "danger"
        text: qsTr("No square was found in this picture. Choose another one.")
    }

    Flow {
        width: parent.width
        spacing: Style.gap

        PrimaryButton {
            text: card.squares.looking ? qsTr("Stop the camera") : qsTr("Scan the code")
            iconName: card.squares.looking ? "x" : "scan-qr-code"
            width: Math.min(implicitWidth, parent.width)
            onClicked: card.squares.looking ? card.squares.leave() : card.squares.look()
        }

        SecondaryButton {
            text: qsTr("Choose a picture")
            iconName: "image"
            width: Math.min(implicitWidth, parent.width)
            onClicked: picker.open()
        }
    }

    PhotoPicker {
        id: picker

        onPicked: file => card.squares.readFile(file)
    }
}
