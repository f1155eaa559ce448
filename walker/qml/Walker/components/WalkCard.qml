pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// The walk of home: the one being recorded, else the next one prepared, else one now. One touch starts it or goes back to it.
Card {
    id: card

    required property App app
    required property HomeStatus status
    readonly property bool running: app.live.running
    readonly property bool prepared: !running && status.hasPlan
    readonly property string planned: status.planIsToday ? qsTr("Today, %1").arg(figures.weekdayOf(status.planDay)) : status.planDay !== "" ? qsTr("Prepared for %1").arg(figures.weekdayOf(status.planDay)) : qsTr("Prepared")
    readonly property bool pictured: prepared && !isNaN(status.planLatitude) && Style.textScale < 1.5
    property bool late: false // after the first frame: a map takes its time
    readonly property bool beside: pictured && width > 620 * Style.textScale

    function go(): void {
        if (running)
            app.open("live");
        else
            app.startWalk();
    }

    Figures {
        id: figures
    }

    Timer {
        interval: 1
        running: true
        onTriggered: card.late = true
    }

    GridLayout {
        width: parent.width
        columns: card.beside ? 2 : 1
        columnSpacing: Style.padding
        rowSpacing: Style.gap

        Loader {
            active: card.pictured && card.late
            visible: card.pictured
            Layout.preferredWidth: card.beside ? 262 : -1
            Layout.preferredHeight: card.beside ? 212 : 180
            Layout.fillWidth: !card.beside
            Layout.alignment: Qt.AlignTop
            // By its name: the map's libraries are not on the way to the first frame.
            Component.onCompleted: setSource(Qt.resolvedUrl("RouteMap.qml"), {
                display: card.app.display,
                lines: card.status.planLine,
                marks: card.status.planMarks,
                middleLatitude: Qt.binding(() => card.status.planLatitude),
                middleLongitude: Qt.binding(() => card.status.planLongitude),
                spanM: Qt.binding(() => card.status.planSpanM),
                enabled: false
            })
        }

        ColumnLayout {
            spacing: 8
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop

            Words {
                text: card.running ? qsTr("Being recorded since %1").arg(figures.moment(card.app.live.startedMs)) : card.prepared ? card.planned : qsTr("Ready")
                color: Style.colours.primaryInk
                strong: true
                font.pixelSize: Style.secondarySize
                Layout.fillWidth: true
            }

            Words {
                text: card.running ? (card.app.live.title || qsTr("Your walk")) : card.prepared ? (card.status.planTitle || qsTr("Walk without a name")) : qsTr("A walk, now")
                strong: true
                font.pixelSize: Style.titleSize
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
            }

            TextRow {
                visible: card.running || !card.prepared
                iconName: card.running ? "flag" : "wifi-off"
                text: card.running ? qsTr("%n finding(s) so far", "", card.app.live.reportCount + card.app.live.spaceCount) : qsTr("No network is needed. You can say who walks and why later.")
                Layout.fillWidth: true
            }

            Loader {
                active: card.prepared
                visible: active
                Layout.fillWidth: true
                sourceComponent: ColumnLayout {
                    spacing: 8

                    TextRow {
                        visible: card.status.planStops + card.status.planLengthM > 0
                        iconName: "route"
                        text: [qsTr("%n stop(s)", "", card.status.planStops), card.status.planLengthM > 0 ? figures.length(card.status.planLengthM) : "", card.status.planStepFree ? qsTr("without stairs") : ""].filter(part => part !== "").join(", ")
                        Layout.fillWidth: true
                    }

                    TextRow {
                        visible: card.status.planGrid !== ""
                        iconName: "list-checks"
                        text: card.status.planGridVersion > 0 ? qsTr("%1, version %2").arg(card.status.planGrid).arg(card.status.planGridVersion) : card.status.planGrid
                        Layout.fillWidth: true
                    }

                    TextRow {
                        visible: card.status.planPeople >= 0 || (card.status.planPublics !== "" && card.status.planPublics !== card.status.planTitle)
                        iconName: "users"
                        text: card.status.planPeople >= 0 ? qsTr("%n person(s) expected", "", card.status.planPeople) : card.status.planPublics
                        Layout.fillWidth: true
                    }

                    TextRow {
                        visible: card.status.planYouthWarns
                        iconName: "triangle-alert"
                        tone: "warn"
                        text: qsTr("Young people walk along: think of the adult and of the parents’ consent.")
                        Layout.fillWidth: true
                    }

                    StatusChip {
                        visible: card.app.walks.checks.ready
                        text: qsTr("Map and grid on the tablet")
                        iconName: "circle-check"
                        tone: "ok"
                        Layout.maximumWidth: parent.width
                    }
                }
            }
        }
    }

    GridLayout {
        id: steps

        width: parent.width
        columns: card.prepared && start.implicitWidth + change.implicitWidth + columnSpacing > width ? 1 : 2
        columnSpacing: Style.gap
        rowSpacing: Style.gap

        ActionButton {
            id: start

            objectName: "start"
            text: card.running ? qsTr("Back to the walk") : qsTr("Start the walk")
            iconName: "footprints"
            onClicked: card.go()
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        SecondaryButton {
            id: change

            objectName: "change"
            visible: card.prepared
            text: qsTr("Change")
            iconName: "pencil"
            onClicked: card.app.prepareWalk(card.status.planId)
            Layout.fillWidth: steps.columns === 1
            Layout.fillHeight: true
        }
    }

    Repeater {
        model: card.running ? null : card.app.walks.checks.rows

        StartCheckRow {
            width: parent?.width ?? 0
            checks: card.app.walks.checks
        }
    }

    SecondaryButton {
        objectName: "unprepared"
        visible: card.prepared && !card.status.planIsToday
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Another walk, now")
        iconName: "footprints"
        onClicked: card.app.startUnprepared()
    }
}
