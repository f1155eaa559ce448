pragma ComponentBehavior: Bound

import QtQuick
import Walker

// A show of hands: for each answer how many women, men and others, against how many of them came.
Column {
    id: table

    required property var hands // rows of code, label, iconName, classes (code, label, iconName, count, size)
    required property string over // gender classes with more hands than people, one a line
    property bool sized: false // whether it is known how many came
    readonly property list<string> tooMany: over === "" ? [] : over.split("\n")

    signal raised(value: string, gender: string, count: int)

    function word(code: string, label: string): string {
        return label !== "" ? label : code === "yes" ? qsTr("Yes") : code === "no" ? qsTr("No") : code;
    }

    spacing: Style.gap

    Repeater {
        model: table.hands

        Column {
            id: answer

            required property string code
            required property string label
            required property string iconName
            required property var classes

            width: parent?.width ?? 0
            spacing: 8

            Row {
                spacing: 10

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: answer.iconName || "hand"
                    size: Style.smallIconSize
                }

                Words {
                    width: Math.min(implicitWidth, answer.width - Style.smallIconSize - 10)
                    text: table.word(answer.code, answer.label)
                    strong: true
                    font.pixelSize: Style.labelSize
                }
            }

            Flow {
                width: parent.width
                spacing: Style.gap

                Repeater {
                    model: answer.classes

                    Column {
                        id: group

                        required property string code
                        required property string label
                        required property string iconName
                        required property int count
                        required property int size
                        readonly property bool over: table.tooMany.includes(code) && count > 0

                        spacing: 4

                        Row {
                            spacing: 8

                            Icon {
                                name: group.iconName
                                size: Style.smallIconSize
                            }

                            Words {
                                width: counter.width - Style.smallIconSize - 8
                                height: Style.textScale > 1.2 ? Math.round(2.6 * Style.secondarySize) : implicitHeight // so that the numbers stand in a row
                                text: group.label
                                font.pixelSize: Style.secondarySize
                                verticalAlignment: Text.AlignTop
                            }
                        }

                        Words {
                            width: counter.width
                            visible: table.sized
                            text: group.size < 0 ? " " : qsTr("out of %1").arg(group.size)
                            color: group.over ? Style.colours.warn : Style.colours.ink2
                            strong: group.over
                            font.pixelSize: Style.secondarySize
                        }

                        Counter {
                            id: counter

                            name: qsTr("%1, %2").arg(table.word(answer.code, answer.label)).arg(group.label)
                            value: group.count
                            over: group.over
                            onCounted: value => table.raised(answer.code, group.code, value)
                        }
                    }
                }
            }
        }
    }

    TextRow {
        width: parent.width
        visible: table.over !== ""
        iconName: "triangle-alert"
        tone: "warn"
        text: qsTr("More hands than people in the group. It is kept as you counted.")
    }
}
