pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Preparation, step 5: who does what, who comes along from institutions, minors, and the conditions of the day.
GridLayout {
    id: step

    required property App app
    required property bool beside // two columns; by the page's width, not by what the scroll buttons leave of it
    readonly property Preparation plan: app.walks.plan
    readonly property GroupCount group: app.walks.group

    columns: beside ? 2 : 1
    layoutDirection: Style.direction
    columnSpacing: Style.padding
    rowSpacing: Style.padding
    uniformCellWidths: true

    ColumnLayout {
        spacing: Style.padding
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop

        Card {
            visible: step.plan.youth
            title: qsTr("Young people walk along")
            tone: step.plan.youthWarns ? "warn" : "plain"
            Layout.fillWidth: true

            TextRow {
                width: parent.width
                visible: step.plan.youthWarns
                iconName: "triangle-alert"
                tone: "warn"
                text: qsTr("Think of it before you leave. The walk can begin all the same.")
            }

            PlanChoice {
                width: parent.width
                plan: step.plan
                field: "adult_referent"
                question: qsTr("Does an adult answer for them?")
                hint: qsTr("no name is written down")
            }

            PlanChoice {
                width: parent.width
                plan: step.plan
                field: "consent_collected"
                question: qsTr("Did the parents agree?")
            }
        }

        Card {
            title: qsTr("Who does what?")
            Layout.fillWidth: true

            TextRow {
                width: parent.width
                iconName: "flag"
                text: qsTr("A guide goes in front and knows the way.")
            }

            TextRow {
                width: parent.width
                iconName: "shield-user"
                text: qsTr("Somebody walks last and counts the group at each stop.")
            }

            TextRow {
                width: parent.width
                iconName: "camera"
                text: qsTr("One person takes the photos, without faces.")
            }

            TextRow {
                width: parent.width
                iconName: "timer"
                text: qsTr("One person keeps the time.")
            }
        }

        Card {
            Layout.fillWidth: true

            PlanChoice {
                width: parent.width
                plan: step.plan
                field: "weather"
                list: "weather"
                question: qsTr("What is the weather?")
                hint: qsTr("on the day itself")
            }

            PlanChoice {
                width: parent.width
                plan: step.plan
                field: "street_lights"
                list: "street_lights"
                question: qsTr("Are the street lights on?")
            }
        }
    }

    ColumnLayout {
        spacing: Style.padding
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop

        Card {
            Layout.fillWidth: true

            PlanChoice {
                width: parent.width
                plan: step.plan
                field: "institutions"
                list: "institutions"
                answerWidth: 240 * Style.textScale
                question: qsTr("Which institutions come along?")
                multiple: true
                limit: 5
            }
        }

        Card {
            spacing: 8
            Layout.fillWidth: true

            ChoiceGroup {
                width: parent.width
                question: qsTr("Newly posted staff")
                hint: qsTr("who discover the district")
                answerWidth: 172 * Style.textScale
                multiple: true
                limit: 5
                model: step.plan.choices("employer_kinds")
                chosenCodes: step.group.employers.split("\n")
                onPicked: code => step.group.toggleEmployer(code)
            }

            Repeater {
                model: step.group.posted

                CountRow {
                    required property int index

                    width: parent?.width ?? 0
                    lastLine: index === step.group.posted.count - 1
                    onCounted: (code, number) => step.group.countPosted(code, number)
                }
            }
        }

        Card {
            Layout.fillWidth: true

            Field {
                width: parent.width
                label: qsTr("Something to remember")
                multiline: true
                hint: qsTr("Write no name and no telephone number.")
                text: step.plan.note
                onEdited: text => step.plan.write("note", text)
            }
        }
    }
}
