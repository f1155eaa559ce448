import QtQuick
import Walker

// How long a stretch of the map is, in round metres.
Item {
    id: bar

    required property real metresPerPixel
    property real room: 160 // the bar is at most this long
    readonly property real metres: round(metresPerPixel * room)

    function round(most: real): real {
        if (!(most > 0))
            return 0;
        const power = Math.pow(10, Math.floor(Math.log10(most)));
        return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    }

    implicitWidth: room
    implicitHeight: words.implicitHeight + 10
    visible: metres > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Scale: the bar is %1 long").arg(words.text)

    Words {
        id: words

        text: bar.metres < 1000 ? qsTr("%1 m").arg(bar.metres) : qsTr("%1 km").arg(bar.metres / 1000)
        strong: true
        font.pixelSize: Style.smallSize
        style: Text.Outline
        styleColor: Style.colours.mapHalo
        Accessible.ignored: true
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: bar.metresPerPixel > 0 ? bar.metres / bar.metresPerPixel : 0
        height: 8
        color: Style.colours.ink
        border.width: 2
        border.color: Style.colours.mapHalo
    }
}
