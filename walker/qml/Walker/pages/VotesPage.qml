pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What comes first, by three voices a person: the tablet goes from hand to hand, no name is asked, totals wait for all.
Page {
    id: page

    required property App app
    required property VoteRound round
    readonly property bool chooses: round.stage === "choose" // among all that the walk found
    readonly property bool beside: wide && round.stage === "ballot"
    readonly property bool everybody: round.group > 0 && round.people >= round.group
    property string asked // what cannot be taken back, until it is said again: restart or close

    function act(): void {
        if (asked !== "") {
            asked = "";
            return;
        }
        switch (round.stage) {
        case "choose":
            round.begin(false);
            break;
        case "ballot":
            if (everybody && round.given === 0)
                round.close();
            else
                round.handIn();
            break;
        case "hands":
            round.close();
            break;
        default:
            app.back();
        }
    }

    title: round.stage === "results" ? qsTr("What comes first for us") : qsTr("Our priorities")
    subtitle: {
        switch (round.stage) {
        case "choose":
            return qsTr("Choose what the group votes on: %1 at most.").arg(round.most);
        case "ballot":
            return qsTr("Each person has %1 votes. The tablet goes from hand to hand.").arg(round.voices);
        case "hands":
            return qsTr("Count the hands for each line.");
        default:
            return qsTr("%n person(s)", "", round.people);
        }
    }
    chips: [
        StatusChip {
            visible: page.round.stage === "ballot"
            text: page.round.people === 0 ? qsTr("Nobody has voted yet") : page.round.group > 0 ? qsTr("%n have voted out of %1", "", page.round.people).arg(page.round.group) : qsTr("%n have voted", "", page.round.people)
            iconName: "vote"
            tone: "primary"
            announced: true
        },
        StatusChip {
            visible: page.round.stage === "choose"
            text: qsTr("%1 chosen").arg(page.round.chosenCount)
            iconName: "list-checks"
            tone: "primary"
            announced: true
        },
        StatusChip {
            visible: page.round.stage === "results"
            text: qsTr("The vote is over")
            iconName: "circle-check"
            tone: "ok"
        }
    ]
    showsBar: round.items.count > 0
    actionText: {
        if (asked !== "")
            return asked === "close" ? qsTr("Go on voting") : qsTr("Keep these votes");
        switch (round.stage) {
        case "choose":
            return qsTr("Vote");
        case "ballot":
            return everybody && round.given === 0 ? qsTr("See the results") : qsTr("Next person");
        case "hands":
            return qsTr("End the vote");
        default:
            return qsTr("Back to the end");
        }
    }
    actionIcon: asked !== "" || round.stage === "results" || everybody ? "check" : "arrow-right"
    actionReason: {
        if (asked !== "")
            return "";
        if (round.stage === "choose")
            return round.chosenCount === 0 ? qsTr("Choose at least one") : round.chosenCount > round.most ? qsTr("%1 at most").arg(round.most) : "";
        if (round.stage === "ballot" && !(everybody && round.given === 0))
            return round.given === 0 ? qsTr("Give a vote first") : round.gender === "" ? qsTr("Woman, man or other?") : "";
        return round.stage === "hands" && !round.begun ? qsTr("Count some hands first") : "";
    }
    buttons: [
        SecondaryButton {
            width: Math.min(implicitWidth, page.width - 2 * Style.margin)
            visible: !page.round.begun && (page.round.stage === "ballot" || page.round.stage === "choose")
            text: qsTr("Count raised hands")
            iconName: "hand"
            reason: page.round.chosenCount > page.round.most ? qsTr("%1 at most").arg(page.round.most) : ""
            onClicked: page.round.begin(true)
        },
        SecondaryButton {
            visible: page.round.stage === "hands" && !page.round.begun
            text: qsTr("Vote one by one")
            iconName: "vote"
            onClicked: page.round.begin(false)
        },
        SecondaryButton {
            visible: !page.round.begun && (page.round.stage === "ballot" || page.round.stage === "hands")
            text: qsTr("Choose the lines")
            iconName: "list-checks"
            onClicked: page.round.chooseAgain()
        },
        SecondaryButton {
            visible: page.round.justHanded && page.asked === ""
            text: qsTr("Undo: person no. %1").arg(page.round.people)
            iconName: "undo-2"
            onClicked: page.round.takeBackLast()
        },
        SecondaryButton {
            width: Math.min(implicitWidth, page.width - 2 * Style.margin)
            visible: page.round.begun && !page.round.justHanded && page.asked !== "close"
            text: page.asked === "restart" ? qsTr("Yes, start the vote again") : qsTr("Start the vote again")
            iconName: "rotate-ccw"
            onClicked: {
                if (page.asked === "restart")
                    page.round.restart();
                page.asked = page.asked === "" ? "restart" : "";
            }
        },
        SecondaryButton {
            visible: page.round.stage === "ballot" && page.round.people > 0 && !page.everybody && page.asked !== "restart"
            text: page.asked === "close" ? qsTr("Yes, end the vote") : qsTr("End the vote")
            iconName: "flag"
            onClicked: {
                if (page.asked === "close")
                    page.round.close();
                page.asked = page.asked === "" ? "close" : "";
            }
        }
    ]
    onBack: {
        if (asked !== "")
            asked = "";
        else
            app.back();
    }
    onActed: act()
    onUndone: round.takeBackLast()

    EmptyState {
        x: Style.margin
        y: Style.margin
        width: parent.width - 2 * x
        visible: page.asked !== ""
        iconName: page.asked === "close" ? "flag" : "rotate-ccw"
        pictureTone: "warn"
        headline: page.asked === "close" ? qsTr("End the vote now?") : qsTr("Start the vote again?")
        detail: page.asked === "close" ? qsTr("%n person(s) have voted. After that nobody can vote any more.", "", page.round.people) : qsTr("All the votes given are erased. Each person votes again.")
    }

    EmptyState {
        x: Style.margin
        y: Style.margin
        width: parent.width - 2 * x
        visible: page.round.items.count === 0
        iconName: "vote"
        headline: qsTr("Nothing to vote on yet")
        detail: qsTr("Findings and spaces of this walk come here.")
        actionText: qsTr("Back")
        actionIcon: "arrow-left"
        onActed: page.app.back()
    }

    Scroller {
        id: scroller

        x: page.beside && Style.leftHanded ? person.width : 0
        width: parent.width - (page.beside ? person.width : 0)
        height: parent.height
        visible: page.round.items.count > 0 && page.asked === "" && !page.chooses
        focus: !page.chooses

        Loader {
            width: parent.width
            active: page.round.stage === "ballot" && !page.beside
            visible: active
            sourceComponent: VoterCard {
                round: page.round
            }
        }

        Repeater {
            model: page.chooses ? null : page.round.items

            VoteRow {
                width: parent?.width ?? 0
                stage: page.round.stage
                canGive: page.round.left > 0
                most: page.round.items.count > 0 ? page.round.highest : 0
                onTicked: page.round.toggle(itemId)
                onGiven: page.round.give(itemId)
                onTakenBack: page.round.takeBack(itemId)
                onCounted: (gender, hands) => page.round.count(itemId, gender, hands)
            }
        }

        TextRow {
            objectName: "unsplit"
            width: parent.width
            visible: page.round.stage === "results" && !page.round.splits
            iconName: "shield-check"
            quiet: true
            text: qsTr("Not told by gender: with so few, one could read a person’s vote.")
        }

        Words {
            width: parent.width
            visible: page.round.stage === "ballot"
            text: qsTr("The results show once everybody has voted.")
            color: Style.colours.ink2
            font.pixelSize: Style.secondarySize
        }
    }

    LongList {
        id: choice

        anchors.fill: parent
        anchors.topMargin: Style.gap
        margin: Style.margin
        spacing: Style.gap
        visible: page.chooses && page.round.items.count > 0
        focus: page.chooses
        model: page.chooses ? page.round.items : null
        Accessible.name: page.title

        delegate: VoteRow {
            id: line

            required property int index

            width: ListView.view?.width ?? 0
            stage: "choose"
            onTicked: page.round.toggle(itemId)
            onFocused: choice.reveal(line.index)
        }
    }

    Rectangle {
        id: person

        x: Style.leftHanded ? 0 : parent.width - width
        width: Math.round(Math.min(330 * Style.textScale, parent.width * 0.36))
        height: parent.height
        visible: page.beside && page.round.items.count > 0 && page.asked === ""
        color: Style.colours.surface
        border.width: Style.isContrast ? Style.border : 1
        border.color: Style.colours.line

        Scroller {
            anchors.fill: parent

            VoterCard {
                width: parent.width
                round: page.round
                plain: true
            }
        }
    }
}
