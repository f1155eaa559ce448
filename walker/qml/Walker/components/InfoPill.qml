import QtQuick
import QtQuick.Layouts
import Walker

// A measure over the map: minutes, length, accuracy.
FloatingPlate {
    id: pill

    required property string text
    required property string name // what is measured, for readers
    property string iconName
    property bool recording: false // a red dot instead of the pictogram

    implicitWidth: row.implicitWidth + 28
    width: Math.min(implicitWidth, parent?.width ?? implicitWidth)
    implicitHeight: Math.max(56, row.implicitHeight + 12)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(name).arg(text)

    RowLayout {
        id: row

        anchors.centerIn: parent
        width: Math.min(implicitWidth, pill.width - 28)
        spacing: 8

        Rectangle {
            visible: pill.recording
            radius: 8
            color: Style.colours.danger
            Layout.preferredWidth: 16
            Layout.preferredHeight: 16
        }

        Icon {
            visible: !pill.recording && name !== ""
            name: pill.iconName
            size: Style.smallIconSize
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }

        Words {
            text: pill.text
            strong: true
            font.pixelSize: Style.sectionSize
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
