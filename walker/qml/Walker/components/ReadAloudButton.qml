import QtQuick
import Walker
import Walker.Models

// Reads `text` aloud, or stops; absent where the tablet has no voice for the language. Gives nothing away by itself.
FocusScope {
    id: reader

    required property App app
    property string text
    property string word: qsTr("Read aloud")
    property string told // what it was last asked to read: other words, or another page, end that
    readonly property bool here: app !== null && text !== "" && app.speech.text === text

    function hush(): void {
        if (app !== null && told !== "" && app.speech.text === told)
            app.speech.stop();
        told = "";
    }

    visible: app !== null && text !== "" && app.speech.available
    implicitWidth: button.implicitWidth
    implicitHeight: button.implicitHeight
    onTextChanged: hush()
    Component.onDestruction: hush()

    SecondaryButton {
        id: button

        width: parent.width
        focus: true
        implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
        horizontalPadding: 18
        textSize: Style.labelSize
        text: reader.here ? qsTr("Stop reading") : reader.word
        iconName: reader.here ? "square" : "volume-2"
        onClicked: {
            if (reader.here) {
                reader.hush();
            } else {
                reader.told = reader.text;
                reader.app.speech.say(reader.text);
            }
        }
    }
}
