pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What an agent needs to find the place and to know how much it hinders; all of it optional.
Column {
    id: details

    required property ReportForm form

    spacing: 20

    ChoiceGroup {
        width: parent.width
        visible: details.form.kind !== "liked"
        question: qsTr("How much does it hinder?")
        model: details.form.urgencies
        chosenCodes: [details.form.urgency]
        onPicked: code => details.form.pickUrgency(code)
    }

    ChoiceGroup {
        width: parent.width
        question: qsTr("Where exactly?")
        model: details.form.placeGroups
        chosenCodes: [details.form.placeGroup]
        onPicked: code => details.form.openPlaceGroup(code)
    }

    ChoiceGroup {
        width: parent.width
        visible: details.form.placeGroup !== ""
        question: qsTr("Which kind of place?")
        model: details.form.placeKinds
        chosenCodes: [details.form.placeKind]
        onPicked: code => details.form.pickPlaceKind(code)
    }

    Words {
        width: parent.width
        text: qsTr("How to find it")
        strong: true
    }

    Flow {
        width: parent.width
        spacing: Style.gap

        Repeater {
            model: [["building", qsTr("Building")], ["staircase", qsTr("Staircase")], ["floor", qsTr("Floor")], ["number", qsTr("Lamp-post or bin number")]]

            Field {
                required property var modelData

                width: Math.min(parent?.width ?? 0, 220 * Style.textScale)
                label: modelData[1]
                text: details.form.detail(modelData[0])
                onEdited: text => details.form.writeDetail(modelData[0], text)
            }
        }
    }

    Field {
        width: parent.width
        label: qsTr("A landmark")
        placeholder: qsTr("In front of the school, behind the bus shelter…")
        text: details.form.detail("landmark")
        onEdited: text => details.form.writeDetail("landmark", text)
    }

    ChoiceGroup {
        width: parent.width
        question: qsTr("Whose place is it?")
        multiple: true
        model: details.form.ownerKinds
        chosenCodes: details.form.owners.split("\n")
        onPicked: code => details.form.toggleOwner(code)
    }

    Field {
        width: parent.width
        label: qsTr("In your words")
        multiline: true
        hint: qsTr("Describe the place and what hinders. Name and describe no person.")
        text: details.form.text
        onEdited: text => details.form.write(text)
    }
}
