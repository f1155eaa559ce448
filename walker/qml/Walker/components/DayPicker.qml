pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// A day chosen by a tap: today, tomorrow, or on the page of a month.
Column {
    id: picker

    required property CalendarMonth calendar
    required property string day // YYYY-MM-DD, empty: none
    property bool open: false

    signal picked(day: string)

    spacing: Style.gap
    onOpenChanged: {
        if (open)
            calendar.show(day);
    }

    Figures {
        id: figures
    }

    ChoiceGroup {
        readonly property string today: picker.calendar.inDays(0)
        readonly property string tomorrow: picker.calendar.inDays(1)

        width: parent.width
        question: qsTr("Which day?")
        answerWidth: 112 * Style.textScale
        chosenCodes: [picker.day === "" || picker.day === today || picker.day === tomorrow ? picker.day : "other"]
        model: [
            {
                code: today,
                label: qsTr("Today"),
                iconName: "sun"
            },
            {
                code: tomorrow,
                label: qsTr("Tomorrow"),
                iconName: "calendar"
            },
            {
                code: "other",
                label: picker.day === "" || picker.day === today || picker.day === tomorrow ? qsTr("Another day") : figures.dayOf(picker.day),
                iconName: "calendar-days"
            }
        ]
        onPicked: code => {
            if (code === "other")
                picker.open = !picker.open;
            else
                picker.picked(code);
        }
    }

    Loader {
        width: parent.width
        active: picker.open
        visible: active
        sourceComponent: month
    }

    Component {
        id: month

        Column {
            spacing: 8

            RowLayout {
                width: parent.width
                spacing: Style.gap

                SquareButton {
                    text: qsTr("The month before")
                    iconName: "chevron-left"
                    enabled: picker.calendar.canGoBack
                    dashed: !enabled
                    onClicked: picker.calendar.previous()
                }

                Words {
                    text: figures.monthOf(picker.calendar.month)
                    strong: true
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }

                SquareButton {
                    text: qsTr("The month after")
                    iconName: "chevron-right"
                    onClicked: picker.calendar.next()
                }
            }

            Grid {
                id: days

                readonly property real cell: Math.max(Style.target, Math.min(88, (width - (columns - 1) * spacing) / columns))

                width: parent.width
                columns: Math.max(4, Math.min(7, Math.floor((width + spacing) / (Style.target + spacing))))
                spacing: 6

                Repeater {
                    model: days.columns === 7 ? 7 : 0

                    Words {
                        required property int index

                        width: days.cell
                        text: Qt.locale().dayName((index + 1) % 7, Locale.ShortFormat)
                        color: Style.colours.ink2
                        font.pixelSize: Style.smallSize
                        horizontalAlignment: Text.AlignHCenter
                    }
                }

                Repeater {
                    model: picker.calendar.days

                    Touchable {
                        id: one

                        required property string day
                        required property int number
                        required property bool here
                        required property bool past
                        required property bool today

                        width: days.cell
                        height: Style.target
                        horizontalPadding: 2
                        text: figures.dayOf(day)
                        chosen: picker.day === day
                        choosable: true
                        enabled: !past
                        dashed: past
                        opacity: here ? 1 : 0.45
                        fill: chosen ? Style.colours.primarySoft : Style.colours.surface
                        edge: chosen || today ? Style.colours.primary : Style.colours.ctl
                        ink: past ? Style.colours.ink2 : Style.colours.ink
                        Accessible.role: Accessible.RadioButton
                        onClicked: {
                            picker.picked(day);
                            picker.open = false;
                        }

                        contentItem: Words {
                            text: String(one.number)
                            color: one.shownInk
                            strong: one.today || one.chosen
                            font.pixelSize: Style.labelSize
                            horizontalAlignment: Text.AlignHCenter
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
