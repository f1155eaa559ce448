pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Preparation, step 3: how many come (counts, never a name), how they were invited, what each needs to be able to come.
GridLayout {
    id: step

    required property App app
    required property bool beside // two columns; by the page's width, not by what the scroll buttons leave of it
    readonly property Preparation plan: app.walks.plan
    readonly property GroupCount group: app.walks.group
    property bool details: false

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
            title: qsTr("How many people?")
            spacing: 4
            Layout.fillWidth: true

            Words {
                width: parent.width
                text: qsTr("We count. We write down no name.")
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
            }

            Repeater {
                model: step.group.genders

                CountRow {
                    required property int index

                    width: parent?.width ?? 0
                    text: code === "not_collected" ? qsTr("Counted without asking") : label
                    lastLine: index === step.group.genders.count - 1
                    onCounted: (code, number) => step.group.count(code, number)
                }
            }

            Choice {
                objectName: "uncollected"
                width: parent.width
                text: qsTr("Not collected: it is not zero")
                iconName: "circle"
                multiple: true
                chosen: step.group.uncollected
                onClicked: step.group.toggleUncollected()
            }
        }

        Card {
            spacing: 8
            Layout.fillWidth: true

            SecondaryButton {
                objectName: "details"
                width: parent.width
                text: step.details ? qsTr("Close roles and ages") : qsTr("Say roles and ages")
                iconName: step.details ? "chevron-up" : "chevron-down"
                onClicked: step.details = !step.details
            }

            Repeater {
                model: step.group.known

                TextRow {
                    required property string label
                    required property int count

                    width: parent?.width ?? 0
                    iconName: "users"
                    text: qsTr("%1: %2").arg(label).arg(count)
                }
            }

            Loader {
                width: parent.width
                active: step.details
                visible: active
                sourceComponent: finer
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
                field: "recruitments"
                list: "recruitments"
                question: qsTr("How did they come?")
                multiple: true
            }
        }

        Card {
            title: qsTr("So that everybody can come")
            Layout.fillWidth: true

            PlanChoice {
                width: parent.width
                plan: step.plan
                field: "step_free"
                question: qsTr("A way without stairs?")
            }

            PlanChoice {
                width: parent.width
                plan: step.plan
                field: "sign_language"
                list: "interpreters"
                question: qsTr("A sign language interpreter?")
            }

            Field {
                id: language

                property string typed

                width: parent.width
                label: qsTr("Languages spoken in the group")
                text: typed
                placeholder: qsTr("One language, then “Add”")
                onEdited: text => typed = text
            }

            SecondaryButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Add the language")
                iconName: "plus"
                onClicked: {
                    step.plan.toggleLanguage(language.typed);
                    language.typed = "";
                }
            }

            Repeater {
                model: step.plan.languages === "" ? [] : step.plan.languages.split("\n")

                Choice {
                    required property string modelData

                    width: parent?.width ?? 0
                    text: modelData
                    iconName: "languages"
                    multiple: true
                    chosen: true
                    onClicked: step.plan.toggleLanguage(modelData)
                }
            }
        }
    }

    Component {
        id: finer

        Column {
            spacing: Style.gap

            ChoiceGroup {
                width: parent.width
                question: qsTr("Which role?")
                model: step.plan.choices("roles")
                chosenCodes: [step.group.role]
                limit: 7
                onPicked: code => step.group.openRole(code)
            }

            ChoiceGroup {
                width: parent.width
                question: qsTr("Which age?")
                model: step.group.bands
                chosenCodes: [step.group.age]
                onPicked: code => step.group.openAge(code)
            }

            Words {
                width: parent.width
                text: qsTr("How many of them?")
                strong: true
            }

            Repeater {
                model: step.group.details

                CountRow {
                    required property int index

                    width: parent?.width ?? 0
                    lastLine: index === step.group.details.count - 1
                    onCounted: (code, number) => step.group.detail(code, number)
                }
            }
        }
    }
}
