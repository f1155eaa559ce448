pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// What the group finds on coming back: four tiles, one touch. `model` has the roles code, label, iconName, hint.
GridLayout {
    id: tiles

    required property var model
    required property string chosenCode
    readonly property var tones: ({
            resolved: "ok",
            persists: "revoir",
            worse: "sig"
        })
    readonly property bool oneRow: width >= 680 * Style.textScale

    signal picked(code: string)

    function walk(from: int, step: int): void {
        const item = repeater.itemAt(from + step);
        if (item)
            item.forceActiveFocus(Qt.TabFocusReason);
    }

    columns: oneRow ? repeater.count : 2
    columnSpacing: Style.gap
    rowSpacing: Style.gap
    uniformCellWidths: true
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("What do you see now?")

    Repeater {
        id: repeater

        model: tiles.model

        Tile {
            required property int index
            required code
            required property string label
            required iconName
            required property string hint

            text: label
            detail: hint
            tone: tiles.tones[code] ?? "plain"
            compact: true
            chosen: tiles.chosenCode === code
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: tiles.picked(code)
            Keys.onLeftPressed: tiles.walk(index, -1)
            Keys.onUpPressed: tiles.walk(index, -1)
            Keys.onRightPressed: tiles.walk(index, 1)
            Keys.onDownPressed: tiles.walk(index, 1)
        }
    }
}
