pragma ComponentBehavior: Bound

import QtQuick
import QtPositioning
import Walker
import Walker.Models

// The walk being held: the map first, the capture buttons by the hand that taps, and one bar to take the last thing back.
Page {
    id: page

    required property App app
    required property LiveWalk walk
    property bool follows: true
    readonly property bool beside: wide || width > height

    function captured(kind: string): void {
        const centre = walkMap.center;
        if (kind === "photo")
            app.openCamera("", "");
        else if (kind === "stop")
            walk.stopHere(centre.latitude, centre.longitude);
        else if (kind === "avoided")
            app.avoid(centre.latitude, centre.longitude);
        else
            app.capture(kind, centre.latitude, centre.longitude);
    }

    // Where we are stands in the middle of what the cards leave free of the map.
    function recentre(): void {
        follows = true;
        const here = QtPositioning.coordinate(walk.latitude, walk.longitude);
        walkMap.center = here;
        if (walk.located && below.y > 0 && below.y < walkMap.height)
            walkMap.alignCoordinateToPoint(here, Qt.point(walkMap.width / 2, Math.max(walkMap.height * 0.2, below.y / 2)));
    }

    // A mark or a line of a list was touched.
    function openMark(kind: string, record: string): void {
        if (kind === "cluster" || kind === "revisit")
            walk.map.touch(record);
        else if (kind === "stop")
            app.openGrid(record);
        else if (kind !== "planned" && !app.completes(kind, record))
            walk.map.touch(record);
    }

    title: walk.title || qsTr("Your walk")
    subtitle: walk.map.nextStop > 0 ? coming.text : qsTr("%n finding(s)", "", walk.reportCount + walk.spaceCount) + " · " + qsTr("%n stop(s)", "", walk.stopCount)
    backIcon: "menu"
    backText: qsTr("Menu (the walk goes on)")
    showsBar: false
    covered: walk.locked
    chips: [
        StatusChip {
            visible: page.width > 1100 && Style.textScale === 1 && !page.walk.paused
            height: Style.target
            text: qsTr("Everything is saved")
            iconName: "circle-check"
            tone: "ok"
        },
        PositionChip {
            visible: page.app.position.state !== "good"
            height: Style.target
            app: page.app
        },
        SecondaryButton {
            visible: !page.walk.paused
            text: qsTr("Pause")
            iconName: "pause"
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            textSize: Style.labelSize
            onClicked: page.walk.pause()
        },
        SecondaryButton {
            objectName: "finish"
            text: qsTr("Finish the walk")
            iconName: "flag-triangle-right"
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            textSize: Style.labelSize
            onClicked: page.app.finishWalk()
        }
    ]
    onBack: {
        if (walk.map.panel !== "")
            walk.map.toggle(walk.map.panel);
        else
            app.open("home");
    }
    onUndone: app.last.undo()

    NextStop {
        id: coming

        shown: page.walk.map
    }

    Connections {
        target: page.walk

        function onMoved(): void {
            if (page.follows)
                page.recentre();
        }
    }

    Item {
        id: ground

        x: page.beside && Style.leftHanded ? rail.width : 0
        width: parent.width - (page.beside ? rail.width : 0)
        height: parent.height - (page.beside ? 0 : pad.height)
        clip: true

        WalkMap {
            id: walkMap

            anchors.fill: parent
            display: page.app.display
            walk: page.walk
            onDragged: page.follows = false
            onOpened: (kind, record) => page.openMark(kind, record)
        }

        MapCross {
            objectName: "cross"
            anchors.centerIn: parent
            visible: !page.walk.located
        }

        WalkFigures {
            x: Style.leftHanded ? tools.width + 2 * Style.margin : Style.margin
            y: Style.margin
            width: parent.width - 3 * Style.margin - tools.width
            visible: y + height <= below.y
            walk: page.walk
            covered: page.walk.map.covered
        }

        MapTools {
            id: tools

            x: Style.leftHanded ? Style.margin : parent.width - width - Style.margin
            y: Style.margin
            height: Math.max(Style.buttonHeight, Math.min(parent.height - 2 * Style.margin, below.y - Style.margin - Style.gap))
            map: walkMap
            follows: page.follows
            located: page.walk.located
            open: page.walk.map.panel
            onRecentred: page.recentre()
            onToggled: name => page.walk.map.toggle(name)
            onLocked: page.walk.lock(true)
        }

        BelowMap {
            id: below

            x: Style.margin
            width: parent.width - 2 * x
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Style.margin
            app: page.app
            walk: page.walk
            room: ground.height
            metresPerPixel: walkMap.metresPerPixel
            bearing: walkMap.bearing
            onMoved: (latitude, longitude) => {
                page.follows = false;
                walkMap.center = QtPositioning.coordinate(latitude, longitude);
            }
            onOpened: (kind, record) => page.openMark(kind, record)
            onAvoided: page.captured("avoided")
        }
    }

    CaptureRail {
        id: rail

        x: Style.leftHanded ? 0 : parent.width - width
        height: parent.height
        visible: page.beside
        onCaptured: kind => page.captured(kind)
    }

    CapturePad {
        id: pad

        anchors.bottom: parent.bottom
        width: parent.width
        visible: !page.beside
        onCaptured: kind => page.captured(kind)
    }

    LockCover {
        id: cover

        parent: page
        anchors.fill: parent
        z: 50
        visible: page.walk.locked
        walk: page.walk
        onOpened: page.walk.lock(false)
        onAided: page.app.open("aid")
    }
}
