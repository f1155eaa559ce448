pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// The families of pictures in rows of equal length: the common ones first, a search last. One touch changes the tiles.
Rectangle {
    id: bar

    required property var families
    property string chosenCode // empty: the common ones
    property bool searching: false
    property real partWidth: 112 * Style.textScale
    readonly property int parts: repeater.count + 2
    readonly property int rows: Math.ceil(parts / Math.max(1, Math.floor((width - 14) / partWidth)))

    signal picked(code: string)
    signal searched

    function walk(from: Item, step: int): void {
        const all = grid.visibleChildren.filter(item => item instanceof Part);
        const next = all[all.indexOf(from) + step];
        if (next)
            next.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: grid.implicitHeight + 14
    color: Style.colours.surface
    border.color: Style.colours.line
    border.width: Style.isContrast ? Style.border : 1
    radius: Style.radiusCard
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Families of pictures")

    component Part: Touchable {
        id: part

        required property string iconName

        ink: chosen ? Style.colours.inkOnKind : Style.colours.ink2
        fill: chosen ? Style.tone("sig") : "transparent"
        edge: chosen ? fill : "transparent"
        implicitHeight: Math.max(Style.buttonHeight, implicitContentHeight + 2 * verticalPadding)
        horizontalPadding: 4
        radius: 14
        choosable: true
        Accessible.role: Accessible.RadioButton
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        Keys.onLeftPressed: bar.walk(part, -1)
        Keys.onUpPressed: bar.walk(part, -grid.columns)
        Keys.onRightPressed: bar.walk(part, 1)
        Keys.onDownPressed: bar.walk(part, grid.columns)

        contentItem: Item {
            implicitWidth: words.implicitWidth
            implicitHeight: column.implicitHeight

            Column {
                id: column

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                spacing: 4

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: part.iconName
                    size: Style.smallIconSize
                    tint: part.shownInk
                }

                Words {
                    id: words

                    width: parent.width
                    text: part.text
                    color: part.shownInk
                    strong: true
                    font.pixelSize: Style.smallSize
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }
    }

    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.margins: 7
        columns: Math.max(1, Math.ceil(bar.parts / bar.rows))
        columnSpacing: 0
        rowSpacing: 0
        uniformCellWidths: true

        Part {
            text: qsTr("Common")
            iconName: "star"
            chosen: bar.chosenCode === "" && !bar.searching
            onClicked: bar.picked("")
        }

        Repeater {
            id: repeater

            model: bar.families

            Part {
                required property string code
                required property string label

                text: label
                chosen: bar.chosenCode === code && !bar.searching
                onClicked: bar.picked(code)
            }
        }

        Part {
            text: qsTr("Search")
            iconName: "search"
            chosen: bar.searching
            onClicked: bar.searched()
        }
    }
}
