pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What the chosen picture asks of its own: one touch each, and nothing has to be answered.
Column {
    id: cards

    required property ReportForm form

    spacing: 20

    readonly property var yesNo: [
        {
            code: "yes",
            label: qsTr("Yes"),
            iconName: "check"
        },
        {
            code: "no",
            label: qsTr("No"),
            iconName: "x"
        },
        {
            code: "unknown",
            label: qsTr("We do not know"),
            iconName: "circle-question-mark"
        }
    ]

    Repeater {
        model: cards.form.questions

        Loader {
            id: asked

            required property string code
            required property string kind
            required property string question
            required property string choices
            required property string value

            width: parent?.width ?? 0
            sourceComponent: kind === "count" ? number : kind === "text" ? words : oneOf

            Component {
                id: oneOf

                ChoiceGroup {
                    question: asked.question
                    model: asked.kind === "yes_no" ? cards.yesNo : JSON.parse(asked.choices)
                    chosenCodes: [asked.value]
                    onPicked: code => cards.form.answer(asked.code, asked.kind, code)
                }
            }

            Component {
                id: number

                Stepper {
                    label: asked.question
                    collected: asked.value !== ""
                    value: Number(asked.value)
                    onCounted: value => cards.form.answer(asked.code, asked.kind, String(value))
                    onNotCollected: cards.form.answer(asked.code, asked.kind, "")
                }
            }

            Component {
                id: words

                Field {
                    label: asked.question
                    hint: qsTr("Describe the place and what hinders. Name and describe no person.")
                    text: asked.value
                    onEdited: text => cards.form.answer(asked.code, asked.kind, text)
                }
            }
        }
    }
}
