pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// A space that could become something better: what it is, how it is, whose it is.
Page {
    id: page

    required property App app
    required property SpaceForm form

    title: form.kindLabel !== "" ? form.kindLabel : qsTr("What kind of space?")
    titleIcon: "flower-2"
    tone: "req"
    subtitle: form.editing ? qsTr("Saved already. Everything is optional here.") : qsTr("Touch a picture. What you enter is kept at once.")
    chips: [
        StatusChip {
            text: qsTr("Kept")
            iconName: "circle-check"
            tone: "ok"
        }
    ]
    actionText: qsTr("Save")
    buttons: [
        SecondaryButton {
            text: page.form.editing ? qsTr("Close without changing") : qsTr("Throw away")
            iconName: "trash-2"
            onClicked: page.form.throwAway()
        }
    ]
    onBack: form.leave()
    onActed: form.save()

    FormFrame {
        anchors.fill: parent
        focus: true
        beside: page.wide

        side: [
            PhotoCards {
                width: parent.width
                app: page.app
                form: page.form
            },
            PlaceCard {
                width: parent.width
                form: page.form
                onMoving: page.app.placeOnMap("space")
            }
        ]

        TileGrid {
            objectName: "tiles"
            width: parent.width
            model: page.form.kinds
            tone: "req"
            chosenCodes: [page.form.kind]
            limit: Style.textScale > 1.5 ? 6 : 12
            onPicked: code => page.form.pickKind(code)
        }

        ChoiceGroup {
            width: parent.width
            question: qsTr("How is it?")
            multiple: true
            model: page.form.qualityChoices
            chosenCodes: page.form.qualities.split("\n")
            onPicked: code => page.form.toggleQuality(code)
        }

        ChoiceGroup {
            width: parent.width
            question: qsTr("Whose place is it?")
            multiple: true
            model: page.form.ownerKinds
            chosenCodes: page.form.owners.split("\n")
            onPicked: code => page.form.toggleOwner(code)
        }

        Field {
            width: parent.width
            label: qsTr("What could it become?")
            multiline: true
            hint: qsTr("Describe the place and its uses. Name and describe no person.")
            text: page.form.text
            onEdited: text => page.form.write(text)
        }
    }
}
