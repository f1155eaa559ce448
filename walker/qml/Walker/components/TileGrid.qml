pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// Tiles in rows, always in the same order; arrow keys walk among them, a tap or Space picks one.
// `model` has the roles code, label, iconName. With `limit`, the last place says "More choices" until it is tapped.
FocusScope {
    id: grid

    required property var model
    property list<string> chosenCodes
    property string tone: "sig"
    property bool multiple: false
    property int limit: 0 // 0: all of them
    property bool showAll: false
    property int columns: Math.max(2, Math.min(4, Math.floor((width + Style.gap) / (190 * Style.textScale + Style.gap))))
    readonly property list<Item> shown: layout.visibleChildren.filter(item => item instanceof Tile)
    readonly property int rows: Math.ceil(shown.length / columns)
    readonly property real tallest: shown.reduce((most, tile) => Math.max(most, tile.implicitHeight), 0)
    readonly property bool cut: limit > 0 && !showAll && repeater.count > limit

    signal picked(code: string)

    function walk(from: int, step: int): void {
        const item = repeater.itemAt(from + step);
        if (item && item.visible)
            item.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: rows * tallest + Math.max(0, rows - 1) * Style.gap // the layout takes rows of different heights for its own
    implicitWidth: layout.implicitWidth

    GridLayout {
        id: layout

        anchors.fill: parent
        columns: grid.columns
        columnSpacing: Style.gap
        rowSpacing: Style.gap
        uniformCellWidths: true
        uniformCellHeights: true

        Repeater {
            id: repeater

            model: grid.model

            Tile {
                required property int index
                required code
                required property string label

                text: label
                tone: grid.tone
                multiple: grid.multiple
                chosen: grid.chosenCodes.includes(code)
                visible: !grid.cut || index < grid.limit - 1
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: grid.picked(code)
                Keys.onLeftPressed: grid.walk(index, -1)
                Keys.onRightPressed: grid.walk(index, 1)
                Keys.onUpPressed: grid.walk(index, -grid.columns)
                Keys.onDownPressed: grid.walk(index, grid.columns)
            }
        }

        Tile {
            visible: grid.cut
            text: qsTr("More choices")
            iconName: "ellipsis"
            tone: grid.tone
            Accessible.role: Accessible.Button
            choosable: false
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: grid.showAll = true
        }
    }
}
