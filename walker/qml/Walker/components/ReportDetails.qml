pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What an agent needs to find the place, and what the group wants to say about it; all of it optional, a tap each.
Column {
    id: details

    required property ReportForm form
    required property SquareReader squares
    property bool scanning: false
    readonly property bool liked: form.kind === "liked"

    signal drawing

    spacing: 20

    QuestionCards {
        width: parent.width
        visible: details.form.questions.count > 0
        form: details.form
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

    PlaceDetails {
        width: parent.width
        form: details.form
    }

    ChoiceGroup {
        width: parent.width
        visible: !details.liked
        question: qsTr("How much does it hinder?")
        model: details.form.urgencies
        chosenCodes: [details.form.urgency]
        onPicked: code => details.form.pickUrgency(code)
    }

    Card {
        width: parent.width
        visible: details.form.dangerous && !details.liked
        title: qsTr("Is someone in danger now? Call.")
        tone: "danger"
        border.color: Style.colours.danger
        border.width: Style.border

        NumberLines {
            width: parent.width
            beside: true
            model: details.form.dangerNumbers
        }
    }

    ChoiceGroup {
        width: parent.width
        visible: !details.liked
        question: qsTr("When?")
        multiple: true
        model: details.form.timeSlotChoices
        chosenCodes: details.form.timeSlots.split("\n")
        onPicked: code => details.form.toggleTimeSlot(code)
    }

    ChoiceGroup {
        width: parent.width
        visible: !details.liked
        question: qsTr("Does it come back?")
        model: details.form.recurrenceChoices
        chosenCodes: [details.form.recurrence]
        onPicked: code => details.form.pickRecurrence(code)
    }

    ChoiceGroup {
        width: parent.width
        question: details.liked ? qsTr("Who is it good for?") : qsTr("Who does it hinder?")
        multiple: true
        model: details.form.affectedChoices
        chosenCodes: details.form.affected.split("\n")
        onPicked: code => details.form.toggleAffected(code)
    }

    ChoiceGroup {
        width: parent.width
        question: qsTr("How does one feel here?")
        model: details.form.safetyChoices
        chosenCodes: [details.form.feltSafety]
        onPicked: code => details.form.pickFeltSafety(code)
    }

    ChoiceGroup {
        width: parent.width
        visible: !details.liked
        question: qsTr("Do people still go through here?")
        model: details.form.avoidanceChoices
        chosenCodes: [details.form.avoidance]
        onPicked: code => details.form.pickAvoidance(code)
    }

    SecondaryButton {
        visible: details.form.avoidance === "avoided" || details.form.avoidance === "bypassed" || details.form.hasDetour
        width: Math.min(implicitWidth, parent.width)
        text: details.form.hasDetour ? qsTr("Detour drawn: change it") : qsTr("Draw the detour on the map")
        iconName: "route"
        onClicked: details.drawing()
    }

    ChoiceGroup {
        width: parent.width
        question: qsTr("Whose place is it?")
        multiple: true
        model: details.form.ownerKinds
        chosenCodes: details.form.owners.split("\n")
        onPicked: code => details.form.toggleOwner(code)
    }

    ChoiceGroup {
        width: parent.width
        visible: !details.liked
        question: qsTr("What would help?")
        multiple: true
        model: details.form.wantedChoices
        chosenCodes: details.form.wantedAnswers.split("\n")
        onPicked: code => details.form.toggleWanted(code)
    }

    Choice {
        visible: !details.liked
        width: Math.min(Math.max(implicitWidth, 320), parent.width)
        text: qsTr("Residents could help: a shared worksite")
        iconName: "hammer"
        multiple: true
        chosen: details.form.worksiteSupport
        onClicked: details.form.toggleWorksiteSupport()
    }

    ChoiceGroup {
        width: parent.width
        question: qsTr("Who says it?")
        model: details.form.speakers
        chosenCodes: [details.form.speaker]
        onPicked: code => details.form.pickSpeaker(code)
    }

    Words {
        width: parent.width
        text: qsTr("How many say it? Numbers only, no names.")
        strong: true
    }

    Flow {
        width: parent.width
        spacing: Style.gap

        Repeater {
            model: details.form.counts

            Stepper {
                required property string code
                required label
                required property int count
                required collected

                width: Math.min(parent?.width ?? 0, implicitWidth + 220 * Style.textScale)
                value: count
                onCounted: value => details.form.count(code, value)
                onNotCollected: details.form.count(code, -1)
            }
        }
    }

    Field {
        width: parent.width
        visible: !details.liked
        label: qsTr("Also in DansMaRue?")
        placeholder: qsTr("Report number")
        iconName: "hash"
        inputMethodHints: Qt.ImhNoPredictiveText
        text: details.form.externalReference
        onEdited: text => details.form.writeReference(text)
    }

    SecondaryButton {
        visible: !details.liked && !details.scanning
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Scan its number")
        iconName: "scan-qr-code"
        onClicked: {
            details.scanning = true;
            details.squares.look();
        }
    }

    ScanCard {
        width: parent.width
        visible: details.scanning && details.form.externalReference === ""
        squares: details.squares
        advice: qsTr("Hold the code of the DansMaRue report before the camera, or type its number.")
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
