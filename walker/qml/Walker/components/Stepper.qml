import QtQuick
import QtQuick.Layouts
import Walker

// A count by taps. "Not collected" is a value of its own: it is never shown as 0 and never becomes 0 by itself.
Item {
    id: stepper

    required property string label
    property int value: 0
    property bool collected: true
    property bool countsOnly: false // here it cannot be "not collected"
    property int minimum: 0
    property int maximum: 999

    signal counted(value: int)
    signal notCollected

    implicitWidth: row.implicitWidth
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    ColumnLayout {
        id: column

        width: parent.width
        spacing: 8

        Words {
            text: stepper.label
            visible: text !== ""
            strong: true
            font.pixelSize: Style.labelSize
            Layout.fillWidth: true
        }

        Flow {
            Layout.fillWidth: true
            spacing: 10

            Row {
                id: row

                spacing: 10

                SquareButton {
                    text: qsTr("One fewer: %1").arg(stepper.label)
                    iconName: "minus"
                    ink: Style.colours.primaryInk
                    enabled: stepper.collected && stepper.value > stepper.minimum
                    dashed: !enabled
                    onClicked: stepper.counted(stepper.value - 1)
                }

                Words {
                    width: Math.round(72 * Style.textScale)
                    height: Style.buttonHeight
                    text: stepper.collected ? String(stepper.value) : "–"
                    strong: true
                    font.pixelSize: Style.numberSize
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.name: stepper.collected ? text : qsTr("Not collected")
                }

                SquareButton {
                    text: qsTr("One more: %1").arg(stepper.label)
                    iconName: "plus"
                    ink: Style.colours.primaryInk
                    enabled: !stepper.collected || stepper.value < stepper.maximum
                    dashed: !enabled
                    onClicked: stepper.counted(stepper.collected ? stepper.value + 1 : Math.max(1, stepper.minimum))
                }
            }

            Choice {
                visible: !stepper.countsOnly
                text: qsTr("Not collected")
                iconName: "circle-question-mark"
                chosen: !stepper.collected
                dashed: stepper.collected
                multiple: true
                onClicked: stepper.collected ? stepper.notCollected() : stepper.counted(stepper.minimum)
            }
        }
    }
}
