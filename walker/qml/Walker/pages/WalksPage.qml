pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// All the walks: to come, done, cancelled. One touch opens one.
Page {
    id: page

    required property App app
    required property WalkLists lists
    property string shown: lists.coming.count > 0 || lists.done.count === 0 ? "coming" : "done"

    title: qsTr("Your walks")
    titleIcon: "footprints"
    actionText: qsTr("Prepare a walk")
    actionIcon: "calendar-plus"
    onBack: app.back()
    onActed: app.prepareWalk("")

    Figures {
        id: figures
    }

    Scroller {
        anchors.fill: parent
        focus: true
        contentMargin: Style.padding

        SegmentedScale {
            width: parent.width
            name: qsTr("Which walks")
            chosenCode: page.shown
            keepIcon: true
            partWidth: 220 * Style.textScale
            model: [
                {
                    code: "coming",
                    label: qsTr("To come (%1)").arg(page.lists.coming.count),
                    iconName: "calendar"
                },
                {
                    code: "done",
                    label: qsTr("Done (%1)").arg(page.lists.done.count),
                    iconName: "circle-check"
                },
                {
                    code: "cancelled",
                    label: qsTr("Cancelled (%1)").arg(page.lists.cancelled.count),
                    iconName: "calendar-x"
                }
            ]
            onPicked: code => page.shown = code
        }

        Card {
            width: parent.width
            spacing: 0

            Words {
                width: parent.width
                visible: (page.shown === "coming" ? page.lists.coming : page.shown === "done" ? page.lists.done : page.lists.cancelled).count === 0
                text: page.shown === "coming" ? qsTr("No walk is prepared. You can start one now, or prepare one.") : page.shown === "done" ? qsTr("No walk was held on this tablet yet.") : qsTr("No walk was cancelled.")
                color: Style.colours.ink2
            }

            Repeater {
                model: page.shown === "coming" ? page.lists.coming : null

                WalkRow {
                    required property int index

                    width: parent?.width ?? 0
                    lastLine: index === page.lists.coming.count - 1
                    onClicked: page.app.prepareWalk(walkId)
                }
            }

            Repeater {
                model: page.shown === "done" ? page.lists.done : null

                LineRow {
                    required property int index
                    required property string walkId
                    required property string title
                    required property real atMs
                    required property int findings
                    required property string nextVisit
                    required property bool running

                    width: parent?.width ?? 0
                    iconName: running ? "footprints" : "circle-check"
                    tone: running ? "primary" : "ok"
                    lead: running ? qsTr("Being recorded since %1").arg(figures.moment(atMs)) : figures.day(atMs)
                    text: title !== "" ? title : qsTr("Walk without a name")
                    detail: [qsTr("%n finding(s)", "", findings), running ? "" : nextVisit !== "" ? qsTr("return on %1").arg(figures.dayOf(nextVisit)) : qsTr("no return is dated")].filter(part => part !== "").join(" · ")
                    opens: true
                    lastLine: index === page.lists.done.count - 1
                    onClicked: running ? page.app.open("live") : page.app.openWalk(walkId)
                }
            }

            Repeater {
                model: page.shown === "cancelled" ? page.lists.cancelled : null

                LineRow {
                    required property int index
                    required property string walkId
                    required property string title
                    required property string day
                    required property string why

                    width: parent?.width ?? 0
                    iconName: "calendar-x"
                    tone: "danger"
                    lead: why
                    text: title !== "" ? title : qsTr("Walk without a name")
                    detail: figures.weekdayOf(day)
                    opens: true
                    lastLine: index === page.lists.cancelled.count - 1
                    onClicked: page.app.prepareWalk(walkId)
                }
            }
        }
    }
}
