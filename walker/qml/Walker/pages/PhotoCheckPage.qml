pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// A person looks at every photo before it may leave: six at a time, as they will be sent; one touch accepts the page.
Page {
    id: page

    required property App app
    required property PhotoCheck check
    readonly property bool done: check.count === 0

    title: done ? qsTr("No photo to check") : qsTr("Can these photos be shown?")
    subtitle: done ? "" : qsTr("Photos %1 to %2 of %3").arg(check.first).arg(check.last).arg(check.count)
    showsBar: !done
    actionText: qsTr("All is well")
    actionReason: check.ready ? "" : check.looking ? qsTr("Looking for faces…") : qsTr("Look at them first")
    note: qsTr("Touch a photo to blur more, or to delete it.")
    chips: [
        StatusChip {
            visible: page.check.saving > 0 && !page.done
            text: qsTr("Saving %n photo(s)…", "", page.check.saving)
            iconName: "hourglass"
            announced: true
        }
    ]
    buttons: [
        SecondaryButton {
            visible: page.check.pages > 1
            text: qsTr("Next page")
            iconName: "arrow-right"
            onClicked: page.check.step(1)
        }
    ]
    onBack: app.back()
    onActed: check.accept()
    onUndone: app.removal.undo()

    EmptyState {
        x: Style.margin
        y: Style.margin
        width: parent.width - 2 * x
        visible: page.done
        iconName: page.check.saving > 0 ? "hourglass" : "circle-check"
        headline: page.check.saving > 0 ? qsTr("Saving %n photo(s)…", "", page.check.saving) : qsTr("Every photo was looked at")
        detail: page.check.saving > 0 ? qsTr("The originals are erased once the blurred photos are kept.") : qsTr("They leave the tablet with the next sending.")
        actionText: qsTr("Back")
        actionIcon: "arrow-left"
        onActed: page.app.back()
    }

    TextRow {
        id: warning

        x: Style.margin
        y: visible ? Style.margin : 0
        width: parent.width - 2 * x
        height: visible ? implicitHeight : 0
        visible: !page.done && !page.check.finds
        iconName: "triangle-alert"
        tone: "warn"
        text: qsTr("Faces are not found by themselves on this machine.")
    }

    Grid {
        id: grid

        readonly property int across: page.width > page.height ? 3 : 2
        readonly property int down: 6 / across

        x: Style.margin
        y: warning.y + warning.height + Style.margin
        width: parent.width - 2 * x
        height: (removal.visible ? removal.y : parent.height) - y - Style.margin
        columns: across
        spacing: Style.gap
        layoutDirection: Style.direction

        Repeater {
            model: page.check.cells

            PhotoCell {
                required property string photoId

                width: (grid.width - (grid.across - 1) * grid.spacing) / grid.across
                height: (grid.height - (grid.down - 1) * grid.spacing) / grid.down
                onClicked: page.app.openPhoto(photoId)
            }
        }
    }

    UndoBar {
        id: removal

        x: Style.margin
        y: parent.height - height - Style.margin
        width: parent.width - 2 * x
        visible: page.app.removal.count > 0
        text: qsTr("%n photo(s) deleted", "", page.app.removal.count)
        canComplete: false
        onUndone: page.app.removal.undo()
    }
}
