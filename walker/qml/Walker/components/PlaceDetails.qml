pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What finds the place on the spot: rooms of a building by a touch, the number on a lamp-post, a landmark in a few words.
Column {
    id: place

    required property ReportForm form
    readonly property list<string> asked: form.findBy.split("\n")
    readonly property var parts: ({
            building: [qsTr("Building"), ["A", "B", "C", "D", "E"]],
            staircase: [qsTr("Staircase"), ["1", "2", "3", "4"]],
            floor: [qsTr("Floor"), [qsTr("Basement"), qsTr("Ground floor"), "1", "2", "3", "4", "5", "6"]],
            number: [qsTr("Lamp-post or bin number"), []]
        })

    spacing: Style.gap

    Words {
        width: parent.width
        text: qsTr("How to find it")
        strong: true
    }

    Repeater {
        model: place.asked.filter(name => name in place.parts)

        Column {
            id: part

            required property string modelData
            readonly property string label: place.parts[modelData][0]
            readonly property var chips: place.parts[modelData][1]
            readonly property string said: place.form.turn >= 0 ? place.form.detail(modelData) : "" // again after each tap

            width: parent?.width ?? 0
            spacing: 8

            ChoiceGroup {
                width: parent.width
                visible: part.chips.length > 0
                question: part.label
                answerWidth: 104 * Style.textScale
                model: part.chips.map(words => ({
                            code: words,
                            label: words,
                            iconName: ""
                        }))
                chosenCodes: [part.said]
                onPicked: code => place.form.pickDetail(part.modelData, code)
            }

            Field {
                width: Math.min(parent.width, 420 * Style.textScale)
                label: part.chips.length > 0 ? qsTr("%1, another").arg(part.label) : part.label
                text: part.chips.includes(part.said) ? "" : part.said
                onEdited: text => place.form.writeDetail(part.modelData, text)
            }
        }
    }

    Field {
        width: parent.width
        label: qsTr("A landmark")
        placeholder: qsTr("Outside the school, by the shelter…")
        text: place.form.detail("landmark")
        onEdited: text => place.form.writeDetail("landmark", text)
    }
}
