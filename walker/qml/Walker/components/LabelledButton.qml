import QtQuick
import QtQuick.Layouts
import Walker

// A button with a word and, mostly, a pictogram before it; the four kinds of buttons only change its colours.
Touchable {
    id: button

    property string iconName
    property string busyText // said instead of `text` while `busy`; taps are then ignored
    property bool busy: false
    property int textSize: Style.buttonSize
    property color iconTint: shownInk

    implicitHeight: Math.max(Style.buttonHeight, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: 24
    enabled: reason === "" && !busy
    Accessible.name: words.text

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: 12

            Icon {
                name: button.reason === "" ? button.iconName : "lock"
                tint: button.iconTint
                visible: name !== ""
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }

            Words {
                id: words

                text: button.busy && button.busyText !== "" ? button.busyText : button.shownText
                color: button.shownInk
                strong: true
                font.pixelSize: button.textSize
                horizontalAlignment: button.iconName === "" ? Text.AlignHCenter : Text.AlignLeft
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
}
