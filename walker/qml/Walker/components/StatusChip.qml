import QtQuick
import QtQuick.Layouts
import Walker

// A state in a pictogram and a word. With `announced` a change of words is said politely by a screen reader.
Rectangle {
    id: chip

    required property string text
    required property string iconName
    property string tone: "plain" // plain, primary, ok, warn, danger, revoir, sig, pos, req
    property bool announced: false

    implicitWidth: row.implicitWidth + 24
    implicitHeight: Math.max(40, row.implicitHeight + 12)
    radius: 20
    color: Style.soft(tone)
    border.width: Style.isContrast ? Style.border : 0
    border.color: Style.tone(tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    onTextChanged: {
        if (announced)
            Accessible.announce(text, Accessible.Polite);
    }

    RowLayout {
        id: row

        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 24)
        spacing: 8

        Icon {
            name: chip.iconName
            size: Style.smallIconSize
            tint: Style.tone(chip.tone)
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }

        Words {
            text: chip.text
            color: Style.tone(chip.tone)
            strong: true
            font.pixelSize: Style.secondarySize
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
