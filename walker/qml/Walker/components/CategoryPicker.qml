pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What it is, by pictures: families above, tiles below; a search shows what it finds as tiles too, and own words when nothing.
Column {
    id: picker

    required property ReportForm form
    readonly property CategoryPictures pictures: form.pictures
    readonly property bool liked: form.kind === "liked"
    readonly property bool huge: Style.textScale > 1.5 // families then come after the tiles

    spacing: Style.gap

    component Families: FamilyBar {
        width: picker.width
        families: picker.pictures.families
        chosenCode: picker.pictures.family
        searching: picker.pictures.searching
        onPicked: code => picker.pictures.openFamily(code)
        onSearched: {
            picker.pictures.startSearch();
            sought.input.forceActiveFocus(Qt.OtherFocusReason);
        }
    }

    Families {
        objectName: "families"
        visible: !picker.liked && !(picker.huge && picker.pictures.family === "" && !picker.pictures.searching)
    }

    Field {
        id: sought

        width: parent.width
        visible: picker.pictures.searching
        label: qsTr("What are you looking for?")
        placeholder: qsTr("A word: mattress, lamp, hole…")
        text: picker.pictures.sought
        onEdited: text => picker.pictures.search(text)
    }

    TileGrid {
        objectName: "tiles"
        width: parent.width
        model: picker.pictures.tiles
        tone: picker.liked ? "pos" : "sig"
        chosenCodes: picker.form.category === "" ? [] : [picker.form.category]
        limit: picker.huge && picker.pictures.family === "" && !picker.pictures.searching ? 6 : 0
        onPicked: code => picker.form.pickCategory(code)
    }

    EmptyState {
        width: parent.width
        visible: picker.pictures.nothingFound
        iconName: "search-x"
        headline: qsTr("No picture found")
        detail: qsTr("Nothing is lost. Say it in your own words.")
        actionText: visible ? qsTr("Something else: %1").arg(picker.pictures.sought) : ""
        actionIcon: "circle-ellipsis"
        onActed: picker.form.pickOther(picker.pictures.sought)
    }

    Field {
        width: parent.width
        visible: picker.form.wantsWords
        label: qsTr("What is it?")
        placeholder: qsTr("In a few words")
        hint: qsTr("Describe the place and what hinders. Name and describe no person.")
        text: picker.form.categoryWords
        onEdited: text => picker.form.writeCategoryWords(text)
    }

    Loader {
        active: !picker.liked && picker.huge && picker.pictures.family === "" && !picker.pictures.searching
        visible: active
        sourceComponent: Families {}
    }
}
