import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Nothing here, or something failed: a picture, what happened, what is safe, one button.
Card {
    id: notice

    required property string iconName
    required property string headline
    required property string detail
    property string actionText
    property string actionIcon
    property string pictureTone: "primary"
    property App app: null // without it nothing is read aloud
    property string aloud // what is read aloud; empty: nothing is offered

    signal acted

    implicitWidth: 460

    RowLayout {
        width: parent.width
        spacing: 18

        Icon {
            name: notice.iconName
            size: Style.tileIconSize
            stroke: Style.bigIconStroke
            tint: Style.tone(notice.pictureTone)
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Layout.alignment: Qt.AlignTop
        }

        ColumnLayout {
            spacing: 6

            Words {
                text: notice.headline
                strong: true
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
            }

            Words {
                text: notice.detail
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
                Layout.fillWidth: true
            }

            ReadAloudButton {
                app: notice.app
                text: notice.aloud
                Layout.topMargin: 8
                Layout.maximumWidth: parent.width
            }

            SecondaryButton {
                visible: text !== ""
                text: notice.actionText
                iconName: notice.actionIcon
                Layout.topMargin: 8
                Layout.maximumWidth: parent.width
                onClicked: notice.acted()
            }
        }
    }
}
