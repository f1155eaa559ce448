pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What stands at the foot of the map: scale and credits, one card at most, the pause, and the bar that takes back.
Column {
    id: below

    required property App app
    required property LiveWalk walk
    required property real room
    required property real metresPerPixel
    required property real bearing
    readonly property LiveMap shown: walk.map
    // One at a time: what the finger asked for, then what the walk asks.
    readonly property string card: shown.panel !== "" ? shown.panel : shown.listed.members.count > 0 ? "members" : shown.listed.pickedId !== "" ? "picked" : walk.headcount.asked ? "headcount" : walk.night.asked ? "night" : shown.here.recordId !== "" ? "here" : ""

    signal opened(kind: string, record: string)
    signal avoided
    signal moved(latitude: real, longitude: real)

    spacing: Style.gap

    Figures {
        id: figures
    }

    MarkWords {
        id: names
    }

    Item {
        width: parent.width
        height: Math.max(scaleBar.implicitHeight, credits.implicitHeight)

        ScaleBar {
            id: scaleBar

            anchors.bottom: parent.bottom
            metresPerPixel: below.metresPerPixel
        }

        Row {
            x: scaleBar.width + Style.gap
            anchors.bottom: parent.bottom
            rotation: -below.bearing
            Accessible.role: Accessible.StaticText
            Accessible.name: below.bearing === 0 ? qsTr("North is up") : qsTr("The map is turned")

            Words {
                text: qsTr("N")
                strong: true
                style: Text.Outline
                styleColor: Style.colours.mapHalo
                Accessible.ignored: true
            }

            Icon {
                name: "arrow-up"
                size: Style.smallIconSize
            }
        }

        MapCredits {
            id: credits

            x: parent.width - width
            width: parent.width - scaleBar.width - 100
            anchors.bottomMargin: 0
            text: below.app.display.mapCredits
            horizontalAlignment: Text.AlignRight
        }
    }

    SecondaryButton {
        visible: Style.isNight && below.card === ""
        x: Style.leftHanded ? parent.width - width : 0
        text: qsTr("We avoid this place")
        iconName: "eye-off"
        edge: Style.colours.sig
        implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
        textSize: Style.labelSize
        onClicked: below.avoided()
    }

    OneOf {
        width: parent.width
        visible: below.card !== ""
        part: ({
                layers: layers,
                brightness: brightness,
                address: address,
                list: list,
                members: members,
                picked: picked,
                headcount: headcount,
                night: night,
                here: here
            })[below.card] ?? null
    }

    PauseBar {
        width: parent.width
        visible: below.walk.paused
        onResumed: below.walk.unpause()
    }

    LastBar {
        width: parent.width
        last: below.app.last
    }

    Component {
        id: layers

        LayersPanel {
            shown: below.shown
            display: below.app.display
            room: Math.max(160, below.room * 0.45)
            onClosed: below.shown.toggle("layers")
            onListed: below.shown.toggle("list")
        }
    }

    Component {
        id: brightness

        BrightnessPanel {
            display: below.app.display
            onClosed: below.shown.toggle("brightness")
        }
    }

    Component {
        id: address

        AddressPanel {
            search: below.shown.search
            room: Math.max(160, below.room * 0.4)
            onPicked: (latitude, longitude) => {
                below.shown.standAt(latitude, longitude);
                below.moved(latitude, longitude);
            }
            onClosed: below.shown.toggle("address")
        }
    }

    Component {
        id: list

        MemberList {
            title: qsTr("The map as a list")
            note: below.shown.listed.nearby.count < below.shown.listed.total ? qsTr("The nearest %1 of %2.").arg(below.shown.listed.nearby.count).arg(below.shown.listed.total) : below.shown.listed.total === 0 ? qsTr("Nothing on the map yet.") : qsTr("That is all there is.")
            rows: below.shown.listed.nearby
            room: Math.max(160, below.room * 0.5)
            onPicked: (kind, record) => {
                below.shown.toggle("list");
                below.shown.pick(record);
                if (below.shown.listed.pickedMine)
                    below.opened(kind, record);
            }
            onClosed: below.shown.toggle("list")
        }
    }

    Component {
        id: members

        MemberList {
            title: qsTr("%n finding(s) here", "", rows.count)
            note: qsTr("That is all there is.")
            rows: below.shown.listed.members
            room: Math.max(160, below.room * 0.4)
            onPicked: (kind, record) => {
                below.shown.pick(record);
                if (below.shown.listed.pickedMine)
                    below.opened(kind, record);
            }
            onClosed: below.shown.listed.close()
        }
    }

    Component {
        id: picked

        HereCard {
            headline: names.of(below.shown.listed.pickedKind, below.shown.listed.pickedLabel, 0)
            detail: qsTr("Seen on %1").arg(figures.day(below.shown.listed.pickedMs))
            iconName: below.shown.listed.pickedIcon
            laterText: qsTr("Close")
            actionText: below.shown.listed.pickedKind === "report" || below.shown.listed.pickedKind === "revisit" ? qsTr("Check") : ""
            onActed: {
                const record = below.shown.listed.pickedId;
                below.shown.listed.close();
                below.app.openRevisit(record);
            }
            onClosed: below.shown.listed.close()
        }
    }

    Component {
        id: headcount

        HeadcountCard {
            headcount: below.walk.headcount
        }
    }

    Component {
        id: night

        NightQuestionCard {
            question: below.walk.night
            onOpened: below.opened("stop", below.walk.night.stopId)
            onAvoided: below.avoided()
        }
    }

    Component {
        id: here

        HereCard {
            headline: qsTr("To look at again here: %1").arg(below.shown.here.label || qsTr("Finding without a category"))
            detail: qsTr("Seen on %1 · %2 away").arg(figures.day(below.shown.here.momentMs)).arg(figures.length(below.shown.here.distanceM))
            actionText: qsTr("Check")
            onActed: below.app.openRevisit(below.shown.here.recordId)
            onClosed: below.shown.here.later()
        }
    }
}
