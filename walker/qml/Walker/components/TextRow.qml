import QtQuick
import QtQuick.Layouts
import Walker

// A fact or a reminder: a pictogram and one sentence.
RowLayout {
    id: row

    required property string iconName
    required property string text
    property string tone: "plain"
    property int textSize: Style.secondarySize
    property bool quiet: false // reminders, second to everything else
    property color ink: quiet ? Style.colours.ink2 : Style.tone(tone)

    spacing: 12

    Icon {
        name: row.iconName
        size: Style.smallIconSize
        tint: row.ink
        Layout.preferredWidth: size
        Layout.preferredHeight: size
        Layout.alignment: Qt.AlignTop
    }

    Words {
        text: row.text
        color: row.ink
        font.pixelSize: row.textSize
        Layout.fillWidth: true
    }
}
