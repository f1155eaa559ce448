import QtQuick
import QtQuick.Layouts
import Walker

// One line of a list: badge with a pictogram, a title, a sentence, and what stands at the end. Touched when `opens`.
Touchable {
    id: line

    required property string iconName
    required property string detail
    property string lead // the state, said first, in the tone's colour
    property string tone: "plain"
    property string ending
    property string endingIcon
    property real progress: -1 // 0…1; below 0: none
    property bool opens: false
    property bool lastLine: false

    implicitHeight: Math.max(Style.target, implicitContentHeight + 2 * verticalPadding)
    horizontalPadding: 0
    verticalPadding: 10
    fill: "transparent"
    edge: down ? Style.colours.ctl : "transparent"
    enabled: opens
    focusPolicy: opens ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: opens ? Accessible.Button : Accessible.ListItem
    Accessible.name: [lead, text, detail, ending].filter(part => part !== "").join(", ")

    contentItem: RowLayout {
        spacing: 14

        Rectangle {
            color: Style.soft(line.tone)
            border.color: Style.tone(line.tone)
            border.width: Style.isContrast ? Style.border : 0
            radius: 12
            Layout.preferredWidth: Math.round(50 * Style.iconScale)
            Layout.preferredHeight: Layout.preferredWidth

            Icon {
                anchors.centerIn: parent
                name: line.iconName
                tint: Style.tone(line.tone)
            }
        }

        ColumnLayout {
            spacing: 2

            Words {
                visible: text !== ""
                text: line.lead
                color: Style.tone(line.tone)
                strong: true
                font.pixelSize: Style.labelSize
                Layout.fillWidth: true
                Accessible.ignored: true
            }

            Words {
                visible: text !== ""
                text: line.text
                strong: true
                font.pixelSize: Style.labelSize
                Layout.fillWidth: true
                Accessible.ignored: true
            }

            Words {
                visible: text !== ""
                text: line.detail
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
                Layout.fillWidth: true
                Accessible.ignored: true
            }

            ProgressLine {
                visible: line.progress >= 0
                value: line.progress
                Layout.topMargin: 6
                Layout.fillWidth: true
            }
        }

        Icon {
            visible: name !== ""
            name: line.endingIcon === "" && line.opens ? "chevron-right" : line.endingIcon
            size: Style.smallIconSize
            tint: Style.tone(line.tone)
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }

        Words {
            visible: text !== ""
            text: line.ending
            color: Style.tone(line.tone)
            strong: true
            font.pixelSize: Style.secondarySize
            Layout.maximumWidth: line.width * 0.35
            Accessible.ignored: true
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        visible: !line.lastLine
        width: parent.width
        height: Style.isContrast ? Style.border : 1
        color: Style.colours.line
    }
}
