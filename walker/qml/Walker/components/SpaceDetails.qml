pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What one may say of a space beyond its kind: until when, at what hours, by whom, and the two aims of Nature +.
Column {
    id: details

    required property SpaceForm form

    spacing: 20

    LongChoices {
        width: parent.width
        form: details.form
        field: "existing_uses"
        question: qsTr("What is there today?")
        choices: details.form.existingUses
        chosen: details.form.existing
        onPicked: code => details.form.toggleOf("existing_uses", code)
    }

    ChoiceGroup {
        width: parent.width
        question: qsTr("Could it serve in the meantime?")
        hint: qsTr("before bigger works, or at some hours")
        chosenCodes: [details.form.interim]
        model: [
            {
                code: "yes",
                label: qsTr("Yes, in the meantime"),
                iconName: "hourglass"
            },
            {
                code: "no",
                label: qsTr("No, for good"),
                iconName: "anchor"
            }
        ]
        onPicked: code => details.form.pickInterim(code)
    }

    ChoiceGroup {
        width: parent.width
        visible: details.form.interim !== "" || details.form.seasons !== ""
        question: qsTr("In which seasons?")
        multiple: true
        model: details.form.seasonChoices
        chosenCodes: details.form.seasons.split("\n")
        onPicked: code => details.form.toggleOf("seasons", code)
    }

    Field {
        width: parent.width
        visible: details.form.interim !== "" || text !== ""
        label: qsTr("At what hours?")
        placeholder: qsTr("After school, on Sundays…")
        text: details.form.words("hours")
        onEdited: text => details.form.writeWords("hours", text)
    }

    Field {
        id: carrier

        width: parent.width
        label: qsTr("Who could take care of it?")
        placeholder: qsTr("A school, an association…")
        hint: qsTr("A group, not a person.")
        text: details.form.words("carrier")
        onEdited: text => details.form.writeWords("carrier", text)

        Connections {
            target: details.form

            function onAnswered(): void {
                carrier.text = details.form.words("carrier");
            }
        }
    }

    ChoiceGroup {
        width: parent.width
        visible: details.form.carriers.count > 0
        question: qsTr("Named before")
        model: details.form.carriers
        chosenCodes: [carrier.text]
        onPicked: name => details.form.pickCarrier(name)
    }

    Card {
        width: parent.width
        title: qsTr("Nature +: two aims together")
        tone: "pos"

        Field {
            width: parent.width
            label: qsTr("Plant: what, and where?")
            placeholder: qsTr("Trees, a planted wall…")
            text: details.form.words("greening_aim")
            onEdited: text => details.form.writeWords("greening_aim", text)
        }

        Field {
            width: parent.width
            label: qsTr("Make it ours: for which use, with which group?")
            placeholder: qsTr("A garden with the school…")
            text: details.form.words("appropriation_aim")
            onEdited: text => details.form.writeWords("appropriation_aim", text)
        }

        TextRow {
            width: parent.width
            visible: details.form.oneAimMissing || details.form.greening
            iconName: "sprout"
            quiet: !details.form.oneAimMissing
            tone: "warn"
            text: details.form.oneAimMissing ? qsTr("One of the two is still empty. A Nature + project needs both.") : qsTr("A Nature + project needs both. You can fill them in later.")
        }
    }

    Field {
        width: parent.width
        label: qsTr("Your idea, in your words")
        multiline: true
        hint: qsTr("Describe the place and its uses. Name and describe no person.")
        text: details.form.text
        onEdited: text => details.form.write(text)
    }
}
