pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// A finding typed in for somebody else: who speaks (counts, never a name), then what it is. It stays for the next slip.
Page {
    id: page

    required property App app
    required property HelperEntry entry

    title: qsTr("For somebody else")
    titleIcon: "user-plus"
    subtitle: entry.channel !== "" && entry.entered > 0 ? qsTr("%n finding(s) from there so far", "", entry.entered) : qsTr("A warden, an idea box, a paper form.")
    actionText: qsTr("Report this")
    actionIcon: "flag"
    actionReason: entry.channel === "" ? qsTr("Say who speaks first") : ""
    buttons: [
        SecondaryButton {
            objectName: "liked"
            text: qsTr("Place we like")
            iconName: "heart"
            reason: page.actionReason
            visible: reason === ""
            onClicked: page.app.captureForOther("liked")
        },
        SecondaryButton {
            objectName: "space"
            text: qsTr("Space to requalify")
            iconName: "flower-2"
            reason: page.actionReason
            visible: reason === ""
            onClicked: page.app.captureForOther("space")
        }
    ]
    onBack: app.back()
    onActed: app.captureForOther("report")

    Scroller {
        anchors.fill: parent
        focus: true
        contentMargin: Style.padding

        GridLayout {
            width: parent.width
            columns: page.width > 900 * Style.textScale ? 2 : 1
            layoutDirection: Style.direction
            columnSpacing: Style.padding
            rowSpacing: Style.padding
            uniformCellWidths: true

            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                ChoiceGroup {
                    width: parent.width
                    question: qsTr("Who speaks?")
                    model: page.entry.channels
                    chosenCodes: [page.entry.channel]
                    onPicked: code => page.entry.pickChannel(code)
                }
            }

            Card {
                title: qsTr("How many people say it?")
                spacing: 4
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                Words {
                    width: parent.width
                    text: qsTr("We count. We write down no name.")
                    color: Style.colours.ink2
                    font.pixelSize: Style.secondarySize
                }

                Repeater {
                    model: page.entry.genders

                    CountRow {
                        required property int index

                        width: parent?.width ?? 0
                        text: code === "not_collected" ? qsTr("Counted without asking") : label
                        lastLine: index === page.entry.genders.count - 1
                        onCounted: (code, number) => page.entry.count(code, number)
                    }
                }
            }
        }
    }
}
