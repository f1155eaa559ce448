pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// The rooms of the app: a column at the side, or a row at the bottom. `model` has the roles code, label, iconName.
// What waits is counted apart, by code: a new count must not make the rooms anew under a finger or the keyboard.
Rectangle {
    id: rail

    required property var model
    property var counts: ({})
    property string current
    property bool vertical: true

    signal picked(code: string)

    function walk(from: int, step: int): void {
        const item = repeater.itemAt(from + step);
        if (item)
            item.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitWidth: vertical ? Math.round(124 * (1 + (Style.textScale - 1) * 0.8)) : grid.implicitWidth
    implicitHeight: grid.implicitHeight + 16
    color: Style.colours.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Main menu")

    Rectangle {
        x: rail.vertical && !Style.leftHanded ? parent.width - width : 0
        width: rail.vertical ? (Style.isContrast ? Style.border : 1) : parent.width
        height: rail.vertical ? parent.height : (Style.isContrast ? Style.border : 1)
        color: Style.colours.line
    }

    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.margins: 8
        columns: rail.vertical ? 1 : Math.max(1, repeater.count)
        rowSpacing: 10
        columnSpacing: 10

        Repeater {
            id: repeater

            model: rail.model

            Touchable {
                id: room

                required property int index
                required property string code
                required property string label
                required property string iconName
                readonly property int count: rail.counts[code] ?? 0

                readonly property bool here: rail.current === code

                text: count > 0 ? qsTr("%1, %2").arg(label).arg(count) : label
                ink: here ? Style.colours.primaryInk : Style.colours.ink2
                fill: here ? Style.colours.primarySoft : "transparent"
                edge: down || (here && Style.isContrast) ? Style.colours.ctl : "transparent"
                horizontalPadding: 4
                radius: 18
                Accessible.role: Accessible.PageTab
                Accessible.selected: here
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: Math.max(Style.target, column.implicitHeight + 4) // a name of two lines takes from the others
                Layout.preferredHeight: Math.round((rail.vertical ? 104 : 84) * Style.iconScale)
                Layout.maximumHeight: Layout.preferredHeight
                onClicked: rail.picked(code)
                Keys.onLeftPressed: rail.walk(index, -1)
                Keys.onUpPressed: rail.walk(index, -1)
                Keys.onRightPressed: rail.walk(index, 1)
                Keys.onDownPressed: rail.walk(index, 1)

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
                            name: room.iconName
                            size: 34
                            tint: room.shownInk
                        }

                        Words {
                            id: words

                            width: parent.width
                            text: room.label
                            color: room.shownInk
                            strong: true
                            font.pixelSize: Style.smallSize
                            horizontalAlignment: Text.AlignHCenter
                            Accessible.ignored: true
                        }
                    }
                }

                Rectangle {
                    visible: room.here
                    width: rail.vertical ? 6 : parent.width - 36
                    height: rail.vertical ? parent.height - 36 : 6
                    x: rail.vertical ? 0 : 18
                    y: rail.vertical ? 18 : 0
                    radius: 3
                    color: Style.colours.primary
                }

                Rectangle {
                    visible: room.count > 0
                    x: parent.width / 2 + 8
                    y: Math.max(2, (parent.height - column.implicitHeight) / 2 - 8)
                    width: Math.max(28, number.implicitWidth + 12)
                    height: 28
                    radius: 14
                    color: Style.colours.sig

                    Words {
                        id: number

                        anchors.centerIn: parent
                        text: String(room.count)
                        color: Style.colours.inkOnKind
                        strong: true
                        font.pixelSize: 16
                        Accessible.ignored: true
                    }
                }
            }
        }

        Item {
            visible: rail.vertical
            Layout.fillHeight: true
        }
    }
}
