import QtQuick
import Walker.Models

// Which planned stop comes next, in words.
QtObject {
    required property LiveMap shown
    readonly property string next: shown.nextStopPlace === "" ? qsTr("next: stop %1").arg(shown.nextStop) : qsTr("next: stop %1, %2").arg(shown.nextStop).arg(shown.nextStopPlace)
    readonly property string text: shown.nextStop > 1 ? qsTr("Stop %1 done · %2").arg(shown.nextStop - 1).arg(next) : next.charAt(0).toUpperCase() + next.slice(1)
}
