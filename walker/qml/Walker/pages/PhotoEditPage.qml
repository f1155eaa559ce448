pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// One photo, large. A touch blurs a place or shows a frame's place again, a finger that moves blurs its way, two touches
// draw an arrow. With the keyboard: the arrow keys move a cross over the picture, Space is the touch.
Page {
    id: page

    required property App app
    required property PhotoEdit edit
    readonly property bool beside: width > height
    readonly property bool blurs: edit.mode === "blur"

    title: edit.checked ? qsTr("Checked photo") : qsTr("Can this photo be shown?")
    subtitle: blurs ? qsTr("Touch what must not be seen. Touch a frame to show it again.") : edit.pointing ? qsTr("Now touch what the arrow shows.") : qsTr("Touch where the arrow begins.")
    chips: [
        StatusChip {
            visible: page.edit.about !== ""
            text: page.edit.about
            iconName: "flag"
        }
    ]
    actionText: edit.checked ? qsTr("Save") : qsTr("Yes, it can be shown")
    actionReason: edit.refusal !== "" ? qsTr("This picture cannot be read") : edit.source === "" ? qsTr("Looking for faces…") : !edit.current ? qsTr("One moment…") : edit.checked && edit.stepCount === 0 ? qsTr("Nothing was changed") : ""
    busy: edit.saving
    busyText: qsTr("Saving…")
    buttons: [
        SecondaryButton {
            visible: page.edit.stepCount > 0 || page.edit.pointing
            text: qsTr("Undo")
            iconName: "undo-2"
            onClicked: page.edit.undo()
        },
        SecondaryButton {
            text: qsTr("Delete this photo")
            iconName: "trash-2"
            danger: true
            onClicked: page.edit.remove()
        }
    ]
    onBack: app.back()
    onActed: edit.accept()
    onUndone: edit.undo()

    FaultWords {
        id: sentences
    }

    Item {
        id: ground

        x: page.beside && Style.leftHanded ? tools.width + Style.margin : Style.margin
        y: Style.margin
        width: parent.width - 2 * Style.margin - (page.beside ? tools.width : 0)
        height: parent.height - 2 * Style.margin - (page.beside ? 0 : tools.height)

        EmptyState {
            anchors.centerIn: parent
            width: Math.min(560, parent.width)
            visible: page.edit.source === ""
            iconName: page.edit.refusal === "" ? "scan-face" : "image-off"
            pictureTone: page.edit.refusal === "" ? "primary" : "danger"
            headline: page.edit.refusal === "" ? qsTr("Looking for faces…") : qsTr("This picture cannot be read")
            detail: page.edit.refusal === "" ? qsTr("One moment.") : sentences.photo(page.edit.refusal)
        }

        Image {
            id: picture

            readonly property real ratio: page.edit.pixelHeight > 0 ? page.edit.pixelWidth / page.edit.pixelHeight : 1
            readonly property real brush: page.edit.brushWidth * width
            property point cross: Qt.point(0.5, 0.5)
            property var way: [] // of the finger that moves now, in parts of the picture

            objectName: "picture"
            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height * ratio)
            height: width / ratio
            visible: page.edit.source !== ""
            source: page.edit.source
            retainWhileLoading: true
            activeFocusOnTab: visible
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The photo as it will be sent")
            Accessible.description: qsTr("%n face(s)", "", page.edit.faces) + ", " + qsTr("%n plate(s)", "", page.edit.plates)
            Accessible.focusable: true
            Keys.onPressed: event => {
                const step = 0.02;
                const moves = ({
                        [Qt.Key_Left]: [-step, 0],
                        [Qt.Key_Right]: [step, 0],
                        [Qt.Key_Up]: [0, -step],
                        [Qt.Key_Down]: [0, step]
                    });
                const move = moves[event.key];
                if (move)
                    cross = Qt.point(Math.max(0, Math.min(1, cross.x + move[0])), Math.max(0, Math.min(1, cross.y + move[1])));
                else if (event.key === Qt.Key_Space)
                    page.edit.touch(cross.x, cross.y);
                event.accepted = move !== undefined || event.key === Qt.Key_Space;
            }

            Rectangle {
                anchors.fill: parent
                visible: Style.isNight
                color: "#000000"
                opacity: finger.pressed ? 0 : Style.photoShade
            }

            Repeater {
                model: page.blurs ? picture.way : picture.way.slice(0, 1)

                Rectangle {
                    required property point modelData

                    x: modelData.x * picture.width - width / 2
                    y: modelData.y * picture.height - height / 2
                    width: page.blurs ? picture.brush : 24
                    height: width
                    radius: page.blurs ? 4 : 12
                    color: Style.colours.action
                    opacity: 0.6
                }
            }

            Rectangle {
                x: page.edit.tailX * picture.width - width / 2
                y: page.edit.tailY * picture.height - height / 2
                width: 32
                height: 32
                radius: 16
                visible: page.edit.pointing
                color: Style.colours.action
                border.width: 4
                border.color: Style.colours.inkOnAction
            }

            MapCross {
                x: picture.cross.x * picture.width - width / 2
                y: picture.cross.y * picture.height - height / 2
                visible: picture.activeFocus
            }

            Rectangle {
                anchors.fill: parent
                anchors.margins: -Style.focusGap - Style.focusRing
                visible: picture.activeFocus
                color: "transparent"
                border.color: Style.colours.focus
                border.width: Style.focusRing
            }

            MouseArea {
                id: finger

                function at(event: MouseEvent): point {
                    return Qt.point(Math.max(0, Math.min(1, event.x / picture.width)), Math.max(0, Math.min(1, event.y / picture.height)));
                }

                anchors.fill: parent
                preventStealing: true
                onPressed: event => picture.way = [at(event)]
                onPositionChanged: event => {
                    const here = at(event), last = picture.way[picture.way.length - 1];
                    if (Math.hypot((here.x - last.x) * picture.width, (here.y - last.y) * picture.height) > 12)
                        picture.way = [...picture.way, here];
                }
                onCanceled: picture.way = []
                onReleased: {
                    const way = picture.way;
                    picture.way = [];
                    if (way.length === 1)
                        page.edit.touch(way[0].x, way[0].y);
                    else if (way.length > 1)
                        page.edit.stroke(way.map(place => `${place.x} ${place.y}`).join("\n"));
                }
            }
        }
    }

    Scroller {
        id: tools

        x: page.beside && !Style.leftHanded ? parent.width - width : 0
        y: page.beside ? 0 : parent.height - height
        width: page.beside ? Math.round(250 * (1 + (Style.textScale - 1) * 0.6)) + 2 * Style.margin : parent.width
        height: page.beside ? parent.height : Math.min(parent.height * 0.42, toolbox.implicitHeight + 2 * Style.margin)

        Column {
            id: toolbox

            width: parent.width
            spacing: Style.gap

            Grid {
                id: choices

                readonly property real part: Math.floor((width - (columns - 1) * spacing) / columns)

                width: parent.width
                columns: page.beside && Style.textScale > 1.3 ? 1 : 2
                spacing: Style.gap
                layoutDirection: Style.direction

                RailButton {
                    width: choices.part
                    text: qsTr("Blur")
                    iconName: "brush"
                    choosable: true
                    chosen: page.blurs
                    Accessible.role: Accessible.RadioButton
                    onClicked: page.edit.choose("blur")
                }

                RailButton {
                    width: choices.part
                    text: qsTr("Arrow")
                    iconName: "arrow-up-right"
                    choosable: true
                    chosen: !page.blurs
                    Accessible.role: Accessible.RadioButton
                    onClicked: page.edit.choose("arrow")
                }
            }

            Grid {
                id: brushes

                readonly property real part: Math.floor((width - (columns - 1) * spacing) / columns)

                width: parent.width
                columns: page.beside && Style.textScale > 1.3 ? 1 : 3
                spacing: Style.gap
                visible: page.blurs

                Repeater {
                    model: [["small", qsTr("Small"), 14], ["medium", qsTr("Medium"), 24], ["large", qsTr("Large"), 38]]

                    Touchable {
                        id: size

                        required property var modelData

                        width: brushes.part
                        implicitHeight: Math.max(Style.target, word.implicitHeight + 54)
                        horizontalPadding: 2
                        text: modelData[1]
                        choosable: true
                        chosen: page.edit.brush === modelData[0]
                        fill: chosen ? Style.colours.primarySoft : Style.colours.surface
                        edge: chosen ? Style.colours.primaryInk : Style.colours.ctl
                        Accessible.role: Accessible.RadioButton
                        onClicked: page.edit.chooseBrush(modelData[0])

                        contentItem: Item {
                            Rectangle {
                                anchors.horizontalCenter: parent.horizontalCenter
                                y: 19 - height / 2
                                width: size.modelData[2]
                                height: width
                                radius: 4
                                color: size.chosen ? Style.colours.primaryInk : Style.colours.ink
                            }

                            Words {
                                id: word

                                anchors.bottom: parent.bottom
                                width: parent.width
                                text: size.text
                                color: size.chosen ? Style.colours.primaryInk : Style.colours.ink
                                strong: size.chosen
                                font.pixelSize: Style.smallSize
                                horizontalAlignment: Text.AlignHCenter
                                Accessible.ignored: true
                            }
                        }
                    }
                }
            }

            TextRow {
                width: parent.width
                visible: !page.edit.finds
                iconName: "triangle-alert"
                tone: "warn"
                text: qsTr("Faces are not found by themselves on this machine.")
            }
        }
    }
}
