import QtQuick
import Walker
import Walker.Models

// A long list of answers: the usual ones and those chosen, and all of them on a touch.
Column {
    id: list

    required property SpaceForm form
    required property string field // of the record
    required property string question
    required property RowListModel choices
    required property string chosen // codes, one a line
    property bool all: false

    signal picked(code: string)

    spacing: 8

    ChoiceGroup {
        width: parent.width
        question: list.question
        multiple: true
        model: list.choices
        chosenCodes: list.chosen.split("\n")
        onPicked: code => list.picked(code)
    }

    GhostButton {
        text: list.all ? qsTr("Fewer choices") : qsTr("More choices")
        iconName: list.all ? "chevron-up" : "ellipsis"
        Accessible.name: qsTr("%1: %2").arg(text).arg(list.question)
        onClicked: {
            list.all = !list.all;
            list.form.showAll(list.field);
        }
    }
}
