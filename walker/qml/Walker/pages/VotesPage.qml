pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What comes first, by three voices a person: the tablet goes from hand to hand, no name is asked, totals wait for all.
Page {
    id: page

    required property App app
    required property VoteRound round
    readonly property bool beside: wide && Style.textScale < 1.5 && round.stage === "ballot"
    readonly property bool everybody: round.group > 0 && round.people >= round.group

    function act(): void {
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
            return qsTr("Each person has %1 voices. The tablet goes from hand to hand.").arg(round.voices);
        case "hands":
            return qsTr("Count the hands for each line.");
        default:
            return qsTr("%n person(s)", "", round.people);
        }
    }
    chips: [
        StatusChip {
            visible: page.round.stage === "ballot"
            text: page.round.group > 0 ? qsTr("%1 have voted out of %2").arg(page.round.people).arg(page.round.group) : qsTr("%n have voted", "", page.round.people)
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
    actionIcon: round.stage === "results" || everybody ? "check" : "arrow-right"
    actionReason: {
        if (round.stage === "choose")
            return round.chosenCount === 0 ? qsTr("Choose at least one") : round.chosenCount > round.most ? qsTr("%1 at most").arg(round.most) : "";
        if (round.stage === "ballot" && !(everybody && round.given === 0))
            return round.given === 0 ? qsTr("Give a voice first") : round.gender === "" ? qsTr("Woman, man or other?") : "";
        return round.stage === "hands" && !round.begun ? qsTr("Count some hands first") : "";
    }
    buttons: [
        SecondaryButton {
            width: Math.min(implicitWidth, page.width - 2 * Style.margin)
            visible: page.round.stage === "ballot" || page.round.stage === "choose"
            text: qsTr("Count raised hands")
            iconName: "hand"
            reason: page.round.begun ? qsTr("Hands: the vote has begun") : page.round.chosenCount > page.round.most ? qsTr("%1 at most").arg(page.round.most) : ""
            onClicked: page.round.begin(true)
        },
        SecondaryButton {
            visible: page.round.stage === "hands" && !page.round.begun
            text: qsTr("Vote with voices")
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
            visible: page.round.stage === "ballot" && page.round.people > 0 && !page.everybody
            text: qsTr("End the vote")
            iconName: "flag"
            onClicked: page.round.close()
        }
    ]
    onBack: app.back()
    onActed: act()

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
        visible: page.round.items.count > 0
        focus: true

        Loader {
            width: parent.width
            active: page.round.stage === "ballot" && !page.beside
            visible: active
            sourceComponent: VoterCard {
                round: page.round
            }
        }

        Repeater {
            model: page.round.items

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

        Words {
            width: parent.width
            visible: page.round.stage === "ballot"
            text: qsTr("The results show once everybody has voted.")
            color: Style.colours.ink2
            font.pixelSize: Style.secondarySize
        }
    }

    Rectangle {
        id: person

        x: Style.leftHanded ? 0 : parent.width - width
        width: Math.round(330 * Style.textScale)
        height: parent.height
        visible: page.beside && page.round.items.count > 0
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
