import QtQuick
import Walker
import Walker.Models

// How the app looks and answers; each choice applies at once and stays on this tablet.
Page {
    id: page

    required property App app

    title: qsTr("Display")
    subtitle: qsTr("Each choice applies at once.")
    onBack: app.back()

    Rooms {
        id: rooms

        vertical: page.wide
        app: page.app
        current: "settings"
        width: vertical ? implicitWidth : parent.width
        height: vertical ? parent.height : implicitHeight
        y: vertical ? 0 : parent.height - height
    }

    Scroller {
        x: page.wide ? rooms.width : 0
        width: parent.width - x
        height: parent.height - (page.wide ? 0 : rooms.height)
        focus: true
        contentMargin: Style.padding
        spacing: 24

        ChoiceGroup {
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

        ChoiceGroup {
            objectName: "size"
            width: parent.width
            question: qsTr("Size of the words")
            chosenCodes: [String(page.app.display.textScale)]
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

        ChoiceGroup {
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

        ChoiceGroup {
            objectName: "hand"
            width: parent.width
            question: qsTr("The hand that taps")
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

        ChoiceGroup {
            objectName: "gloves"
            width: parent.width
            question: qsTr("Gloves")
            chosenCodes: [page.app.display.gloves ? "yes" : "no"]
            model: [
                {
                    code: "no",
                    label: qsTr("Without gloves"),
                    iconName: "pointer"
                },
                {
                    code: "yes",
                    label: qsTr("With gloves: larger buttons"),
                    iconName: "hand"
                }
            ]
            onPicked: code => page.app.display.chooseGloves(code === "yes")
        }
    }
}
