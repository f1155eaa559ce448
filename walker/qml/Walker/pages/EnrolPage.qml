pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Joins a server once: scan the office's square or type its code, then compare three words before the code is used.
Page {
    id: page

    required property App app
    required property Enrolment enrolment
    readonly property bool typed: enrolment.address.trim() !== "" && enrolment.code.length >= 4

    title: enrolment.comparing ? qsTr("Are these the same words?") : qsTr("Enrol this tablet")
    subtitle: enrolment.comparing ? qsTr("Compare with the screen of the office.") : qsTr("Once. Until then everything stays on this tablet.")
    actionText: enrolment.comparing ? qsTr("Yes, the same words") : qsTr("Go on")
    actionIcon: enrolment.comparing ? "check" : "arrow-right"
    actionReason: enrolment.comparing || typed ? "" : qsTr("Scan the square, or type the address and the code")
    busy: enrolment.busy
    busyText: qsTr("Enrolling…")
    buttons: [
        SecondaryButton {
            visible: page.enrolment.comparing
            text: qsTr("No, other words")
            iconName: "x"
            onClicked: page.enrolment.differs()
        }
    ]
    onBack: enrolment.comparing ? enrolment.differs() : app.back()
    onActed: enrolment.comparing ? enrolment.ask() : enrolment.compare()

    FaultWords {
        id: sentences
    }

    Scroller {
        anchors.fill: parent
        focus: true

        ErrorState {
            width: parent.width
            visible: page.enrolment.fault !== ""
            headline: sentences.headline(page.enrolment.fault)
            detail: sentences.detail(page.enrolment.fault)
        }

        TextRow {
            width: parent.width
            visible: page.enrolment.fault !== "" && page.enrolment.faultWords !== ""
            iconName: "info"
            text: page.enrolment.faultWords
            quiet: true
        }

        Card {
            width: parent.width
            visible: page.enrolment.comparing

            TextRow {
                width: parent.width
                iconName: "server"
                textSize: Style.bodySize
                text: page.enrolment.address
            }

            TextRow {
                width: parent.width
                iconName: "key-round"
                textSize: Style.bodySize
                text: page.enrolment.code
            }

            Flow {
                width: parent.width
                spacing: Style.gap

                Repeater {
                    model: page.enrolment.words.split("\n").filter(word => word !== "")

                    Rectangle {
                        id: plate

                        required property string modelData

                        width: word.implicitWidth + 48
                        height: word.implicitHeight + 28
                        radius: 14
                        color: Style.colours.primarySoft
                        border.width: Style.isContrast ? Style.border : 0
                        border.color: Style.colours.primary

                        Words {
                            id: word

                            anchors.centerIn: parent
                            text: plate.modelData
                            color: Style.colours.primaryInk
                            strong: true
                            font.pixelSize: Style.titleSize
                        }
                    }
                }
            }

            TextRow {
                width: parent.width
                iconName: "info"
                text: qsTr("Other words: a letter was misread, or this is not the office’s square. Do not go on.")
            }
        }

        GridLayout {
            width: parent.width
            visible: !page.enrolment.comparing
            columns: page.wide ? 2 : 1
            layoutDirection: Style.direction
            columnSpacing: 20
            rowSpacing: 20

            ScanCard {
                title: qsTr("Scan the code")
                advice: qsTr("The office shows a square on its page « Tablets ».")
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
                    objectName: "address"
                    width: parent.width
                    label: qsTr("Address of the server")
                    placeholder: "https://gup.example.org"
                    text: page.enrolment.address
                    inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
                    onEdited: typed => page.enrolment.typeAddress(typed)
                }

                Field {
                    objectName: "code"
                    width: parent.width
                    label: qsTr("Code")
                    placeholder: "K7QM-3RTX"
                    text: page.enrolment.code
                    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhUppercaseOnly
                    onEdited: typed => page.enrolment.typeCode(typed)
                }

                KeyPad {
                    width: parent.width
                    keys: "23456789ABCDEFGHJKMNPQRSTVWXYZ"
                    lastKey: ""
                    erasable: page.enrolment.code !== ""
                    onPressed: key => page.enrolment.press(key)
                }
            }
        }
    }
}
