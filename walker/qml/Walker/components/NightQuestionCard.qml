pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Two seconds at a stop in the dark: is there light enough? The capture buttons stay free.
Card {
    id: card

    required property NightQuestion question

    signal avoided
    signal opened // the whole grid of this stop

    padding: 16

    RowLayout {
        width: parent.width
        spacing: Style.gap
        layoutDirection: Style.direction

        Words {
            text: qsTr("Here, at night, can we see clearly?")
            strong: true
            font.pixelSize: Style.sectionSize
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }

        Words {
            text: qsTr("Stop %1").arg(card.question.stopNumber)
            color: Style.colours.ink2
            font.pixelSize: Style.secondarySize
            visible: card.width > 600
        }

        GhostButton {
            text: qsTr("Later")
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: card.question.later()
        }
    }

    Flow {
        width: parent.width
        spacing: Style.gap

        Repeater {
            model: [
                {
                    code: "yes",
                    label: qsTr("Yes"),
                    iconName: "lightbulb"
                },
                {
                    code: "a_little",
                    label: qsTr("A little"),
                    iconName: "sun-dim"
                },
                {
                    code: "no",
                    label: qsTr("No"),
                    iconName: "lightbulb-off"
                },
                {
                    code: "not_observed",
                    label: qsTr("Not observed"),
                    iconName: "circle-minus"
                }
            ]

            Choice {
                required property var modelData

                text: modelData.label
                iconName: modelData.iconName
                chosen: card.question.light === modelData.code
                onClicked: card.question.say(modelData.code)
            }
        }

        Choice {
            text: qsTr("It dazzles")
            iconName: "flashlight"
            multiple: true
            chosen: card.question.glare
            onClicked: card.question.sayGlare()
        }

        SecondaryButton {
            text: qsTr("We avoid this place")
            iconName: "route"
            edge: Style.colours.sig
            textSize: Style.labelSize
            onClicked: card.avoided()
        }

        SecondaryButton {
            text: qsTr("The other questions")
            iconName: "list-checks"
            textSize: Style.labelSize
            onClicked: card.opened()
        }
    }
}
