pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// A walk to come, in five steps of any order. Every tap is kept at once; only the territory has to be said.
Page {
    id: page

    required property App app
    required property Preparation plan
    readonly property var steps: [
        {
            code: "place",
            label: qsTr("Place and way"),
            detail: [plan.territory, app.walks.route.stops > 0 ? qsTr("%n stop(s)", "", app.walks.route.stops) : ""].filter(part => part !== "").join(" · "),
            done: !missing.includes("place")
        },
        {
            code: "kind",
            label: qsTr("Kind of walk"),
            detail: plan.kindWords,
            done: !missing.includes("kind")
        },
        {
            code: "group",
            label: qsTr("The group"),
            detail: app.walks.group.people >= 0 ? qsTr("%n person(s)", "", app.walks.group.people) : "",
            done: !missing.includes("group")
        },
        {
            code: "grid",
            label: qsTr("Grid"),
            detail: app.walks.grid.label,
            done: !missing.includes("grid")
        },
        {
            code: "roles",
            label: qsTr("Roles and safety"),
            detail: plan.youthWarns ? qsTr("An adult for the minors?") : qsTr("Guide, photos, time"),
            done: !missing.includes("roles")
        }
    ]
    readonly property list<string> missing: plan.missing.split("\n")
    readonly property bool besides: scroller.width > 820 * Style.textScale
    readonly property int at: Math.max(0, steps.findIndex(one => one.code === plan.step))
    title: plan.state === "held" ? qsTr("About this walk") : qsTr("Prepare a walk")
    subtitle: plan.savedMs > 0 ? qsTr("Saved on the tablet at %1").arg(figures.hour(plan.savedMs)) : qsTr("What you choose is kept at once.")
    chips: [
        StatusChip {
            visible: page.plan.state === "cancelled"
            text: qsTr("Cancelled")
            iconName: "calendar-x"
            tone: "danger"
        },
        StatusChip {
            visible: page.plan.youthWarns
            text: qsTr("Adult and consent?")
            iconName: "triangle-alert"
            tone: "warn"
        }
    ]
    note: plan.territory === "" && plan.step !== "place" ? qsTr("Still missing: the territory") : ""
    buttons: [
        SecondaryButton {
            objectName: "previous"
            visible: page.at > 0
            text: page.at > 0 ? page.steps[page.at - 1].label : ""
            iconName: "arrow-left"
            onClicked: page.plan.openStep(page.steps[page.at - 1].code)
        },
        SecondaryButton {
            objectName: "undo"
            visible: page.plan.canUndo
            text: qsTr("Undo")
            iconName: "undo-2"
            onClicked: page.plan.undo()
        }
    ]
    actionText: at < 4 ? qsTr("Next: %1").arg(steps[at + 1].label) : plan.state === "planned" || plan.state === "" ? qsTr("Start the walk") : qsTr("Close")
    actionIcon: at < 4 ? "arrow-right" : plan.state === "planned" || plan.state === "" ? "footprints" : "check"
    actionReason: at === 4 && plan.state !== "held" && plan.territory === "" ? qsTr("Choose the territory first") : ""
    onBack: app.back()
    onUndone: plan.undo()
    onActed: {
        if (at < 4)
            plan.openStep(steps[at + 1].code);
        else if (plan.state === "planned" || plan.state === "")
            app.startPrepared();
        else
            app.back();
    }

    Figures {
        id: figures
    }

    StepRail {
        id: rail

        model: page.steps
        current: page.plan.step
        vertical: page.wide
        note: qsTr("You can open the steps in any order.")
        width: vertical ? implicitWidth : parent.width
        height: vertical ? parent.height : implicitHeight
        x: vertical && Style.leftHanded ? parent.width - width : 0
        onPicked: code => page.plan.openStep(code)
    }

    Scroller {
        id: scroller

        x: page.wide && !Style.leftHanded ? rail.width : 0
        y: page.wide ? 0 : rail.height
        width: parent.width - (page.wide ? rail.width : 0)
        height: parent.height - y
        contentMargin: Style.padding
        focus: true

        OneOf {
            width: parent.width
            part: page.gone ? null : ({
                    place: place,
                    kind: kind,
                    group: group,
                    grid: grid,
                    roles: roles
                })[page.plan.step]
            onBrought: scroller.move(-100000)
        }
    }

    Component {
        id: place

        PlanPlaceStep {
            app: page.app
            beside: page.besides
        }
    }

    Component {
        id: kind

        PlanKindStep {
            app: page.app
        }
    }

    Component {
        id: group

        PlanGroupStep {
            app: page.app
            beside: page.besides
        }
    }

    Component {
        id: grid

        PlanGridStep {
            app: page.app
        }
    }

    Component {
        id: roles

        PlanRolesStep {
            app: page.app
            beside: page.besides
        }
    }
}
