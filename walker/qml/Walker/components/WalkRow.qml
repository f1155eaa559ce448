import Walker

// A walk to come in a list: its day first, then what it is.
LineRow {
    id: row

    required property string walkId
    required property string title
    required property string day
    required property string standing // today, later, undated, past
    required property string publics
    required property int stops
    required property bool fromOffice
    property Figures figures: Figures {}

    iconName: fromOffice ? "landmark" : "calendar"
    tone: standing === "past" ? "warn" : "primary"
    lead: standing === "past" ? qsTr("%1: the day has passed").arg(figures.weekdayOf(day)) : standing === "today" ? qsTr("Today, %1").arg(figures.weekdayOf(day)) : day === "" ? qsTr("Without a day") : figures.weekdayOf(day)
    text: title !== "" ? title : qsTr("Walk without a name")
    detail: [stops > 0 ? qsTr("%n stop(s)", "", stops) : "", fromOffice ? qsTr("planned by the GUP cell") : ""].filter(part => part !== "").join(" · ")
    opens: true
}
