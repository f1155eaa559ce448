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

    spacing: 12

    Icon {
        name: row.iconName
        size: Style.smallIconSize
        tint: row.quiet ? Style.colours.ink2 : Style.tone(row.tone)
        Layout.preferredWidth: size
        Layout.preferredHeight: size
        Layout.alignment: Qt.AlignTop
    }

    Words {
        text: row.text
        color: row.quiet ? Style.colours.ink2 : Style.tone(row.tone)
        font.pixelSize: row.textSize
        Layout.fillWidth: true
    }
}
