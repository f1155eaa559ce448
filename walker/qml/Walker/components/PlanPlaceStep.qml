pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Preparation, step 1: in which territory, on which way, on which day; or taken over from a walk or a kit.
GridLayout {
    id: step

    required property App app
    required property bool beside // two columns; by the page's width, not by what the scroll buttons leave of it
    readonly property Preparation plan: app.walks.plan
    readonly property RouteDrawing route: app.walks.route

    columns: beside ? 2 : 1
    layoutDirection: Style.direction
    columnSpacing: Style.padding
    rowSpacing: Style.padding
    uniformCellWidths: true

    Figures {
        id: figures
    }

    Loader {
        active: which.open && step.beside
        visible: active
        sourceComponent: month
        Layout.fillWidth: true
        Layout.columnSpan: step.columns
    }

    ColumnLayout {
        spacing: Style.padding
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop

        Card {
            title: qsTr("In which territory?")
            Layout.fillWidth: true

            TextRow {
                width: parent.width
                iconName: step.plan.territory !== "" ? "map-pinned" : "circle-alert"
                tone: step.plan.territory !== "" ? "plain" : "warn"
                textSize: Style.bodySize
                text: step.plan.territory !== "" ? step.plan.territory : qsTr("Not said yet. It is the only thing that must be.")
            }

            SecondaryButton {
                objectName: "territory"
                width: parent.width
                text: step.plan.territory !== "" ? qsTr("Change the territory") : qsTr("Choose the territory")
                iconName: "map"
                onClicked: step.app.open("territory")
            }
        }

        Card {
            title: qsTr("Which way?")
            Layout.fillWidth: true

            Loader {
                width: parent.width
                height: active ? Math.round(width * 0.55) : 0
                active: step.route.points + step.route.stops > 0
                visible: active
                sourceComponent: preview
            }

            TextRow {
                width: parent.width
                iconName: "route"
                text: step.route.points + step.route.stops > 0 ? qsTr("%1, %2").arg(qsTr("%n stop(s)", "", step.route.stops)).arg(figures.length(step.route.lengthM)) : qsTr("Nothing is drawn. The walk can go anywhere.")
            }

            SecondaryButton {
                objectName: "draw"
                width: parent.width
                text: qsTr("Draw the way and the stops")
                iconName: "pencil"
                onClicked: step.app.open("route")
            }
        }
    }

    ColumnLayout {
        spacing: Style.padding
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop

        Loader {
            active: which.open && !step.beside
            visible: active
            sourceComponent: month
            Layout.fillWidth: true
        }

        Card {
            Layout.fillWidth: true

            DayPicker {
                id: which

                width: parent.width
                calendar: step.app.walks.calendar
                day: step.plan.day
                onDayPicked: day => step.plan.chooseDay(day)
            }
        }

        Card {
            title: qsTr("Take over from an earlier walk")
            spacing: 0
            Layout.fillWidth: true

            Words {
                width: parent.width
                text: step.plan.follows !== "" ? qsTr("It follows the walk of %1.").arg(figures.dayOf(step.plan.follows)) : step.plan.earlier.count > 0 ? qsTr("Its way, its stops, its grid and its public are copied.") : qsTr("No walk was held on this tablet yet.")
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
                bottomPadding: 8
            }

            Repeater {
                model: step.plan.earlier

                LineRow {
                    required property int index
                    required property string walkId
                    required property string title
                    required property string day
                    required property int stops

                    width: parent?.width ?? 0
                    visible: index < 4
                    iconName: "copy"
                    tone: "primary"
                    text: title !== "" ? title : figures.weekdayOf(day)
                    detail: title !== "" ? figures.weekdayOf(day) : ""
                    opens: true
                    lastLine: index === Math.min(4, step.plan.earlier.count) - 1
                    onClicked: step.plan.copyFrom(walkId)
                }
            }

        }

        KitCard {
            kit: step.app.walks.kit
            Layout.fillWidth: true
        }

        Card {
            id: cancelling

            property bool asks: false

            visible: step.plan.state === "planned" || step.plan.state === "cancelled"
            Layout.fillWidth: true

            SecondaryButton {
                objectName: "cancelWalk"
                width: parent.width
                visible: step.plan.state === "planned" && !cancelling.asks
                text: qsTr("This walk will not take place")
                iconName: "calendar-x"
                onClicked: cancelling.asks = true
            }

            ChoiceGroup {
                width: parent.width
                visible: step.plan.state === "planned" && cancelling.asks
                question: qsTr("Why will it not take place?")
                model: step.plan.choices("cancel_reasons")
                onPicked: code => {
                    cancelling.asks = false;
                    step.plan.cancel(code);
                }
            }

            TextRow {
                width: parent.width
                visible: step.plan.state === "cancelled"
                iconName: "calendar-x"
                tone: "danger"
                text: qsTr("This walk is cancelled. Nothing of it is lost.")
            }

            SecondaryButton {
                width: parent.width
                visible: step.plan.state === "cancelled"
                text: qsTr("It takes place after all")
                iconName: "undo-2"
                onClicked: step.plan.takeUp()
            }
        }
    }

    Component {
        id: month

        MonthCard {
            calendar: step.app.walks.calendar
            day: step.plan.day
            onPicked: day => {
                step.plan.chooseDay(day);
                which.open = false;
            }
        }
    }

    Component {
        id: preview

        RouteMap {
            display: step.app.display
            lines: step.route.line
            marks: step.route.marks
            middleLatitude: step.route.latitude
            middleLongitude: step.route.longitude
            spanM: step.route.spanM
            enabled: false
        }
    }
}
