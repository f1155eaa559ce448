import QtQuick
import Walker
import Walker.Models

// How the app looks and answers; each choice applies at once and stays on this tablet. Below, the rooms of the tablet.
Page {
    id: page

    required property App app

    title: qsTr("Display")
    subtitle: qsTr("Each choice applies at once and stays on this tablet.")
    onBack: app.back()

    Rooms {
        id: rooms

        vertical: page.wide
        app: page.app
        current: "settings"
    }

    Scroller {
        x: rooms.room.x
        width: rooms.room.width
        height: rooms.room.height
        focus: true
        contentMargin: Style.padding

        SettingRow {
            objectName: "theme"
            width: parent.width
            question: qsTr("Colours")
            chosenCodes: [page.app.display.themeChoice]
            model: [
                {
                    code: "auto",
                    label: qsTr("By the sun"),
                    iconName: "sunset"
                },
                {
                    code: "jour",
                    label: qsTr("Day"),
                    iconName: "sun"
                },
                {
                    code: "nuit",
                    label: qsTr("Night"),
                    iconName: "moon"
                },
                {
                    code: "contraste",
                    label: qsTr("High contrast"),
                    iconName: "contrast"
                }
            ]
            onPicked: code => page.app.display.chooseTheme(code)
        }

        SettingRow {
            objectName: "size"
            width: parent.width
            question: qsTr("Size of the words")
            hint: page.app.display.textScale > page.app.display.textChoice ? qsTr("The tablet itself makes them larger.") : ""
            chosenCodes: [String(page.app.display.textChoice)]
            model: [
                {
                    code: "1",
                    label: qsTr("Normal"),
                    iconName: "a-large-small"
                },
                {
                    code: "1.25",
                    label: qsTr("Large"),
                    iconName: "a-large-small"
                },
                {
                    code: "1.6",
                    label: qsTr("Very large"),
                    iconName: "a-large-small"
                }
            ]
            onPicked: code => page.app.display.chooseTextScale(Number(code))
        }

        SettingRow {
            objectName: "language"
            width: parent.width
            question: qsTr("Language")
            chosenCodes: [page.app.display.language]
            model: [
                {
                    code: "fr",
                    label: "Français",
                    iconName: "languages"
                },
                {
                    code: "en",
                    label: "English",
                    iconName: "languages"
                }
            ]
            onPicked: code => page.app.display.chooseLanguage(code)
        }

        SettingRow {
            objectName: "hand"
            width: parent.width
            question: qsTr("The hand that taps")
            hint: qsTr("The buttons go to its side.")
            chosenCodes: [page.app.display.hand]
            model: [
                {
                    code: "left",
                    label: qsTr("Left hand"),
                    iconName: "panel-left"
                },
                {
                    code: "right",
                    label: qsTr("Right hand"),
                    iconName: "panel-right"
                }
            ]
            onPicked: code => page.app.display.chooseHand(code)
        }

        SettingRow {
            objectName: "gloves"
            width: parent.width
            question: qsTr("Gloves")
            hint: qsTr("Larger and further apart.")
            chosenCodes: [page.app.display.gloves ? "yes" : "no"]
            model: [
                {
                    code: "no",
                    label: qsTr("Without gloves"),
                    iconName: "pointer"
                },
                {
                    code: "yes",
                    label: qsTr("Larger buttons"),
                    iconName: "hand"
                }
            ]
            onPicked: code => page.app.display.chooseGloves(code === "yes")
        }

        SettingRow {
            objectName: "brightness"
            width: parent.width
            question: qsTr("Brightness at night")
            chosenCodes: [String(page.app.display.dimming)]
            model: [
                {
                    code: "0",
                    label: qsTr("Usual"),
                    iconName: "sun"
                },
                {
                    code: "1",
                    label: qsTr("Darker"),
                    iconName: "sun-medium"
                },
                {
                    code: "2",
                    label: qsTr("Much darker"),
                    iconName: "sun-dim"
                },
                {
                    code: "3",
                    label: qsTr("Darkest"),
                    iconName: "moon"
                }
            ]
            onPicked: code => page.app.display.dim(Number(code) - page.app.display.dimming)
        }

        SettingRow {
            objectName: "reading"
            visible: page.app.speech.available
            width: parent.width
            question: qsTr("Reading aloud")
            hint: qsTr("At night never by itself.")
            chosenCodes: [page.app.speech.byItself ? "yes" : "no"]
            model: [
                {
                    code: "no",
                    label: qsTr("When I touch"),
                    iconName: "pointer"
                },
                {
                    code: "yes",
                    label: qsTr("By itself, by day"),
                    iconName: "volume-2"
                }
            ]
            onPicked: code => page.app.speech.chooseByItself(code === "yes")
        }

        UnclearButton {
            app: page.app
            place: "settings"
            shown: page.title
            width: Math.min(implicitWidth, parent.width)
        }

        Card {
            width: parent.width
            title: qsTr("The tablet")
            spacing: 0

            LineRow {
                width: parent.width
                iconName: "stethoscope"
                text: qsTr("Check the tablet")
                detail: qsTr("Position, camera, microphone, voice.")
                opens: true
                onClicked: page.app.open("checks")
            }

            LineRow {
                width: parent.width
                iconName: "map"
                text: qsTr("Maps")
                detail: qsTr("Those kept here, and what they cover.")
                opens: true
                onClicked: page.app.open("packs")
            }

            LineRow {
                width: parent.width
                iconName: "hard-drive"
                text: qsTr("Room and copies")
                detail: qsTr("What takes room, copying to a stick, erasing.")
                opens: true
                lastLine: true
                onClicked: page.app.open("storage")
            }
        }
    }
}
