import QtQuick
import Walker
import Walker.Models

// The main menu of the app, at the side or at the bottom, with what waits.
NavRail {
    id: rooms

    required property App app

    onPicked: code => {
        if (code === "prepare" && app.walks.lists.coming.count > 0)
            app.open("walks"); // one is perhaps begun already
        else if (code === "prepare")
            app.prepareWalk("");
        else if (code === "revisit")
            app.openRevisit("");
        else
            app.open(code);
    }
    model: [
        {
            code: "home",
            label: qsTr("Home"),
            iconName: "house",
            count: 0
        },
        {
            code: "prepare",
            label: qsTr("Prepare"),
            iconName: "calendar-plus",
            count: 0
        },
        {
            code: "revisit",
            label: qsTr("To revisit"),
            iconName: "history",
            count: rooms.app.home.due
        },
        {
            code: "sync",
            label: qsTr("Send"),
            iconName: "refresh-cw",
            count: rooms.app.home.waiting
        },
        {
            code: "help",
            label: qsTr("Guide"),
            iconName: "circle-question-mark",
            count: 0
        },
        {
            code: "settings",
            label: qsTr("Display"),
            iconName: "settings",
            count: 0
        }
    ]
}
