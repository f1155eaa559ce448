import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Preparation, step 2: for whom, by day or by night (two separate choices), about what, why, and who organises.
GridLayout {
    id: step

    required property App app
    readonly property Preparation plan: app.walks.plan

    columns: 1
    rowSpacing: Style.padding

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
                field: "publics"
                answerWidth: 196 * Style.textScale
                list: "publics"
                question: qsTr("Who walks?")
                multiple: true
                limit: 7
            }
        }

        Card {
            Layout.fillWidth: true

            PlanChoice {
                width: parent.width
                plan: step.plan
                field: "period_planned"
                answerWidth: 196 * Style.textScale
                list: "day_night"
                question: qsTr("By day or by night?")
            }
        }

        Card {
            Layout.fillWidth: true

            PlanChoice {
                width: parent.width
                plan: step.plan
                field: "organiser_kind"
                answerWidth: 196 * Style.textScale
                list: "organiser_kinds"
                question: qsTr("Who organises it?")
                hint: qsTr("any group, even without statutes")
                limit: 7
            }

            Field {
                width: parent.width
                label: qsTr("Name of the group")
                text: step.plan.organiserName
                onEdited: text => step.plan.write("organiser_name", text)
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
                field: "purposes"
                answerWidth: 196 * Style.textScale
                list: "purposes"
                question: qsTr("What for?")
                multiple: true
                limit: 7
            }
        }

        Card {
            Layout.fillWidth: true

            PlanChoice {
                width: parent.width
                plan: step.plan
                field: "themes"
                answerWidth: 196 * Style.textScale
                list: "themes"
                question: qsTr("What will you look at?")
                multiple: true
                limit: 7
            }
        }

        Card {
            Layout.fillWidth: true

            Field {
                width: parent.width
                label: qsTr("Name of the walk")
                text: step.plan.title
                onEdited: text => step.plan.write("title", text)
            }
        }
    }
}
