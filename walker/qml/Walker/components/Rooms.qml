import QtQuick
import Walker
import Walker.Models

// The main menu of the app, with what waits: at the side of the hand that holds the tablet, or at the bottom. `room` is
// what it leaves of the page.
NavRail {
    id: rooms

    required property App app
    readonly property rect room: {
        const whole = parent ?? this;
        return vertical ? Qt.rect(Style.leftHanded ? 0 : width, 0, whole.width - width, whole.height) : Qt.rect(0, 0, whole.width, whole.height - height);
    }

    x: vertical && Style.leftHanded ? (parent?.width ?? 0) - width : 0
    y: vertical ? 0 : (parent?.height ?? 0) - height
    width: vertical ? implicitWidth : parent?.width ?? 0
    height: vertical ? parent?.height ?? 0 : implicitHeight
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
