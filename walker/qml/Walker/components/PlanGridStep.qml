pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// Preparation, step 4: which grid the group fills. Its version is written down when the walk begins, and stays.
Column {
    id: step

    required property App app
    readonly property GridChoice grid: app.walks.grid

    spacing: Style.padding

    Figures {
        id: figures
    }

    Card {
        width: parent.width
        title: qsTr("Which grid do you fill?")

        TextRow {
            width: parent.width
            visible: step.grid.frozen
            iconName: "lock"
            text: qsTr("The walk has begun: its grid no longer changes.")
        }

        ChoiceGroup {
            objectName: "grids"
            width: parent.width
            enabled: !step.grid.frozen
            question: qsTr("One for the whole group")
            answerWidth: 240 * Style.textScale
            model: step.grid.grids
            chosenCodes: [step.grid.grid]
            onPicked: code => step.grid.choose(code)
        }

        TextRow {
            width: parent.width
            visible: step.grid.version > 0
            iconName: "list-checks"
            text: qsTr("Version %1, of %2. %3").arg(step.grid.version).arg(figures.dateOf(step.grid.versionDay)).arg(qsTr("%n question(s)", "", step.grid.questions))
        }

        TextRow {
            width: parent.width
            visible: !step.grid.frozen
            iconName: "circle-question-mark"
            quiet: true
            text: step.grid.grid === "" ? qsTr("Without a choice, the walk gets the common grid.") : qsTr("The version is fixed when the walk begins. Later ones change nothing.")
        }
    }

    Card {
        width: parent.width
        visible: step.grid.versions.count > 0
        title: qsTr("Which version?")
        spacing: 0

        Repeater {
            model: step.grid.versions

            Choice {
                required property int version
                required property string day
                required property bool newest

                width: parent?.width ?? 0
                text: newest ? qsTr("Version %1, of %2: the newest").arg(version).arg(figures.dateOf(day)) : qsTr("Version %1, of %2").arg(version).arg(figures.dateOf(day))
                iconName: "history"
                enabled: !step.grid.frozen
                onClicked: step.grid.chooseVersion(version)
            }
        }
    }
}
