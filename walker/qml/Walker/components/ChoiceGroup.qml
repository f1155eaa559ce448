pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// A question and its answers in equal columns. `model` has the roles code, label, iconName.
FocusScope {
    id: group

    required property string question
    required property var model
    property list<string> chosenCodes
    property bool multiple: false
    property bool titled: true // false: the question stands above already
    property string hint: multiple ? qsTr("several answers possible") : ""
    property real answerWidth: 196 * Style.textScale
    property int limit: 0 // 0: all of them; else the first ones, those chosen, and "More choices"
    property bool showAll: false
    readonly property bool cut: limit > 0 && !showAll && repeater.count > limit + 1
    readonly property int shown: cut ? layout.visibleChildren.length : repeater.count
    readonly property int rows: Math.ceil(shown / Math.max(1, Math.floor((width + 10) / (answerWidth + 10)))) // of equal length

    signal picked(code: string)

    function walk(from: int, step: int): void {
        const item = repeater.itemAt(from + step);
        if (item)
            item.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: column.implicitHeight
    implicitWidth: column.implicitWidth
    Accessible.role: Accessible.Grouping
    Accessible.name: question

    ColumnLayout {
        id: column

        width: parent.width
        spacing: 8

        Flow {
            visible: group.titled
            Layout.fillWidth: true
            spacing: 8

            Words {
                id: asked

                text: group.question
                strong: true
                width: Math.min(implicitWidth, parent.width)
            }

            Words {
                visible: text !== ""
                height: Math.max(implicitHeight, asked.implicitHeight / asked.lineCount)
                text: group.hint
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
                width: Math.min(implicitWidth, parent.width)
            }
        }

        GridLayout {
            id: layout

            Layout.fillWidth: true
            columns: Math.max(1, Math.ceil(group.shown / group.rows))
            columnSpacing: 10
            rowSpacing: 10
            uniformCellWidths: true

            Repeater {
                id: repeater

                model: group.model

                Choice {
                    required property int index
                    required property string code
                    required property string label
                    required iconName

                    text: label
                    multiple: group.multiple
                    chosen: group.chosenCodes.includes(code)
                    visible: !group.cut || index < group.limit || chosen
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    onClicked: group.picked(code)
                    Keys.onLeftPressed: group.walk(index, -1)
                    Keys.onUpPressed: group.walk(index, -1)
                    Keys.onRightPressed: group.walk(index, 1)
                    Keys.onDownPressed: group.walk(index, 1)
                }
            }

            Choice {
                visible: group.cut
                text: qsTr("More choices")
                iconName: "plus"
                choosable: false
                Accessible.role: Accessible.Button
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: group.showAll = true
            }
        }
    }
}
