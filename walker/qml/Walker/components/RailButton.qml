import QtQuick
import Walker

// A pictogram over its word, for what stands beside the shutter.
Touchable {
    id: button

    required property string iconName

    implicitHeight: Math.max(Style.captureHeight, implicitContentHeight + 2 * verticalPadding)
    horizontalPadding: 6
    radius: 18
    fill: chosen ? Style.colours.primarySoft : Style.colours.surface
    edge: chosen ? Style.colours.primaryInk : Style.colours.ctl
    ink: chosen ? Style.colours.primaryInk : Style.colours.ink

    contentItem: Item {
        implicitWidth: words.implicitWidth
        implicitHeight: column.implicitHeight

        Column {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            spacing: 6

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: button.chosen ? "circle-check" : button.iconName
                size: Math.round(36 * Style.iconScale)
                tint: button.shownInk
            }

            Words {
                id: words

                width: parent.width
                text: button.shownText
                color: button.shownInk
                strong: true
                font.pixelSize: Style.labelSize
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
