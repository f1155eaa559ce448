import QtQuick
import Walker

// One walk or finding and where it stands: waiting, sent, refused with the reason, or in two versions.
Column {
    id: line

    required property var kinds
    required property string kind
    required property string label
    required property real atMs
    required property int count
    required property string state_
    required property string code
    required property string message
    readonly property bool kept: state_ === "refused" || state_ === "conflict"
    readonly property var look: ({
            waiting: ["cloud-upload", "warn", qsTr("Waits")],
            sent: ["check", "ok", qsTr("Received")],
            refused: ["circle-alert", "danger", qsTr("Refused")],
            conflict: ["git-compare", "warn", qsTr("Two versions")]
        })[state_]

    signal again
    signal mine

    LineRow {
        width: parent.width
        iconName: (line.kinds[line.kind] ?? ["file-text", ""])[0]
        text: line.label !== "" ? line.label : (line.kinds[line.kind] ?? ["", qsTr("Record")])[1]
        detail: line.state_ === "refused" ? qsTr("Kept on the tablet. The server says: %1").arg(line.message) : line.state_ === "conflict" ? qsTr("Another tablet sent another version. Both are kept.") : line.kind === "walk" ? [figures.moment(line.atMs), qsTr("%n finding(s)", "", line.count)].join(" · ") : figures.moment(line.atMs)
        tone: line.look[1]
        ending: line.look[2]
        endingIcon: line.look[0]
    }

    SecondaryButton {
        visible: line.kept
        text: line.state_ === "conflict" ? qsTr("Send mine") : qsTr("Send again")
        iconName: "refresh-cw"
        implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
        onClicked: {
            if (line.state_ === "conflict")
                line.mine();
            else
                line.again();
        }
    }

    Figures {
        id: figures
    }
}
