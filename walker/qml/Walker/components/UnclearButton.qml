import QtQuick
import Walker
import Walker.Models

// « This wording is unclear »: one touch keeps the note, and the page that opens asks what would be clearer; of a page with
// many words, which of them.
GhostButton {
    id: button

    required property App app
    required property string place // the page
    property string list // of the catalogue, with `code`; empty where the words are none of it
    property string code
    required property string shown // the words as they stand there
    property Item around // what holds the questions of the page
    property string pictures // the catalogue's list its tiles are of; empty: not asked about one by one

    // Each question, and each picture, of what is on the page: list, code and words.
    function parts(item: Item): list<string> {
        if (!item.visible)
            return [];
        const tile = pictures !== "" ? item as Tile : null;
        if (tile !== null)
            return [`${pictures}\t${tile.code}\t${tile.text}`];
        const asked = (item as GridQuestion)?.question ?? (item as ChoiceGroup)?.question ?? (item as Field)?.label ?? "";
        const inside = item.children.reduce((found, child) => found.concat(parts(child)), []);
        return asked === "" ? inside : [`\t\t${asked}`].concat(inside);
    }

    text: qsTr("These words are not clear")
    iconName: "message-square-warning"
    textSize: Style.labelSize
    horizontalPadding: 14
    implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
    onClicked: app.noteWording(place, list, code, [shown].concat(around ? parts(around) : []).join("\n"))
}
