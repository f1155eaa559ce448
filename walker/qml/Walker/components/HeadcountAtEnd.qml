import QtQuick
import Walker
import Walker.Models

// How many are here at the end, a number without names. Fewer than at the start is asked about, and never blocks.
Card {
    id: card

    required property EndOfWalk end
    property bool counting: false
    readonly property bool differs: end.atEnd >= 0 && end.missing !== 0

    signal helpWanted

    title: qsTr("Is everybody here?")

    TextRow {
        width: parent.width
        visible: !card.differs && !card.counting && card.end.atEnd >= 0
        iconName: "circle-check"
        tone: "ok"
        textSize: Style.bodySize
        text: card.end.atStart >= 0 ? qsTr("Everybody is here: %n person(s).", "", card.end.atEnd) : qsTr("%n person(s) at the end.", "", card.end.atEnd)
    }

    TextRow {
        objectName: "mismatch"
        width: parent.width
        visible: card.differs && !card.counting
        iconName: "triangle-alert"
        tone: "danger"
        textSize: Style.bodySize
        text: card.end.missing > 0 ? qsTr("%1 at the start, %2 now: who is missing?").arg(card.end.atStart).arg(card.end.atEnd) : qsTr("%1 at the start, %2 now: who has joined you?").arg(card.end.atStart).arg(card.end.atEnd)
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }

    PrimaryButton {
        width: parent.width
        visible: card.end.atEnd < 0 && card.end.atStart >= 0 && !card.counting
        text: qsTr("Yes, we are %1").arg(card.end.atStart)
        iconName: "users"
        onClicked: card.end.count(card.end.atStart)
    }

    Stepper {
        objectName: "headcount"
        width: parent.width
        visible: card.counting
        countsOnly: true
        label: qsTr("How many are you now?")
        value: Math.max(0, card.end.atEnd >= 0 ? card.end.atEnd : card.end.atStart)
        onCounted: value => card.end.count(value)
    }

    Flow {
        width: parent.width
        spacing: Style.gap

        SecondaryButton {
            visible: !card.counting
            width: Math.min(implicitWidth, parent.width)
            text: card.end.atEnd >= 0 ? qsTr("Count again") : card.end.atStart >= 0 ? qsTr("No, count") : qsTr("Count")
            iconName: "users"
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: card.counting = true
        }

        SecondaryButton {
            visible: card.counting
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("That is right")
            iconName: "check"
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: {
                if (card.end.atEnd < 0)
                    card.end.count(Math.max(0, card.end.atStart));
                card.counting = false;
            }
        }

        SecondaryButton {
            visible: card.differs && card.end.missing > 0
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Help now")
            iconName: "life-buoy"
            danger: true
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: card.helpWanted()
        }
    }
}
