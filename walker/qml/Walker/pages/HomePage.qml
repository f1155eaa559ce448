pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// The first page: start or resume a walk in one tap, report without one, what waits, and what became of earlier findings.
Page {
    id: page

    required property App app
    required property HomeStatus status

    title: qsTr("Exploratory walks")
    subtitle: status.territory
    backIcon: ""
    chips: [
        StatusChip {
            visible: page.app.live.running
            text: qsTr("A walk is being recorded")
            iconName: "footprints"
            tone: "primary"
        },
        StatusChip {
            text: page.status.waiting > 0 ? qsTr("%n to send", "", page.status.waiting) : qsTr("Everything is sent")
            iconName: page.status.waiting > 0 ? "cloud-upload" : "circle-check"
            tone: page.status.waiting > 0 ? "warn" : "ok"
        }
    ]
    onUndone: app.last.undo()
    Keys.onReturnPressed: walkCard.go()
    Keys.onEnterPressed: walkCard.go()

    Figures {
        id: figures
    }

    Rooms {
        id: rooms

        vertical: page.wide
        app: page.app
        current: "home"
        width: vertical ? implicitWidth : parent.width
        height: vertical ? parent.height : implicitHeight
        y: vertical ? 0 : parent.height - height
    }

    Scroller {
        x: page.wide ? rooms.width : 0
        width: parent.width - x
        height: parent.height - (page.wide ? 0 : rooms.height) - (undo.visible ? undo.height + Style.gap : 0)
        focus: true
        contentMargin: Style.padding

        GridLayout {
            width: parent.width
            columns: page.wide && Style.textScale < 1.5 ? 2 : 1
            columnSpacing: Style.padding
            rowSpacing: Style.padding

            ColumnLayout {
                spacing: Style.padding
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop

                Card {
                    id: walkCard

                    readonly property string kicker: page.app.live.running ? qsTr("Being recorded since %1").arg(figures.moment(page.app.live.startedMs)) : page.status.planDay !== "" ? qsTr("Prepared for %1").arg(figures.dayOf(page.status.planDay)) : qsTr("Ready")

                    function go(): void {
                        if (page.app.live.running)
                            page.app.open("live");
                        else
                            page.app.startWalk();
                    }

                    Layout.fillWidth: true

                    Words {
                        width: parent.width
                        text: walkCard.kicker
                        color: Style.colours.primaryInk
                        strong: true
                        font.pixelSize: Style.secondarySize
                    }

                    Words {
                        width: parent.width
                        text: page.app.live.running ? (page.app.live.title || qsTr("Your walk")) : (page.status.planTitle || qsTr("A walk, now"))
                        strong: true
                        font.pixelSize: Style.titleSize
                        Accessible.role: Accessible.Heading
                    }

                    TextRow {
                        width: parent.width
                        visible: page.app.live.running || page.status.planPublics === ""
                        iconName: page.app.live.running ? "flag" : "wifi-off"
                        text: page.app.live.running ? qsTr("%n finding(s) so far", "", page.app.live.reportCount + page.app.live.spaceCount) : qsTr("No network is needed. You can say who walks and why later.")
                    }

                    TextRow {
                        width: parent.width
                        visible: !page.app.live.running && page.status.planPublics !== ""
                        iconName: "users"
                        text: page.status.planPublics
                    }

                    TextRow {
                        width: parent.width
                        visible: !page.app.live.running && page.status.planStops > 0
                        iconName: "route"
                        text: qsTr("%n stop(s) planned", "", page.status.planStops)
                    }

                    ActionButton {
                        objectName: "start"
                        width: parent.width
                        text: page.app.live.running ? qsTr("Back to the walk") : qsTr("Start the walk")
                        iconName: "footprints"
                        onClicked: walkCard.go()
                    }
                }

                Card {
                    visible: page.status.drafts.count > 0
                    title: qsTr("To complete")
                    spacing: 0
                    Layout.fillWidth: true

                    Repeater {
                        model: page.status.drafts

                        DraftRow {
                            width: parent?.width ?? 0
                            onOpened: (kind, draft) => page.app.complete(kind, draft)
                        }
                    }
                }

                Card {
                    title: qsTr("Report without a walk")
                    tone: "primary"
                    Layout.fillWidth: true

                    Words {
                        width: parent.width
                        text: qsTr("For a warden, an association, an idea box, or to type in a paper form.")
                        color: Style.colours.ink2
                    }

                    Flow {
                        width: parent.width
                        spacing: Style.gap

                        SecondaryButton {
                            objectName: "reportAlone"
                            width: Math.min(implicitWidth, parent.width)
                            text: qsTr("Report")
                            iconName: "flag"
                            onClicked: page.app.capture("report", NaN, NaN)
                        }

                        SecondaryButton {
                            width: Math.min(implicitWidth, parent.width)
                            text: qsTr("Place we like")
                            iconName: "heart"
                            onClicked: page.app.capture("liked", NaN, NaN)
                        }

                        SecondaryButton {
                            width: Math.min(implicitWidth, parent.width)
                            text: qsTr("Space to requalify")
                            iconName: "flower-2"
                            onClicked: page.app.capture("space", NaN, NaN)
                        }
                    }
                }
            }

            ColumnLayout {
                spacing: Style.padding
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.alignment: Qt.AlignTop

                Card {
                    visible: page.status.held + page.status.kept > 0
                    title: qsTr("Waits for you")
                    spacing: 0
                    Layout.fillWidth: true

                    LineRow {
                        width: parent.width
                        visible: page.status.held > 0
                        iconName: "eye"
                        tone: "warn"
                        text: qsTr("%n photo(s) to check", "", page.status.held)
                        detail: qsTr("A photo leaves only once a person has looked at it.")
                        opens: true
                        lastLine: page.status.kept === 0
                        onClicked: page.app.open("photos")
                    }

                    LineRow {
                        width: parent.width
                        visible: page.status.kept > 0
                        iconName: "circle-alert"
                        tone: "danger"
                        text: qsTr("%n finding(s) refused by the server", "", page.status.kept)
                        detail: qsTr("Kept on the tablet, with the reason.")
                        opens: true
                        lastLine: true
                        onClicked: page.app.open("sync")
                    }
                }

                Card {
                    title: qsTr("What became of your findings")
                    spacing: 0
                    Layout.fillWidth: true

                    Words {
                        width: parent.width
                        visible: page.status.answers.count === 0
                        text: qsTr("No answer yet. They come here each time you send.")
                        color: Style.colours.ink2
                        topPadding: Style.gap
                    }

                    Repeater {
                        model: page.status.answers

                        AnswerCard {
                            required property real atMs
                            required property int index

                            app: page.app
                            width: parent?.width ?? 0
                            ending: figures.day(atMs)
                            lastLine: index === page.status.answers.count - 1
                        }
                    }
                }
            }
        }
    }

    LastBar {
        id: undo

        last: page.app.last
        x: (page.wide ? rooms.width : 0) + Style.margin
        width: parent.width - x - Style.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.gap + (page.wide ? 0 : rooms.height)
    }
}
