import Walker
import Walker.Models

// « This wording is unclear »: one touch keeps the note, and the page that opens asks what would be clearer.
GhostButton {
    required property App app
    required property string place // the page
    property string list // of the catalogue, with `code`; empty where the words are none of it
    property string code
    required property string shown // the words as they stand there

    text: qsTr("These words are not clear")
    iconName: "message-square-warning"
    textSize: Style.labelSize
    horizontalPadding: 14
    implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
    onClicked: app.noteWording(place, list, code, shown)
}
