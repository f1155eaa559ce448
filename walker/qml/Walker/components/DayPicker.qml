import QtQuick
import Walker
import Walker.Models

// A day chosen by a tap: today, tomorrow, or another one, for which the page shows a month.
ChoiceGroup {
    id: picker

    required property CalendarMonth calendar
    required property string day // YYYY-MM-DD, empty: none
    property bool open: false // the month is wanted
    readonly property string today: calendar.inDays(0)
    readonly property string tomorrow: calendar.inDays(1)
    readonly property bool near: day === "" || day === today || day === tomorrow
    property Figures figures: Figures {}

    signal dayPicked(day: string)

    question: qsTr("Which day?")
    answerWidth: 172 * Style.textScale
    chosenCodes: [near ? day : "other"]
    model: [
        {
            code: today,
            label: qsTr("Today"),
            iconName: "sun"
        },
        {
            code: tomorrow,
            label: qsTr("Tomorrow"),
            iconName: "calendar"
        },
        {
            code: "other",
            label: near ? qsTr("Another day") : figures.dayOf(day),
            iconName: "calendar-days"
        }
    ]
    onPicked: code => {
        open = code === "other" && !open;
        if (open)
            calendar.show(day);
        if (code !== "other")
            dayPicked(code);
    }
}
