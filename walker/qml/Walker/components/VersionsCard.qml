pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// Two versions of one record, side by side in words; what differs is marked. Nothing is decided until a person does.
Card {
    id: card

    property bool canTakeTheirs: true
    property bool canKeepBoth: true
    required property var versions // rows: field, mine, theirs, mineMs, theirsMs, differs
    readonly property var names: ({
            updated_at: qsTr("Last change"),
            category: qsTr("What it is"),
            category_words: qsTr("In other words"),
            kind: qsTr("Kind"),
            place_kind: qsTr("Place"),
            urgency: qsTr("Urgency"),
            verdict: qsTr("Seen again"),
            item: qsTr("Question"),
            value: qsTr("Answer"),
            publics: qsTr("Who walks"),
            themes: qsTr("Themes"),
            weather: qsTr("Weather"),
            title: qsTr("Title"),
            text: qsTr("Text"),
            address: qsTr("Address"),
            name: qsTr("Name"),
            note: qsTr("Note"),
            carrier: qsTr("Who would carry it"),
            headcount_start: qsTr("How many at the start"),
            deleted: qsTr("Taken back")
        })

    signal mine
    signal theirs
    signal both
    signal later

    function said(value: string, ms: real): string {
        return ms > 0 ? figures.moment(ms) : value === "" ? "–" : value === "yes" ? qsTr("yes") : value;
    }

    Figures {
        id: figures
    }

    RowLayout {
        width: parent.width
        spacing: Style.gap

        Words {
            text: qsTr("On this tablet")
            strong: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }

        Words {
            text: qsTr("At the server")
            strong: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
    }

    Repeater {
        model: card.versions

        Column {
            id: row

            required property string field
            required property string mine
            required property string theirs
            required property real mineMs
            required property real theirsMs
            required property bool differs

            width: parent?.width ?? 0
            spacing: 2

            TextRow {
                width: parent.width
                iconName: row.differs ? "git-compare" : "check"
                tone: row.differs ? "warn" : "plain"
                quiet: !row.differs
                text: card.names[row.field] ?? row.field
            }

            RowLayout {
                width: parent.width
                spacing: Style.gap

                Words {
                    text: card.said(row.mine, row.mineMs)
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                }

                Words {
                    text: card.said(row.theirs, row.theirsMs)
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                }
            }
        }
    }

    Flow {
        width: parent.width
        spacing: Style.gap

        PrimaryButton {
            text: qsTr("Send mine")
            iconName: "tablet"
            width: Math.min(implicitWidth, parent.width)
            onClicked: card.mine()
        }

        SecondaryButton {
            visible: card.canTakeTheirs
            text: qsTr("Keep the other")
            iconName: "server"
            width: Math.min(implicitWidth, parent.width)
            onClicked: card.theirs()
        }

        SecondaryButton {
            visible: card.canKeepBoth
            text: qsTr("Make two of them")
            iconName: "copy"
            width: Math.min(implicitWidth, parent.width)
            onClicked: card.both()
        }

        SecondaryButton {
            text: qsTr("Decide later")
            iconName: "hourglass"
            width: Math.min(implicitWidth, parent.width)
            onClicked: card.later()
        }
    }

    TextRow {
        width: parent.width
        iconName: "info"
        text: qsTr("Whatever you choose, both versions stay readable.")
        quiet: true
    }
}
