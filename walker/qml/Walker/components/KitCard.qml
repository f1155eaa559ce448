pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Walker
import Walker.Models

// A walk kit: opened from a file of another group, with what it says and its posters; or written for another group.
Card {
    id: card

    required property KitExchange kit
    readonly property string trouble: kit.fault === "" ? "" : ({
            unknown_format: qsTr("This file is no walk kit. Choose a file in .gupkit or .gpx."),
            kit_damaged: qsTr("This kit is damaged. Ask for it again."),
            kit_unsafe: qsTr("This file is not safe. Do not use it."),
            kit_too_large: qsTr("This kit is too large. Ask for a smaller one."),
            kit_too_new: qsTr("This kit needs a newer version of the app."),
            kit_no_route: qsTr("This file holds no way and no stop."),
            kit_grid_missing: qsTr("The grid of this kit is missing. Ask for a kit with its grid."),
            kit_grid_differs: qsTr("The grid of this kit is not the one known here. Ask the group that made it."),
            kit_malformed: qsTr("Something in this kit is wrong: %1. Ask for it again.").arg(kit.place),
            disk_full: qsTr("The tablet is full. Free some space, then try again.")
        }[kit.fault] ?? qsTr("This file cannot be read. Ask for it again."))

    title: qsTr("Walk kit")

    Words {
        width: parent.width
        text: qsTr("A file with the way, the stops and the grid, to pass from group to group.")
        color: Style.colours.ink2
        font.pixelSize: Style.secondarySize
    }

    TextRow {
        width: parent.width
        visible: card.trouble !== ""
        iconName: "circle-alert"
        tone: "danger"
        text: qsTr("%1 Nothing was changed.").arg(card.trouble)
    }

    SecondaryButton {
        objectName: "openKit"
        width: parent.width
        text: qsTr("Open a walk kit")
        iconName: "folder-open"
        onClicked: reading.open()
    }

    SecondaryButton {
        objectName: "writeKit"
        width: parent.width
        visible: card.kit.canWrite
        text: qsTr("Pass this walk on")
        iconName: "share-2"
        onClicked: writing.open()
    }

    TextRow {
        width: parent.width
        visible: card.kit.written
        iconName: "circle-check"
        tone: "ok"
        text: qsTr("The kit is written. It holds no name and nothing that was found.")
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: card.kit.words
        font.pixelSize: Style.secondarySize
    }

    Repeater {
        model: card.kit.posters === "" ? [] : card.kit.posters.split("\n")

        SecondaryButton {
            required property string modelData
            required property int index

            width: parent?.width ?? 0
            text: qsTr("See poster %1").arg(index + 1)
            iconName: "image"
            onClicked: Qt.openUrlExternally(modelData)
        }
    }

    FileDialog {
        id: reading

        title: qsTr("Open a walk kit")
        nameFilters: [qsTr("Walk kits (%1)").arg("*.gupkit *.gpx *.GPX"), qsTr("All files (%1)").arg("*")]
        onAccepted: card.kit.bring(selectedFile)
    }

    FileDialog {
        id: writing

        title: qsTr("Pass this walk on")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "gupkit"
        nameFilters: [qsTr("Walk kits (%1)").arg("*.gupkit")]
        onAccepted: card.kit.write(selectedFile)
    }
}
