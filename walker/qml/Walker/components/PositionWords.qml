import QtQuick

// What a state of the receiver means: a short word for the chip, then what happened, what is safe and what to do.
QtObject {
    function chip(state: string): string {
        switch (state) {
        case "good":
            return qsTr("GPS good");
        case "weak":
            return qsTr("GPS weak");
        case "jumping":
            return qsTr("GPS jumps");
        case "stale":
            return qsTr("GPS lost");
        case "searching":
            return qsTr("GPS searching");
        case "denied":
            return qsTr("GPS forbidden");
        case "absent":
            return qsTr("No GPS");
        default:
            return qsTr("GPS off");
        }
    }

    function headline(state: string): string {
        switch (state) {
        case "good":
            return qsTr("The position is good");
        case "weak":
            return qsTr("The position is not precise");
        case "jumping":
            return qsTr("The position jumps");
        case "stale":
            return qsTr("The position has been lost");
        case "searching":
            return qsTr("Looking for the position");
        case "denied":
            return qsTr("The tablet forbids the position");
        case "absent":
            return qsTr("This tablet has no GPS");
        default:
            return qsTr("The GPS is off");
        }
    }

    function detail(state: string): string {
        switch (state) {
        case "good":
            return qsTr("You can walk.");
        case "weak":
            return qsTr("Findings are kept with their circle. Move the point on the map if it is wrong.");
        case "jumping":
            return qsTr("The wrong points are not counted. Walls and towers do that. Move away from them.");
        case "stale":
            return qsTr("The walk goes on, with a gap. Go under the open sky, or put the points by hand.");
        case "searching":
            return qsTr("Go under the open sky. The first time can take two minutes.");
        case "denied":
            return qsTr("Everything else works. Allow the position in the tablet’s settings, or put the points by hand.");
        case "absent":
            return qsTr("Everything else works. Plug in a receiver, or put the points on the map by hand.");
        default:
            return qsTr("It starts with the walk.");
        }
    }

    function iconName(state: string): string {
        return {
            good: "satellite",
            weak: "locate",
            jumping: "locate",
            stale: "locate-off",
            searching: "loader",
            denied: "lock",
            absent: "locate-off"
        }[state] ?? "locate-off";
    }

    function tone(state: string): string {
        return state === "good" ? "ok" : state === "off" ? "plain" : "warn";
    }
}
