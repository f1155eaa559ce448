import QtQuick
import Walker
import Walker.Models

// What was promised and answered for the finding on the card, so that the group can contradict it on the spot.
Column {
    id: lines

    required property ReturnVisit visit
    readonly property var looks: ({
            done: ["circle-check", "ok"],
            planned: ["calendar-check", "revoir"],
            waiting: ["hourglass", "warn"],
            refused: ["ban", "danger"]
        })
    readonly property string promise: {
        const day = figures.dayOf(visit.card.plannedOn);
        switch (visit.card.standing) {
        case "done":
            return visit.card.organisation === "" ? qsTr("Said to be done. Is it true?") : qsTr("Said to be done by %1. Is it true?").arg(visit.card.organisation);
        case "planned":
            return day === "" ? qsTr("Planned by %1").arg(visit.card.organisation) : visit.card.organisation === "" ? qsTr("Planned for %1").arg(day) : qsTr("Planned for %1 by %2").arg(day).arg(visit.card.organisation);
        case "waiting":
            return visit.card.organisation === "" ? qsTr("Waiting for an answer") : qsTr("Waiting. Passed on to %1").arg(visit.card.organisation);
        case "refused":
            return visit.card.reason === "" ? qsTr("Not retained") : qsTr("Not retained: %1").arg(visit.card.reason);
        default:
            return qsTr("No answer received yet");
        }
    }

    readonly property string said: [promise, late.visible ? late.text : "", answer.visible ? answer.text : ""].filter(part => part !== "").join(". ")

    spacing: 6

    Figures {
        id: figures
    }

    TextRow {
        objectName: "promise"
        width: parent.width
        iconName: lines.looks[lines.visit.card.standing]?.[0] ?? "mail-question-mark"
        tone: lines.looks[lines.visit.card.standing]?.[1] ?? "plain"
        textSize: Style.labelSize
        text: lines.promise
    }

    TextRow {
        id: late

        width: parent.width
        visible: lines.visit.card.promiseBroken
        iconName: "triangle-alert"
        tone: "danger"
        textSize: Style.labelSize
        text: qsTr("The day has passed.")
    }

    TextRow {
        id: answer

        width: parent.width
        visible: lines.visit.card.answerWords !== ""
        iconName: "message-square"
        textSize: Style.labelSize
        text: lines.visit.card.answerMs > 0 ? qsTr("Answer of %1: “%2”").arg(figures.day(lines.visit.card.answerMs)).arg(lines.visit.card.answerWords) : qsTr("Answer received: “%1”").arg(lines.visit.card.answerWords)
    }

    TextRow {
        width: parent.width
        visible: lines.visit.card.proofs > 0
        iconName: "badge-check"
        text: qsTr("%n photo(s) of the work received by the office", "", lines.visit.card.proofs)
    }

    TextRow {
        width: parent.width
        visible: lines.visit.card.lastVerdict !== ""
        iconName: "history"
        text: qsTr("Seen on %1: %2").arg(figures.day(lines.visit.card.lastMs)).arg(lines.visit.card.lastVerdict)
    }
}
