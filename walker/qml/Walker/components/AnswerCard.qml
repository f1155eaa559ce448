import QtQuick
import Walker
import Walker.Models

// What became of a finding: the state first, then the place, then the sentence written for inhabitants, to hear too.
FocusScope {
    id: answer

    required property string status // done, planned, waiting, refused
    required property string place
    required property string sentence
    property App app: null // without it nothing is read aloud
    property alias ending: line.ending
    property alias opens: line.opens
    property alias lastLine: line.lastLine
    readonly property var looks: ({
            done: ["circle-check", "ok", qsTr("Done")],
            planned: ["calendar-check", "revoir", qsTr("Planned")],
            waiting: ["hourglass", "warn", qsTr("Waiting")],
            refused: ["ban", "danger", qsTr("Not retained")]
        })

    readonly property real aside: speaker.visible && beside ? speaker.width + Style.gap : 0
    readonly property bool beside: width >= 600 * Style.textScale // else the words would have no room

    signal clicked

    implicitWidth: line.implicitWidth
    implicitHeight: speaker.visible && !beside ? line.implicitHeight + speaker.height + 10 : Math.max(line.implicitHeight, speaker.visible ? speaker.height + 16 : 0)

    LineRow {
        id: line

        x: Style.leftHanded ? answer.aside : 0
        width: parent.width - answer.aside
        height: answer.beside ? parent.height : implicitHeight
        focus: true
        iconName: answer.looks[answer.status][0]
        tone: answer.looks[answer.status][1]
        lead: answer.looks[answer.status][2]
        text: answer.place
        detail: answer.sentence
        onClicked: answer.clicked()
    }

    ReadAloudButton {
        id: speaker

        x: Style.leftHanded ? 0 : parent.width - width
        y: answer.beside ? (parent.height - height) / 2 : line.height + 4
        width: Math.min(implicitWidth, parent.width)
        app: answer.app
        word: qsTr("Listen")
        text: [line.lead, answer.place, answer.sentence].filter(part => part !== "").join(". ")
    }
}
