import QtQuick
import Walker

// A form that was left before it was saved: nothing of it is lost, one touch opens it again.
LineRow {
    id: row

    required property string draftId
    required property string kind // report, liked, space
    required property string label
    required property real atMs
    required property int index

    signal opened(kind: string, draft: string)

    text: label !== "" ? label : kind === "space" ? qsTr("Space without a kind") : kind === "liked" ? qsTr("Place we like") : qsTr("Report without a category")
    detail: figures.moment(atMs)
    tone: kind === "space" ? "req" : kind === "liked" ? "pos" : "sig"
    opens: true
    lastLine: true
    onClicked: opened(kind, draftId)

    Figures {
        id: figures
    }
}
