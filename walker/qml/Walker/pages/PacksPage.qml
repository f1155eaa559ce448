pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Walker
import Walker.Models

// The maps and address lists of this tablet: what they cover, how large they are, taking one in, setting one aside.
Page {
    id: page

    required property App app
    required property PackList packs

    title: qsTr("Maps")
    subtitle: qsTr("They work without network.")
    actionText: qsTr("Add a map")
    actionIcon: "folder-open"
    busy: packs.busy
    busyText: qsTr("Copying…")
    onActed: picker.open()
    onBack: app.back()
    onUndone: {
        if (packs.removed !== "")
            packs.bringBack(packs.removed);
    }
    Component.onCompleted: packs.look()

    FileDialog {
        id: picker

        title: qsTr("Choose a map")
        nameFilters: [qsTr("Maps and addresses (%1)").arg("*.mbtiles *.csv *.geojson *.json"), qsTr("All files (%1)").arg("*")]
        onAccepted: page.packs.take(selectedFile)
    }

    FaultWords {
        id: sentences
    }

    Scroller {
        width: parent.width
        height: undo.visible ? undo.y - Style.gap : parent.height
        focus: true
        contentMargin: Style.padding

        ErrorState {
            width: parent.width
            app: page.app
            visible: page.packs.fault !== ""
            headline: sentences.headline(page.packs.fault)
            detail: sentences.detail(page.packs.fault)
        }

        EmptyState {
            width: parent.width
            visible: page.packs.rows.count === 0
            iconName: "map"
            headline: qsTr("No map yet")
            detail: qsTr("The walk works without one, on a plain ground. Ask the GUP cell for the map of your district.")
        }

        Repeater {
            model: page.packs.rows

            PackCard {
                width: parent?.width ?? 0
                onRemoving: page.packs.remove(fileName)
                onReturning: page.packs.bringBack(fileName)
                onDeleting: page.packs.deleteForGood(fileName)
            }
        }
    }

    UndoBar {
        id: undo

        x: Style.margin
        width: parent.width - 2 * x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.gap
        visible: page.packs.removed !== ""
        text: qsTr("Map set aside")
        canComplete: false
        onUndone: page.packs.bringBack(page.packs.removed)
    }
}
