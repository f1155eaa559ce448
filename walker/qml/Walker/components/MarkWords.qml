import QtQuick

// What a mark of the map is called, and which way it lies.
QtObject {
    function of(kind: string, label: string, number: int): string {
        switch (kind) {
        case "stop":
            return label === "" ? qsTr("Stop %1").arg(number) : qsTr("Stop %1: %2").arg(number).arg(label);
        case "planned":
            return qsTr("Stop %1, planned").arg(number);
        case "cluster":
            return qsTr("%n finding(s) here", "", number);
        case "revisit":
            return qsTr("To look at again: %1").arg(label || qsTr("Finding without a category"));
        case "liked":
            return qsTr("Place we like: %1").arg(label || qsTr("Finding without a category"));
        case "space":
            return qsTr("Space to requalify: %1").arg(label || qsTr("Finding without a category"));
        default:
            return label || qsTr("Finding without a category");
        }
    }

    function tone(kind: string): string {
        return {
            space: "req",
            liked: "pos",
            revisit: "revoir",
            stop: "primary",
            planned: "primary"
        }[kind] ?? "sig";
    }

    function way(direction: string): string {
        return {
            n: qsTr("to the north"),
            ne: qsTr("to the north-east"),
            e: qsTr("to the east"),
            se: qsTr("to the south-east"),
            s: qsTr("to the south"),
            sw: qsTr("to the south-west"),
            w: qsTr("to the west"),
            nw: qsTr("to the north-west")
        }[direction] ?? "";
    }
}
