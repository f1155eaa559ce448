import QtQuick
import QtQuick.Layouts
import Walker

// The letters of a square, in fours: a camera that cannot read it is no obstacle.
ColumnLayout {
    id: letters

    required property string code

    spacing: Style.gap

    Words {
        text: qsTr("To type it instead:")
        color: Style.colours.ink2
        font.pixelSize: Style.secondarySize
        Layout.fillWidth: true
    }

    Words {
        text: letters.code.split(":").map((part, at) => at === 0 ? part : part.replace(/(.{4})(?=.)/g, "$1 ")).join(": ")
        color: Style.colours.ink2
        font.pixelSize: Style.smallSize
        Layout.fillWidth: true
    }
}
