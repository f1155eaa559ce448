pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What the map shows, the same as a list, and whether it is dressed for the day or the night.
Card {
    id: panel

    required property LiveMap shown
    required property Display display

    property real room: 340

    signal closed
    signal listed

    title: qsTr("Layers")

    Scroller {
        width: parent.width
        height: Math.min(implicitHeight, panel.room)
        contentMargin: 0

        Flow {
            width: parent.width
            spacing: Style.gap

            Repeater {
                model: [
                    {
                        code: "others",
                        label: qsTr("Findings of others"),
                        iconName: "flag"
                    },
                    {
                        code: "due",
                        label: qsTr("To look at again"),
                        iconName: "history"
                    },
                    {
                        code: "route",
                        label: qsTr("Planned way"),
                        iconName: "route"
                    },
                    {
                        code: "perimeter",
                        label: qsTr("District"),
                        iconName: "land-plot"
                    },
                    {
                        code: "outlines",
                        label: qsTr("Shapes of spaces"),
                        iconName: "vector-square"
                    }
                ]

                Choice {
                    required property var modelData

                    width: Math.min(implicitWidth, panel.width - 2 * panel.padding)
                    text: modelData.label
                    iconName: modelData.iconName
                    multiple: true
                    chosen: !panel.shown.hidden.split("\n").includes(modelData.code)
                    onClicked: panel.shown.toggleLayer(modelData.code)
                }
            }
        }

        Words {
            width: parent.width
            text: qsTr("Day or night")
            strong: true
            font.pixelSize: Style.labelSize
        }

        Flow {
            width: parent.width
            spacing: Style.gap

            Repeater {
                model: [
                    {
                        code: "auto",
                        label: qsTr("By the sun"),
                        iconName: "sun-moon"
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
                    }
                ]

                Choice {
                    required property var modelData

                    text: modelData.label
                    iconName: modelData.iconName
                    chosen: panel.display.themeChoice === modelData.code
                    onClicked: panel.display.chooseTheme(modelData.code)
                }
            }
        }
    }

    Flow {
        width: parent.width
        spacing: Style.gap

        SecondaryButton {
            text: qsTr("List")
            iconName: "list"
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: panel.listed()
        }

        SecondaryButton {
            text: qsTr("Close")
            iconName: "x"
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: panel.closed()
        }
    }
}
