import QtQuick
import Walker
import Walker.Models

// Time, length and how sure the position is, over the map; and in words what is missing: a signal, a stretch, a map.
Flow {
    id: pills

    required property LiveWalk walk
    required property bool covered

    spacing: 10

    Figures {
        id: figures
    }

    InfoPill {
        name: qsTr("Time")
        text: figures.duration(pills.walk.seconds)
        recording: !pills.walk.paused
        iconName: "pause"
    }

    InfoPill {
        name: qsTr("Length")
        text: figures.length(pills.walk.lengthM)
        iconName: "ruler"
    }

    InfoPill {
        visible: pills.walk.located && !isNaN(pills.walk.accuracyM)
        name: qsTr("Accuracy")
        text: figures.doubt(pills.walk.accuracyM)
        iconName: "locate"
    }

    InfoPill {
        visible: !pills.walk.located
        name: qsTr("No position")
        text: qsTr("Put the cross on the place")
        iconName: "move"
    }

    InfoPill {
        visible: pills.walk.lostSeconds >= 60
        name: qsTr("Signal")
        text: qsTr("Signal lost for %1").arg(figures.duration(pills.walk.lostSeconds))
        iconName: "unlink"
    }

    InfoPill {
        visible: pills.walk.gapSeconds > 0 && pills.walk.located
        name: qsTr("Gap")
        text: qsTr("Gap of %1 in the track").arg(figures.duration(Math.max(60, pills.walk.gapSeconds)))
        iconName: "unlink"
    }

    InfoPill {
        visible: !pills.covered
        name: qsTr("Map")
        text: qsTr("No map here: squares only")
        iconName: "grid-3x3"
    }
}
