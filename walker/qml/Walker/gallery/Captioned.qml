import QtQuick
import Walker

// A control and, under it, what it shows.
Column {
    id: captioned

    required property string caption
    default property alias content: holder.data

    spacing: 4

    Item {
        id: holder

        width: childrenRect.width
        height: childrenRect.height
    }

    Words {
        width: Math.max(holder.width, 120)
        text: captioned.caption
        color: Style.colours.ink2
        font.pixelSize: Style.smallSize
        horizontalAlignment: Text.AlignHCenter
    }
}
