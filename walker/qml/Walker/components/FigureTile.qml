import QtQuick
import QtQuick.Layouts
import Walker

// One number of a summary: pictogram, how many, of what.
Rectangle {
    id: tile

    required property string iconName
    required property string text // of what
    required property int value
    property string tone: "plain"

    implicitWidth: Math.max(head.implicitWidth, words.implicitWidth) + 28
    implicitHeight: column.implicitHeight + 20
    radius: Style.radiusCard
    color: Style.colours.surface
    border.width: Style.isContrast ? Style.border : 1
    border.color: Style.colours.line
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(text).arg(value)

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 14
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        RowLayout {
            id: head

            spacing: 12

            Icon {
                name: tile.iconName
                tint: Style.tone(tile.tone)
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }

            Words {
                text: String(tile.value)
                strong: true
                font.pixelSize: Style.numberSize
                Accessible.ignored: true
            }
        }

        Words {
            id: words

            text: tile.text
            font.pixelSize: Style.secondarySize
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
