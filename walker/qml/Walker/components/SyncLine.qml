pragma ComponentBehavior: Bound

import QtQuick
import Walker

// One walk, or one record, and where it stands on its way to the server; what needs a person has its buttons below.
Column {
    id: line

    required property string kind
    required property string label
    required property real atMs
    required property string state_
    required property string code
    required property real sizeBytes
    required property bool onlyMedia
    required property int depth
    required property bool opened
    required property int findings
    required property int stops
    required property int photos
    required property int tracks
    required property int waitingCount
    property bool comparing: false
    property bool last: false
    readonly property bool isWalk: kind === "group"
    readonly property var pictures: ({
            group: ["footprints", label === "" ? qsTr("Without a walk") : qsTr("Walk")],
            exploratory_walk: ["footprints", qsTr("The walk itself")],
            track_segment: ["route", qsTr("Path, part %1").arg(label)],
            stop: ["hand", qsTr("Stop")],
            report: ["flag", qsTr("Report")],
            space_candidate: ["flower-2", qsTr("Space")],
            photo: ["camera", qsTr("Photo")],
            voice_note: ["mic", qsTr("Voice note")],
            grid_answer: ["clipboard-list", qsTr("Grid answer")],
            vote: ["vote", qsTr("Votes")],
            revisit: ["history", qsTr("Seen again")],
            walk_closure_request: ["file-check", qsTr("Request to close")],
            wording_note: ["message-square", qsTr("Note on a wording")]
        })
    readonly property var looks: ({
            waiting: ["cloud-upload", "warn", qsTr("Waits")],
            sending: ["refresh-cw", "revoir", qsTr("Being sent")],
            held: ["eye", "warn", kind === "vote" ? qsTr("Vote still open") : qsTr("To check")],
            draft: ["pencil", "plain", qsTr("To complete")],
            sent: ["check", "ok", qsTr("Received")],
            refused: ["circle-alert", "danger", qsTr("Refused")],
            conflict: ["git-compare", "warn", qsTr("Two versions")]
        })
    readonly property var picture: pictures[kind] ?? ["file-text", qsTr("Record")]
    readonly property var look: looks[state_] ?? looks.waiting
    readonly property string when: figures.moment(atMs)

    signal toggled
    signal again
    signal mended
    signal compared

    function contents(): string {
        const parts = [findings > 0 ? qsTr("%n finding(s)", "", findings) : "", stops > 0 ? qsTr("%n stop(s)", "", stops) : "", photos > 0 ? qsTr("%n photo(s)", "", photos) : "", tracks > 0 ? qsTr("path") : ""];
        return parts.filter(part => part !== "").join(", ");
    }

    function told(): string {
        if (isWalk)
            return [contents(), waitingCount > 0 && sizeBytes > 0 ? qsTr("about %1 to send").arg(figures.size(sizeBytes)) : ""].filter(part => part !== "").join(" · ");
        switch (state_) {
        case "refused":
            return refusals.why(code) + " " + refusals.next(code);
        case "conflict":
            return qsTr("Changed here and elsewhere. Both versions are kept.");
        case "held":
            return kind === "vote" ? qsTr("It leaves once the vote is closed.") : qsTr("It leaves only once a person has looked at it.");
        case "draft":
            return qsTr("Being written since %1. It is sent once it is saved.").arg(when);
        case "sent":
            return qsTr("Received on %1").arg(when);
        default:
            return onlyMedia ? qsTr("The form is received; the picture follows (%1).").arg(figures.size(sizeBytes)) : sizeBytes > 0 ? [when, figures.size(sizeBytes)].join(" · ") : when;
        }
    }

    leftPadding: depth * 28

    Figures {
        id: figures
    }

    RefusalWords {
        id: refusals
    }

    LineRow {
        width: parent.width - line.leftPadding
        iconName: line.picture[0]
        text: line.isWalk || line.kind === "track_segment" || line.label === "" ? (line.isWalk && line.label !== "" ? line.label : line.picture[1]) : line.label
        detail: line.told()
        tone: line.look[1]
        ending: line.isWalk && line.state_ === "waiting" ? qsTr("%n to send", "", line.waitingCount) : line.look[2]
        endingIcon: line.isWalk ? (line.opened ? "chevron-up" : "chevron-down") : line.state_ === "conflict" ? (line.comparing ? "chevron-up" : "chevron-down") : line.look[0]
        opens: line.isWalk || line.state_ === "conflict" || line.state_ === "draft" || (line.state_ === "held" && line.kind === "photo")
        lastLine: line.last || line.comparing || buttons.visible
        onClicked: line.isWalk ? line.toggled() : line.state_ === "conflict" ? line.compared() : line.state_ === "draft" ? line.mended() : line.toggled()
    }

    Flow {
        id: buttons

        width: parent.width - line.leftPadding
        visible: line.state_ === "refused" && !line.isWalk
        spacing: Style.gap
        bottomPadding: Style.gap

        PrimaryButton {
            visible: refusals.mendable(line.code, line.kind)
            text: qsTr("Correct it")
            iconName: "pencil"
            width: Math.min(implicitWidth, parent.width)
            onClicked: line.mended()
        }

        SecondaryButton {
            visible: !["damaged_record", "erased_medium"].includes(line.code)
            text: qsTr("Send again")
            iconName: "refresh-cw"
            width: Math.min(implicitWidth, parent.width)
            onClicked: line.again()
        }
    }
}
