pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// Before a walk: does the tablet know where it is, does its camera see, does it hear and speak? Each said in words.
Page {
    id: page

    required property App app
    readonly property Viewfinder finder: app.viewfinder
    readonly property bool sees: finder.state === "ready" && finder.source !== ""
    readonly property Hearing hearing: app.care.hearing
    readonly property var hearingWords: ({
            starting: qsTr("The microphone is starting."),
            listening: qsTr("Say something…"),
            heard: qsTr("The tablet heard you. Nothing was kept."),
            silent: qsTr("Nothing was heard. Come nearer, or look whether it is covered or muted."),
            no_microphone: qsTr("This tablet has no microphone. Type instead of speaking."),
            not_allowed: qsTr("The app may not use the microphone. Allow it in the tablet’s settings."),
            microphone_lost: qsTr("The microphone does not answer. Type instead of speaking.")
        })[hearing.state] ?? ""
    property bool looking: false // the camera was asked for
    readonly property var cameraWords: ({
            none: qsTr("This tablet has no camera. Photos can come from files."),
            refused: qsTr("The app may not use the camera. Allow it in the tablet’s settings."),
            busy: qsTr("Another program uses the camera. Close it, then try again."),
            failed: qsTr("The camera does not answer. Everything else works."),
            starting: qsTr("The camera is starting."),
            ready: qsTr("The camera sees.")
        })[finder.state] ?? ""

    title: qsTr("Check the tablet")
    onBack: app.back()
    Component.onCompleted: {
        app.position.look();
        app.position.watch(true);
    }
    Component.onDestruction: {
        if (app === null)
            return;
        app.position.watch(false);
        app.care.hearing.stop();
        if (looking)
            app.viewfinder.stop();
    }

    PositionWords {
        id: words
    }

    Figures {
        id: figures
    }

    Scroller {
        anchors.fill: parent
        focus: true
        contentMargin: Style.padding
        spacing: 20

        Card {
            width: parent.width
            title: qsTr("Position")

            LineRow {
                objectName: "position"
                width: parent.width
                iconName: words.iconName(page.app.position.state)
                tone: words.tone(page.app.position.state)
                text: words.headline(page.app.position.state)
                detail: words.detail(page.app.position.state)
                lastLine: true
            }

            Flow {
                width: parent.width
                spacing: Style.gap

                InfoPill {
                    visible: !isNaN(page.app.position.accuracyM)
                    name: qsTr("Precision")
                    text: figures.doubt(page.app.position.accuracyM)
                    iconName: "locate-fixed"
                }

                InfoPill {
                    visible: page.app.position.ageS >= 0
                    name: qsTr("Age of the last position")
                    text: page.app.position.ageS < 60 ? qsTr("%1 s ago").arg(page.app.position.ageS) : qsTr("%1 min ago").arg(Math.floor(page.app.position.ageS / 60))
                    iconName: "clock"
                }

                InfoPill {
                    visible: page.app.position.satellites >= 0
                    name: qsTr("Satellites")
                    text: qsTr("%n satellite(s)", "", page.app.position.satellites)
                    iconName: "satellite"
                }

                InfoPill {
                    visible: !isNaN(page.app.position.heading)
                    name: qsTr("Direction")
                    text: [qsTr("north"), qsTr("north-east"), qsTr("east"), qsTr("south-east"), qsTr("south"), qsTr("south-west"), qsTr("west"), qsTr("north-west")][Math.round(page.app.position.heading / 45) % 8] ?? ""
                    iconName: "navigation"
                }
            }

            Words {
                width: parent.width
                text: qsTr("Which receiver?")
                strong: true
            }

            Choice {
                width: parent.width
                text: qsTr("That of the tablet")
                iconName: "tablet"
                chosen: page.app.position.source === "own"
                onClicked: page.app.position.choose("own")
            }

            Repeater {
                model: page.app.position.outer

                Choice {
                    required property string code
                    required property string label

                    width: parent?.width ?? 0
                    text: qsTr("Plugged in: %1").arg(label)
                    iconName: "satellite-dish"
                    chosen: page.app.position.source === code
                    onClicked: page.app.position.choose(code)
                }
            }

            Choice {
                width: parent.width
                text: qsTr("None: points by hand")
                iconName: "hand"
                chosen: page.app.position.source === "none"
                onClicked: page.app.position.choose("none")
            }

            SecondaryButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Search again")
                iconName: "rotate-cw"
                onClicked: {
                    page.app.position.look();
                    page.app.position.searchAgain();
                }
            }
        }

        Card {
            width: parent.width
            title: qsTr("Camera")

            ViewfinderView {
                width: Math.min(parent.width, 480)
                height: width * 0.6
                visible: page.sees
                finder: page.finder
            }

            TextRow {
                width: parent.width
                visible: page.looking
                iconName: page.sees ? "circle-check" : page.finder.state === "starting" ? "loader" : "camera-off"
                tone: page.sees ? "ok" : "warn"
                textSize: Style.bodySize
                text: page.cameraWords
            }

            SecondaryButton {
                width: Math.min(implicitWidth, parent.width)
                text: page.looking ? qsTr("Try again") : qsTr("Try the camera")
                iconName: "camera"
                visible: !page.sees
                onClicked: {
                    if (page.looking) {
                        page.finder.again();
                    } else {
                        page.looking = true;
                        page.finder.start();
                    }
                }
            }
        }

        Card {
            width: parent.width
            title: qsTr("Microphone")

            TextRow {
                width: parent.width
                visible: text !== ""
                iconName: page.hearing.state === "heard" ? "circle-check" : page.hearing.state === "listening" ? "mic" : page.hearing.state === "starting" ? "loader" : "mic-off"
                tone: page.hearing.state === "heard" ? "ok" : page.hearing.state === "listening" ? "primary" : "warn"
                textSize: Style.bodySize
                text: page.hearingWords
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }

            ProgressLine {
                width: parent.width
                visible: page.hearing.state === "listening"
                value: page.hearing.level
            }

            SecondaryButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Try the microphone")
                iconName: "mic"
                onClicked: page.hearing.listen()
            }
        }

        Card {
            width: parent.width
            title: qsTr("Voice of the tablet")

            TextRow {
                width: parent.width
                iconName: page.app.speech.available ? "circle-check" : "volume-off"
                tone: page.app.speech.available ? "ok" : "warn"
                textSize: Style.bodySize
                text: page.app.speech.available ? qsTr("The tablet can read aloud.") : qsTr("No voice for this language. Install one in the tablet’s settings; all else works.")
            }

            ReadAloudButton {
                width: Math.min(implicitWidth, parent.width)
                app: page.app
                word: qsTr("Try the voice")
                text: qsTr("Hello. This is how questions are read.")
            }
        }
    }
}
