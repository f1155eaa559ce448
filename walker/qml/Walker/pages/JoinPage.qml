pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Several tablets in one walk, without a network: one shows its square, the others read it and record for themselves.
Page {
    id: page

    required property App app
    required property Joining joining
    readonly property bool shows: joining.invitation !== ""
    readonly property var faults: ({
            not_an_invitation: [qsTr("This is no invitation to a walk"), qsTr("Nothing was changed. Scan the square of the tablet that leads the walk.")],
            newer_invitation: [qsTr("This invitation comes from another version of the app"), qsTr("Nothing was changed. Update the app on both tablets.")],
            damaged_invitation: [qsTr("This invitation is not whole"), qsTr("Nothing was changed. Scan or type it again.")],
            own_walk: [qsTr("This tablet leads that walk"), qsTr("Go on with it from home; the others scan its square.")],
            walk_running: [qsTr("A walk is being recorded on this tablet"), qsTr("It goes on. Finish it first, then join the other one.")]
        })

    title: shows ? qsTr("Invite another tablet") : qsTr("Join a walk")
    subtitle: shows ? joining.title : qsTr("Without a network, with the square of the tablet that leads.")
    onBack: app.back()

    Scroller {
        anchors.fill: parent
        focus: true

        ErrorState {
            width: parent.width
            visible: page.joining.fault !== ""
            headline: (page.faults[page.joining.fault] ?? ["", ""])[0]
            detail: (page.faults[page.joining.fault] ?? ["", ""])[1]
        }

        Card {
            width: parent.width
            visible: page.shows

            GridLayout {
                width: parent.width
                columns: page.wide ? 2 : 1
                layoutDirection: Style.direction
                columnSpacing: 24
                rowSpacing: 20

                SquareImage {
                    code: page.joining.invitation
                    Layout.preferredWidth: Math.min(Style.isNight ? 400 : 440, page.width - 4 * Style.margin)
                    Layout.preferredHeight: Layout.preferredWidth
                    Layout.alignment: Qt.AlignTop
                }

                ColumnLayout {
                    spacing: Style.gap
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop

                    TextRow {
                        iconName: "scan-qr-code"
                        textSize: Style.bodySize
                        text: qsTr("On the other tablet: Send, « Join a walk », then « Scan the code ».")
                        Layout.fillWidth: true
                    }

                    TextRow {
                        iconName: "tablet"
                        textSize: Style.bodySize
                        text: qsTr("Each tablet records its own path and findings. The office sees one walk.")
                        Layout.fillWidth: true
                    }

                    TextRow {
                        iconName: "shield-check"
                        textSize: Style.bodySize
                        text: qsTr("Nobody’s name is in the square.")
                        Layout.fillWidth: true
                    }

                    TextRow {
                        visible: !page.joining.leads
                        iconName: "info"
                        text: qsTr("This walk is led by another tablet; you may pass its square on.")
                        Layout.fillWidth: true
                    }

                    SquareLetters {
                        code: page.joining.invitation
                        Layout.fillWidth: true
                    }
                }
            }
        }

        GridLayout {
            width: parent.width
            visible: !page.shows
            columns: page.wide ? 2 : 1
            layoutDirection: Style.direction
            columnSpacing: 20
            rowSpacing: 20

            ScanCard {
                title: qsTr("Scan the code")
                advice: qsTr("The tablet that leads shows it: Send, « Invite another tablet ».")
                squares: page.app.sharing.squares
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
            }

            Card {
                title: qsTr("Or type it")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop

                Field {
                    id: typed

                    objectName: "invitation"
                    width: parent.width
                    label: qsTr("The letters under the square")
                    placeholder: "GUPWALK1:…"
                    hint: qsTr("Small letters and spaces do no harm.")
                    multiline: true
                    inputMethodHints: Qt.ImhNoPredictiveText
                    onEdited: words => typed.text = words
                }

                SecondaryButton {
                    text: qsTr("Join with these letters")
                    iconName: "users"
                    reason: typed.text.trim() === "" ? qsTr("Type the letters first") : ""
                    width: Math.min(implicitWidth, parent.width)
                    onClicked: page.joining.read(typed.text)
                }
            }
        }
    }
}
