pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtLocation
import QtPositioning
import Walker
import Walker.Models

// The territory of a walk: searched in a list, or touched on the map inside its perimeter.
Page {
    id: page

    required property App app
    required property TerritoryChoice choice
    readonly property bool hasMap: !isNaN(choice.latitude)
    property bool numbers: false

    title: qsTr("In which territory?")
    subtitle: app.walks.plan.territory !== "" ? qsTr("Chosen: %1").arg(app.walks.plan.territory) : qsTr("Touch it in the list or on the map.")
    titleIcon: "map"
    actionText: qsTr("It is this one")
    actionReason: app.walks.plan.territory !== "" ? "" : qsTr("Choose a territory")
    onBack: app.back()
    onActed: app.back()
    onUndone: app.walks.plan.undo()

    Scroller {
        id: list

        width: page.hasMap && page.wide ? Math.round(parent.width * 0.52) : parent.width
        height: page.hasMap && !page.wide ? Math.round(parent.height * 0.55) : parent.height
        x: page.wide && page.hasMap && Style.leftHanded ? parent.width - width : 0
        y: page.hasMap && !page.wide ? parent.height - height : 0
        focus: true

        Field {
            width: parent.width
            label: qsTr("Search")
            placeholder: qsTr("A name, or 18 for the 18th")
            onEdited: text => page.choice.search(text)
        }

        SecondaryButton {
            objectName: "arrondissements"
            width: Math.min(implicitWidth, parent.width)
            text: page.choice.arrondissement > 0 ? qsTr("Arrondissement %1").arg(page.choice.arrondissement) : qsTr("By arrondissement")
            iconName: page.numbers ? "chevron-up" : "landmark"
            onClicked: page.numbers = !page.numbers
        }

        Flow {
            width: parent.width
            visible: page.numbers
            spacing: Style.gap

            Repeater {
                model: page.numbers ? 20 : 0

                Touchable {
                    id: number

                    required property int index

                    width: Math.max(Style.target, 76)
                    text: String(index + 1)
                    horizontalPadding: 4
                    chosen: page.choice.arrondissement === index + 1
                    choosable: true
                    fill: chosen ? Style.colours.primarySoft : Style.colours.surface
                    edge: chosen ? Style.colours.primary : Style.colours.ctl
                    Accessible.role: Accessible.RadioButton
                    Accessible.name: qsTr("Arrondissement %1").arg(index + 1)
                    onClicked: page.choice.openArrondissement(index + 1)

                    contentItem: Words {
                        text: number.text
                        strong: true
                        horizontalAlignment: Text.AlignHCenter
                        Accessible.ignored: true
                    }
                }
            }
        }

        Words {
            width: parent.width
            visible: page.choice.rows.count === 0
            text: qsTr("Nothing answers to this. Search with fewer letters.")
            color: Style.colours.ink2
        }

        Repeater {
            model: page.choice.rows

            Touchable {
                id: row

                required property string code
                required property string label
                required property string kindLabel
                required property string kindIcon
                required property string where
                required property bool given
                required chosen

                width: parent?.width ?? 0
                implicitHeight: Math.max(Style.buttonHeight, implicitContentHeight + 2 * verticalPadding)
                text: label
                choosable: true
                fill: chosen ? Style.colours.primarySoft : Style.colours.surface
                edge: chosen ? Style.colours.primary : Style.colours.ctl
                Accessible.role: Accessible.RadioButton
                Accessible.description: kindLabel
                onClicked: page.choice.choose(code)

                contentItem: RowLayout {
                    spacing: 14

                    Icon {
                        name: row.chosen ? "circle-check" : row.kindIcon
                        tint: Style.colours.primaryInk
                        Layout.preferredWidth: size
                        Layout.preferredHeight: size
                    }

                    ColumnLayout {
                        spacing: 0
                        Layout.fillWidth: true

                        Words {
                            text: row.label
                            strong: true
                            font.pixelSize: Style.labelSize
                            Layout.fillWidth: true
                            Accessible.ignored: true
                        }

                        Words {
                            text: [row.given ? qsTr("of this tablet") : "", row.kindLabel, row.where !== "" ? qsTr("arrondissement %1").arg(row.where) : ""].filter(part => part !== "").join(" · ")
                            color: Style.colours.ink2
                            font.pixelSize: Style.smallSize
                            Layout.fillWidth: true
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }

        Words {
            width: parent.width
            visible: page.choice.found > page.choice.rows.count
            text: qsTr("%n more: search to find them", "", page.choice.found - page.choice.rows.count)
            color: Style.colours.ink2
        }

        TextRow {
            width: parent.width
            visible: !page.hasMap
            iconName: "map"
            quiet: true
            text: qsTr("No perimeter is drawn on this tablet yet. They come with the first sending.")
        }
    }

    Loader {
        active: page.hasMap
        x: page.wide && !Style.leftHanded ? list.width : 0
        width: page.wide ? parent.width - list.width : parent.width
        height: page.wide ? parent.height : parent.height - list.height
        sourceComponent: drawn
    }

    Component {
        id: drawn

        Item {
            BaseMap {
                id: map

                anchors.fill: parent
                display: page.app.display
                zoomLevel: 14
                Component.onCompleted: center = QtPositioning.coordinate(page.choice.latitude, page.choice.longitude)

                TapHandler {
                    onTapped: point => {
                        const at = map.toCoordinate(point.position);
                        page.choice.touch(at.latitude, at.longitude);
                    }
                }

                MapItemView {
                    model: page.choice.outlines

                    delegate: MapPolygon {
                        required property var model

                        path: model.path
                        color: model.chosen ? Qt.alpha(Style.colours.req, 0.22) : "transparent"
                        border.width: model.chosen ? 6 : 3
                        border.color: Style.colours.req
                    }
                }
            }

            MapButtons {
                ground: map
                credits: page.app.display.mapCredits
            }

            FloatingPlate {
                anchors.horizontalCenter: parent.horizontalCenter
                y: Style.margin
                visible: page.choice.missed
                width: Math.min(implicitWidth, parent.width - 2 * Style.margin)
                implicitWidth: outside.implicitWidth + 32
                implicitHeight: outside.implicitHeight + 20

                Words {
                    id: outside

                    anchors.centerIn: parent
                    width: Math.min(implicitWidth, parent.width - 24)
                    text: qsTr("No perimeter there. Touch inside a line.")
                    strong: true
                    font.pixelSize: Style.secondarySize
                }
            }
        }
    }
}
