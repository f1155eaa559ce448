import QtQuick
import QtQuick.Layouts
import Walker

// How many of one kind of people: fewer, the number, more. "–" is "nobody counted": never shown as 0, and a tap on − makes it 0.
Item {
    id: row

    required property string code
    required property string label
    required property string iconName
    required property int count // -1: nobody counted
    property int least: 0
    property string text: label // what is said instead of the label
    property bool lastLine: false

    signal counted(code: string, number: int)

    implicitWidth: grid.implicitWidth
    implicitHeight: grid.implicitHeight + 12
    Accessible.role: Accessible.Grouping
    Accessible.name: text

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columns: row.width < 350 * Style.textScale ? 1 : 2
        layoutDirection: Style.direction
        columnSpacing: Style.gap
        rowSpacing: 4

        RowLayout {
            id: words

            spacing: 14
            Layout.fillWidth: true

            Icon {
                name: row.iconName
                tint: Style.colours.primaryInk
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }

            Words {
                text: row.text
                strong: true
                font.pixelSize: Style.labelSize
                Layout.fillWidth: true
            }
        }

        Row {
            id: buttons

            spacing: 10
            Layout.alignment: Qt.AlignRight

            SquareButton {
                text: qsTr("One fewer: %1").arg(row.text)
                iconName: "minus"
                ink: Style.colours.primaryInk
                enabled: row.count < 0 || row.count > row.least
                dashed: !enabled
                onClicked: row.counted(row.code, Math.max(0, row.count - 1))
            }

            Words {
                width: Math.round(72 * Style.textScale)
                height: Style.buttonHeight
                text: row.count < 0 ? "–" : String(row.count)
                strong: true
                font.pixelSize: Style.numberSize
                horizontalAlignment: Text.AlignHCenter
                Accessible.name: row.count < 0 ? qsTr("Not counted") : text
            }

            SquareButton {
                text: qsTr("One more: %1").arg(row.text)
                iconName: "plus"
                ink: Style.colours.primaryInk
                enabled: row.count < 999
                dashed: !enabled
                onClicked: row.counted(row.code, Math.max(0, row.count) + 1)
            }
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        visible: !row.lastLine
        width: parent.width
        height: Style.isContrast ? Style.border : 1
        color: Style.colours.line
    }
}
