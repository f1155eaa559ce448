import QtQuick
import Walker
import Walker.Models

// One question of the preparation: the words of a list, and what was chosen of it. `list` empty: yes or no.
ChoiceGroup {
    id: choice

    required property Preparation plan
    required property string field
    property string list

    answerWidth: 172 * Style.textScale

    model: list !== "" ? plan.choices(list) : [
        {
            code: "yes",
            label: qsTr("Yes"),
            iconName: "check"
        },
        {
            code: "no",
            label: qsTr("No"),
            iconName: "x"
        }
    ]
    chosenCodes: plan.said.split("\n").filter(line => line.startsWith(field + "=")).map(line => line.slice(field.length + 1))
    onPicked: code => plan.pick(field, code)
}
