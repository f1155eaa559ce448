pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Help, at once and in silence: whom to call, where we are in words to read out, and one tap that keeps the place and leaves.
Page {
    id: page

    required property App app
    required property Aid aid
    readonly property bool beside: width > 900 && Style.textScale < 1.5
    readonly property string place: !aid.placed ? "" : aid.address === "" && aid.landmark === "" ? degrees : [aid.address, aid.town, near].filter(part => part !== "").join(", ")
    readonly property string near: aid.landmark === "" ? "" : qsTr("near %1").arg(aid.landmark)
    readonly property string degrees: aid.placed ? qsTr("%1 north, %2 east").arg(degree(aid.latitude)).arg(degree(aid.longitude)) : ""

    function degree(value: real): string {
        return Qt.locale().toString(value, "f", 5);
    }

    title: qsTr("Help now")
    titleIcon: "life-buoy"
    tone: "danger"
    note: qsTr("Silent. Place and time are kept.")
    actionText: qsTr("Mark and leave")
    actionIcon: "map-pin-check"
    Component.onCompleted: aid.watch(true)
    Component.onDestruction: {
        if (aid !== null)
            aid.watch(false);
    }
    onBack: app.back()
    onActed: app.markAndLeave()

    Figures {
        id: figures
    }

    component Line: Card {
        id: line

        required property string number
        required property string what

        width: numbers.cell
        padding: 14
        Accessible.role: Accessible.StaticText
        Accessible.name: `${number}: ${what}`

        GridLayout {
            width: parent.width
            columns: line.width > 380 ? 2 : 1
            layoutDirection: Style.direction
            columnSpacing: 18
            rowSpacing: 2

            Words {
                text: line.number
                strong: true
                font.pixelSize: line.number.length > 6 ? Style.numberSize : Style.bigNumberSize
                Layout.minimumWidth: line.number.length > 6 ? 0 : Math.round(130 * Style.textScale)
                Layout.fillWidth: line.number.length > 6
                Accessible.ignored: true
            }

            Words {
                text: line.what
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }

    Scroller {
        anchors.fill: parent

        GridLayout {
            id: whole

            width: parent.width
            columns: page.beside ? 2 : 1
            layoutDirection: Style.direction
            columnSpacing: Style.gap
            rowSpacing: Style.gap
            uniformCellWidths: page.beside

            Grid {
                id: numbers

                // Two columns fill the page. Before it has a width the grid's own is that of its lines: theirs from it would swing
                // without end, and help would never come on screen.
                readonly property real cell: columns === 1 ? width : (whole.width - (columns - 1) * spacing) / columns

                columns: !page.beside && page.width > 1000 ? 2 : 1
                layoutDirection: Style.direction
                spacing: Style.gap
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop

                Line {
                    number: "112"
                    what: qsTr("Emergency: police, fire, ambulance")
                }

                Line {
                    number: "17"
                    what: qsTr("Police, if there is danger now")
                }

                Line {
                    number: "114"
                    what: qsTr("By text message, if you cannot speak")
                }

                Line {
                    number: "3919"
                    what: qsTr("Violence against women: listening, free, day and night")
                }

                Line {
                    visible: page.aid.contactNumber !== ""
                    number: page.aid.contactNumber
                    what: page.aid.contactName
                }
            }

            Column {
                spacing: Style.gap
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop

                Card {
                    width: parent.width
                    title: qsTr("You are here")

                    Words {
                        width: parent.width
                        visible: page.aid.placed
                        text: page.aid.address || (page.aid.landmark === "" ? qsTr("No address is known here.") : page.near)
                        strong: true
                        font.pixelSize: Style.numberSize
                    }

                    Words {
                        width: parent.width
                        visible: text !== ""
                        text: [page.aid.town, page.aid.address === "" ? "" : page.near].filter(part => part !== "").join(" · ")
                        font.pixelSize: Style.sectionSize
                    }

                    Words {
                        width: parent.width
                        visible: page.aid.placed
                        text: page.degrees
                        color: Style.colours.ink2
                    }

                    TextRow {
                        width: parent.width
                        visible: !page.aid.placed || page.aid.ageSeconds > 60
                        iconName: "locate-off"
                        tone: "warn"
                        text: page.aid.placed ? qsTr("This was %1 ago.").arg(figures.duration(page.aid.ageSeconds)) : qsTr("The tablet does not know where it is. Look for a street sign.")
                    }

                    ReadAloudButton {
                        width: parent.width
                        app: page.app
                        text: page.place
                    }
                }

                Card {
                    width: parent.width
                    title: qsTr("The leader’s own contact")

                    Field {
                        width: parent.width
                        label: qsTr("Who")
                        text: page.aid.contactName
                        onEdited: text => page.aid.writeContactName(text)
                    }

                    Field {
                        width: parent.width
                        label: qsTr("Number")
                        hint: qsTr("Kept on this tablet only. Never sent.")
                        inputMethodHints: Qt.ImhDialableCharactersOnly
                        text: page.aid.contactNumber
                        onEdited: text => page.aid.writeContactNumber(text)
                    }
                }
            }
        }
    }
}
