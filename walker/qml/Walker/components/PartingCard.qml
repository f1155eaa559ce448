import QtQuick
import Walker
import Walker.Models

// Thanks, and what happens next with what the group said, in plain words.
Card {
    id: card

    required property EndOfWalk end
    required property App app
    required property int waiting // records and pictures not yet sent

    title: qsTr("Thank you!")
    tone: "pos"

    Figures {
        id: figures
    }

    Words {
        id: thanks

        width: parent.width
        text: qsTr("Everything you said is safe on the tablet.")
    }

    TextRow {
        id: sending

        width: parent.width
        iconName: card.waiting > 0 ? "cloud-upload" : "circle-check"
        tone: card.waiting > 0 ? "warn" : "ok"
        textSize: Style.bodySize
        text: card.waiting > 0 ? qsTr("Now: send it as soon as there is a network.") : qsTr("Everything is sent.")
    }

    TextRow {
        id: passing

        width: parent.width
        iconName: "user-check"
        textSize: Style.bodySize
        text: qsTr("Then: each finding is passed on to whoever can act.")
    }

    TextRow {
        id: answers

        width: parent.width
        iconName: "message-square"
        textSize: Style.bodySize
        text: qsTr("The answers come here, on the first page. A refusal gives its reason.")
    }

    TextRow {
        id: returning

        width: parent.width
        visible: card.end.leads
        iconName: card.end.nextVisit !== "" ? "calendar-check" : "calendar-clock"
        tone: card.end.nextVisit !== "" ? "ok" : "warn"
        textSize: Style.bodySize
        text: card.end.nextVisit !== "" ? qsTr("You come back on %1, to see whether it is true.").arg(figures.dayOf(card.end.nextVisit)) : qsTr("The walk stays open: it still has no date to come back.")
    }

    TextRow {
        width: parent.width
        visible: card.end.askedToClose
        iconName: "lock"
        textSize: Style.bodySize
        text: qsTr("You have asked to close this walk.")
    }

    ReadAloudButton {
        app: card.app
        text: [card.title, thanks.text, sending.text, passing.text, answers.text, returning.text].join(" ")
    }
}
