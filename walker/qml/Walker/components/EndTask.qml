import QtQuick
import Walker

// One thing to look at before parting, in words, and the button that leads there and back.
ChecklistRow {
    id: task

    required property string code
    required property int count
    required property int total
    required property string first
    required property string kind
    property string nextVisit
    property bool answersReceived: false
    readonly property var words: ({
            drafts: [qsTr("No form left open"), qsTr("%n form(s) to complete", "", count), qsTr("They are kept until you complete them."), qsTr("Complete")],
            category: [qsTr("Every finding has a category"), qsTr("%n finding(s) without a category", "", count), qsTr("A picture says what it is."), qsTr("Choose")],
            place: [qsTr("Every finding has a place"), qsTr("%n finding(s) without a place", "", count), qsTr("Without a place nobody finds it."), qsTr("Place")],
            photos: [qsTr("Photos looked at"), qsTr("%n photo(s) to check", "", count), qsTr("A photo leaves only once a person has looked at it."), qsTr("Check")],
            voices: [qsTr("Voice notes listened to"), qsTr("%n voice note(s) to listen to", "", count), qsTr("A voice note leaves only once someone has listened to it."), qsTr("Listen")],
            revisits: [qsTr("Earlier findings seen again"), qsTr("%n earlier finding(s) not seen", "", count), qsTr("They stay due for the next walk."), qsTr("Look again")],
            votes: [qsTr("Priorities voted"), count > 0 ? qsTr("The vote has begun") : qsTr("Vote on priorities"), count > 0 ? qsTr("%n have voted", "", count) : qsTr("Three votes each. It is not obligatory."), count > 0 ? qsTr("Go on") : qsTr("Vote")],
            answers: [qsTr("Every finding has a follow-up"), qsTr("%n finding(s) without a follow-up", "", count), answersReceived ? qsTr("To be passed on, watched, or refused with a reason. As last received.") : qsTr("The office answers once you have sent."), qsTr("Send")],
            date: [qsTr("Date of the return visit"), qsTr("Date of the return visit"), qsTr("Obligatory to close. The round can end without it."), qsTr("Choose the date")]
        })[code]
    readonly property string doneDetail: code === "votes" ? [count > 0 ? qsTr("%n person(s)", "", count) : "", qsTr("%n voice(s)", "", total)].filter(part => part !== "").join(", ") : code === "date" ? figures.dayOf(nextVisit) : ""

    signal wanted(code: string, kind: string, first: string)

    text: done ? words[0] : words[1]
    detail: done ? doneDetail : words[2]
    actionText: words[3]
    onActed: wanted(code, kind, first)

    Figures {
        id: figures
    }
}
