pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// One of a row that belongs together: a scale, or the families of the category picker. Chosen = filled, with a check
// or the family's own pictogram. `model` has the roles code, label, iconName.
Rectangle {
    id: segments

    required property string name // what is chosen here, for readers
    required property var model
    property string chosenCode
    property string tone: "primary"
    property bool keepIcon: false // families keep their pictogram when chosen
    property real partWidth: 138 * Style.textScale
    readonly property int rows: Math.ceil(repeater.count / Math.max(1, Math.floor((width - 14) / partWidth))) // of equal length

    signal picked(code: string)

    function walk(from: int, step: int): void {
        const item = repeater.itemAt(from + step);
        if (item)
            item.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: grid.implicitHeight + 14
    implicitWidth: grid.implicitWidth + 14
    color: Style.colours.surface
    border.color: Style.colours.line
    border.width: Style.isContrast ? Style.border : 1
    radius: Style.radiusCard
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.margins: 7
        columns: Math.max(1, Math.ceil(repeater.count / segments.rows))
        columnSpacing: 0
        rowSpacing: 0
        uniformCellWidths: true

        Repeater {
            id: repeater

            model: segments.model

            Touchable {
                id: part

                required property int index
                required property string code
                required property string label
                required property string iconName

                text: label
                chosen: segments.chosenCode === code
                ink: !chosen ? Style.colours.ink2 : segments.tone === "primary" ? Style.colours.inkOnPrimary : Style.colours.inkOnKind
                fill: !chosen ? "transparent" : segments.tone === "primary" ? Style.colours.primary : Style.tone(segments.tone)
                edge: chosen ? fill : "transparent"
                implicitHeight: Math.max(Style.buttonHeight, implicitContentHeight + 2 * verticalPadding)
                horizontalPadding: 8
                radius: 14
                choosable: true
                Accessible.role: Accessible.RadioButton
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: segments.picked(code)
                Keys.onLeftPressed: segments.walk(index, -1)
                Keys.onUpPressed: segments.walk(index, -1)
                Keys.onRightPressed: segments.walk(index, 1)
                Keys.onDownPressed: segments.walk(index, 1)

                contentItem: Item {
                    implicitWidth: row.implicitWidth
                    implicitHeight: row.implicitHeight

                    RowLayout {
                        id: row

                        anchors.centerIn: parent
                        width: Math.min(implicitWidth, parent.width)
                        spacing: 8

                        Icon {
                            name: part.chosen && !segments.keepIcon ? "circle-check" : part.iconName
                            visible: name !== ""
                            size: Style.smallIconSize
                            tint: part.shownInk
                            Layout.preferredWidth: size
                            Layout.preferredHeight: size
                        }

                        Words {
                            text: part.text
                            color: part.shownInk
                            strong: true
                            font.pixelSize: Style.secondarySize
                            Layout.fillWidth: true
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
