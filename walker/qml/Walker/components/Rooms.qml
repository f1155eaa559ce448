import QtQuick
import Walker
import Walker.Models

// The main menu of the app, at the side or at the bottom, with what waits.
NavRail {
    id: rooms

    required property App app

    counts: ({
            revisit: app.home.due,
            sync: app.home.waiting
        })
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
            iconName: "house"
        },
        {
            code: "prepare",
            label: qsTr("Prepare"),
            iconName: "calendar-plus"
        },
        {
            code: "revisit",
            label: qsTr("To revisit"),
            iconName: "history"
        },
        {
            code: "sync",
            label: qsTr("Send"),
            iconName: "refresh-cw"
        },
        {
            code: "help",
            label: qsTr("Guide"),
            iconName: "circle-question-mark"
        },
        {
            code: "settings",
            label: qsTr("Display"),
            iconName: "settings"
        }
    ]
}
