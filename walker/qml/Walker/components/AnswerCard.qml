import Walker

// What became of a finding: the state first, then the place, then the sentence written for inhabitants.
LineRow {
    id: answer

    required property string status // done, planned, waiting, refused
    required property string place
    required property string sentence
    readonly property var looks: ({
            done: ["circle-check", "ok", qsTr("Done")],
            planned: ["calendar-check", "revoir", qsTr("Planned")],
            waiting: ["hourglass", "warn", qsTr("Waiting")],
            refused: ["ban", "danger", qsTr("Not retained")]
        })

    iconName: looks[status][0]
    tone: looks[status][1]
    lead: looks[status][2]
    text: place
    detail: sentence
}
