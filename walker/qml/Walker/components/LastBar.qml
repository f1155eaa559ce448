import Walker
import Walker.Models

// What was recorded last, in words, with the way to take it back.
UndoBar {
    id: bar

    required property LastCapture last
    readonly property string what: ({
            report: qsTr("Report saved"),
            liked: qsTr("Place we like saved"),
            space: qsTr("Space saved"),
            stop: qsTr("Stop %1 saved").arg(last.label),
            revisit: qsTr("Seen again"),
            thrown: qsTr("Thrown away"),
            removed: qsTr("Deleted"),
            edited: qsTr("Changed"),
            me_too: qsTr("Said of the earlier report"),
            marked: qsTr("Place kept, to complete later"),
            wording: qsTr("Note on the words saved")
        })[last.kind] ?? ""

    visible: last.kind !== ""
    text: last.kind === "stop" || last.label === "" ? what : qsTr("%1: %2").arg(what).arg(last.label)
    canComplete: ["report", "liked", "space", "revisit", "marked"].includes(last.kind)
    silent: last.kind === "marked"
    onUndone: last.undo()
    onCompleted: last.complete()
}
