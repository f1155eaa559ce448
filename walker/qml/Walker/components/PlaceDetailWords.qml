import QtQuick

// Where exactly, as one says it to somebody who must find the place. The lines are building, staircase, floor, number, landmark.
QtObject {
    function words(lines: string): string {
        if (lines === "")
            return "";
        const [building, staircase, floor, number, landmark] = lines.split("\n");
        return [building && qsTr("building %1").arg(building), staircase && qsTr("staircase %1").arg(staircase), floor && qsTr("floor %1").arg(floor), number && qsTr("no. %1").arg(number), landmark].filter(part => part).join(", ");
    }
}
