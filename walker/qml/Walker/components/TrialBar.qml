pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Over every page of a trial walk: that it is one, what to do next, and the way back to the real app.
Rectangle {
    id: bar

    required property App app
    readonly property Trial trial: app.trial
    readonly property var steps: ({
            start: qsTr("Touch “Start the walk”."),
            photo: qsTr("Touch “Photo”, then the shutter."),
            save: qsTr("Choose a picture, then touch “Save”."),
            stop: qsTr("Touch “Stop”: the group stops to talk."),
            undo: qsTr("A mistake? Touch “Undo” in the bar."),
            end: qsTr("Touch “Finish the walk”."),
            done: qsTr("Well done! You can lead a walk. Nothing was kept.")
        })
    readonly property string sentence: steps[trial.step]

    implicitHeight: row.implicitHeight + 20
    color: Style.colours.warnSoft
    border.width: Style.isContrast ? Style.border : 0
    border.color: Style.colours.line
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentence
    onSentenceChanged: Accessible.announce(sentence, Accessible.Polite)

    Loader {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Style.margin
        anchors.verticalCenter: parent.verticalCenter
        active: bar.visible
        sourceComponent: GridLayout {
            columns: bar.width >= 760 * Style.textScale ? 2 : 1
            columnSpacing: 16
            rowSpacing: 8
            layoutDirection: Style.direction

            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true

                Words {
                    text: bar.trial.step === "done" ? qsTr("Trial walk") : qsTr("Trial walk – step %1 of %2").arg(bar.trial.number).arg(bar.trial.count)
                    color: Style.colours.warn
                    strong: true
                    font.pixelSize: Style.labelSize
                    Layout.fillWidth: true
                }

                Words {
                    text: bar.sentence
                    strong: true
                    Layout.fillWidth: true
                }
            }

            SecondaryButton {
                text: qsTr("Leave the trial")
                iconName: "log-out"
                textSize: Style.labelSize
                implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                onClicked: bar.trial.leave()
            }
        }
    }
}
