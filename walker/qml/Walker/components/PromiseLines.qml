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
        const day = figures.dayOf(visit.plannedOn);
        switch (visit.standing) {
        case "done":
            return visit.organisation === "" ? qsTr("Said to be done. Is it true?") : qsTr("Said to be done by %1. Is it true?").arg(visit.organisation);
        case "planned":
            return day === "" ? qsTr("Planned by %1").arg(visit.organisation) : visit.organisation === "" ? qsTr("Planned for %1").arg(day) : qsTr("Planned for %1 by %2").arg(day).arg(visit.organisation);
        case "waiting":
            return visit.organisation === "" ? qsTr("Waiting for an answer") : qsTr("Waiting. Passed on to %1").arg(visit.organisation);
        case "refused":
            return visit.reason === "" ? qsTr("Not retained") : qsTr("Not retained: %1").arg(visit.reason);
        default:
            return qsTr("No answer received yet");
        }
    }

    spacing: 6

    Figures {
        id: figures
    }

    TextRow {
        objectName: "promise"
        width: parent.width
        iconName: lines.looks[lines.visit.standing]?.[0] ?? "mail-question-mark"
        tone: lines.looks[lines.visit.standing]?.[1] ?? "plain"
        textSize: Style.labelSize
        text: lines.promise
    }

    TextRow {
        width: parent.width
        visible: lines.visit.promiseBroken
        iconName: "triangle-alert"
        tone: "danger"
        textSize: Style.labelSize
        text: qsTr("The day has passed.")
    }

    TextRow {
        width: parent.width
        visible: lines.visit.answerWords !== ""
        iconName: "message-square"
        textSize: Style.labelSize
        text: lines.visit.answerMs > 0 ? qsTr("Answer of %1: “%2”").arg(figures.day(lines.visit.answerMs)).arg(lines.visit.answerWords) : qsTr("Answer received: “%1”").arg(lines.visit.answerWords)
    }

    TextRow {
        width: parent.width
        visible: lines.visit.proofs > 0
        iconName: "badge-check"
        text: qsTr("%n photo(s) of the work received by the office", "", lines.visit.proofs)
    }

    TextRow {
        width: parent.width
        visible: lines.visit.lastVerdict !== ""
        iconName: "history"
        text: qsTr("Seen on %1: %2").arg(figures.day(lines.visit.lastMs)).arg(lines.visit.lastVerdict)
    }
}
