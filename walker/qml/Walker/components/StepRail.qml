pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// The steps of a long form, in any order: a column at the side, or a row above. `model`: code, label, detail, done.
Rectangle {
    id: rail

    required property var model
    property string current
    property bool vertical: true
    property string note

    // Details are left out where the five would not all be in view.
    readonly property bool roomy: height >= 480 * Style.textScale

    signal picked(code: string)

    function walk(from: int, step: int): void {
        const item = repeater.itemAt(from + step);
        if (item)
            item.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitWidth: Math.round(292 * (1 + (Style.textScale - 1) * 0.6))
    implicitHeight: grid.implicitHeight + 24
    color: Style.colours.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Steps")

    Rectangle {
        x: rail.vertical && !Style.leftHanded ? parent.width - width : 0
        y: rail.vertical ? 0 : parent.height - height
        width: rail.vertical ? (Style.isContrast ? Style.border : 1) : parent.width
        height: rail.vertical ? parent.height : (Style.isContrast ? Style.border : 1)
        color: Style.colours.line
    }

    GridLayout {
        id: grid

        x: 12
        y: 12
        width: parent.width - 24
        columns: rail.vertical ? 1 : Math.max(1, repeater.count)
        rowSpacing: 6
        columnSpacing: 6
        uniformCellWidths: true

        Repeater {
            id: repeater

            model: rail.model

            Touchable {
                id: step

                required property int index
                required property var modelData

                readonly property bool here: rail.current === modelData.code

                text: modelData.done ? qsTr("%1, said").arg(modelData.label) : modelData.label
                ink: here ? Style.colours.primaryInk : Style.colours.ink
                fill: here ? Style.colours.primarySoft : "transparent"
                edge: down || (here && Style.isContrast) ? Style.colours.ctl : "transparent"
                horizontalPadding: rail.vertical ? 14 : 4
                Accessible.role: Accessible.PageTab
                Accessible.selected: here
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: rail.picked(modelData.code)
                Keys.onLeftPressed: rail.walk(index, -1)
                Keys.onUpPressed: rail.walk(index, -1)
                Keys.onRightPressed: rail.walk(index, 1)
                Keys.onDownPressed: rail.walk(index, 1)

                contentItem: GridLayout {
                    columns: rail.vertical ? 2 : 1
                    columnSpacing: 14
                    rowSpacing: 2

                    Rectangle {
                        radius: width / 2
                        color: step.here ? Style.colours.primary : step.modelData.done ? Style.colours.okSoft : "transparent"
                        border.color: step.here ? Style.colours.primary : step.modelData.done ? Style.colours.ok : Style.colours.ctl
                        border.width: step.modelData.done && !step.here && !Style.isContrast ? 0 : Style.border
                        Layout.preferredWidth: Math.round(44 * Style.iconScale)
                        Layout.preferredHeight: Layout.preferredWidth
                        Layout.alignment: Qt.AlignHCenter

                        Icon {
                            anchors.centerIn: parent
                            visible: step.modelData.done && !step.here
                            name: "check"
                            size: Style.smallIconSize
                            tint: Style.colours.ok
                        }

                        Words {
                            anchors.centerIn: parent
                            visible: !step.modelData.done || step.here
                            text: String(step.index + 1)
                            color: step.here ? Style.colours.inkOnPrimary : Style.colours.ink
                            strong: true
                            font.pixelSize: Style.labelSize
                            Accessible.ignored: true
                        }
                    }

                    ColumnLayout {
                        spacing: 0
                        Layout.fillWidth: true

                        Words {
                            text: step.modelData.label
                            color: step.shownInk
                            strong: true
                            font.pixelSize: rail.vertical ? Style.secondarySize : Style.smallSize
                            horizontalAlignment: rail.vertical ? Text.AlignLeft : Text.AlignHCenter
                            Layout.fillWidth: true
                            Accessible.ignored: true
                        }

                        Words {
                            visible: rail.vertical && rail.roomy && text !== ""
                            text: step.modelData.detail
                            color: Style.colours.ink2
                            font.pixelSize: Style.smallSize
                            Layout.fillWidth: true
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }

        Words {
            visible: rail.vertical && rail.roomy && text !== ""
            text: rail.note
            color: Style.colours.ink2
            font.pixelSize: Style.smallSize
            Layout.fillWidth: true
            Layout.margins: 14
        }
    }
}
