import QtQuick
import Walker
import Walker.Models

// The help, topic by topic, as it is printed; to hear, and to say that its words are not clear.
Page {
    id: page

    required property App app
    required property HelpText help

    title: qsTr("Help for the walk leader")
    onBack: app.back()

    Rooms {
        id: rooms

        vertical: page.wide
        app: page.app
        current: "help"
    }

    Scroller {
        x: rooms.room.x
        width: rooms.room.width
        height: rooms.room.height
        focus: true
        contentMargin: Style.padding
        spacing: 20

        ChoiceGroup {
            objectName: "topics"
            width: parent.width
            question: qsTr("What about?")
            chosenCodes: [page.help.topic]
            model: page.help.topics
            onPicked: code => page.help.show(code)
        }

        Card {
            width: parent.width
            title: page.help.title

            Text {
                objectName: "help"
                width: parent.width
                text: page.help.markdown
                textFormat: Text.MarkdownText
                wrapMode: Text.WordWrap
                color: Style.colours.ink
                font.pixelSize: Style.bodySize
                lineHeight: 1.2
                Accessible.role: Accessible.StaticText
                Accessible.name: page.help.spoken
            }

            SecondaryButton {
                visible: page.help.topic === "training" && !page.app.trial.active
                text: qsTr("Trial walk")
                iconName: "graduation-cap"
                busy: page.app.trial.preparing
                busyText: qsTr("Preparing…")
                onClicked: page.app.trial.ask()
            }

            Flow {
                width: parent.width
                spacing: Style.gap

                ReadAloudButton {
                    app: page.app
                    text: page.help.spoken
                    width: Math.min(implicitWidth, parent?.width ?? 0)
                }

                UnclearButton {
                    app: page.app
                    place: "help"
                    shown: page.help.spoken
                    width: Math.min(implicitWidth, parent?.width ?? 0)
                }
            }
        }
    }
}
