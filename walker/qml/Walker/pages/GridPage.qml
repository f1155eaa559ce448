pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// The grid at a stop: one theme a page, and nothing turns the page but « Next ».
Page {
    id: page

    required property App app
    required property StopGrid grid
    readonly property real listWidth: 268 * Style.textScale + (grid.themes.count * Style.target + 36 > side.height ? Style.buttonHeight : 0)
    readonly property bool beside: width - 268 * Style.textScale >= 900
    property bool renames: false
    property bool picksStop: false
    property bool listOpen: false

    function word(code: string, label: string): string {
        return label !== "" ? label : code === "promises" ? qsTr("What is promised here") : code === "others" ? qsTr("Other answers") : "";
    }

    function readAloud(): void {
        if (app.speech.byItself && grid.spokenFirst !== "")
            app.speech.say(grid.spokenFirst);
    }

    title: grid.header.name === "" ? qsTr("Stop %1").arg(grid.header.number) : qsTr("Stop %1 · %2").arg(grid.header.number).arg(grid.header.name)
    subtitle: qsTr("%1, version %2").arg(grid.header.gridLabel).arg(grid.header.gridVersion) + (grid.header.period === "" ? "" : " · " + grid.header.period)
    chips: [
        SecondaryButton {
            visible: page.grid.canUndo
            text: qsTr("Undo")
            iconName: "undo-2"
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            textSize: Style.labelSize
            onClicked: page.grid.undo()
        },
        StatusChip {
            height: Style.target
            text: qsTr("Kept")
            iconName: "circle-check"
            tone: "ok"
        },
        SecondaryButton {
            visible: page.grid.stops.count > 1
            text: qsTr("Stops")
            iconName: "hand"
            chosen: page.picksStop
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            textSize: Style.labelSize
            onClicked: page.picksStop = !page.picksStop
        },
        SecondaryButton {
            text: qsTr("Rename")
            iconName: "pencil"
            chosen: page.renames
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            textSize: Style.labelSize
            onClicked: page.renames = !page.renames
        }
    ]
    buttons: [
        SecondaryButton {
            text: qsTr("Previous")
            iconName: "arrow-left"
            enabled: !page.grid.isFirst
            dashed: !enabled
            onClicked: page.grid.previous()
        },
        SecondaryButton {
            text: qsTr("Photo")
            iconName: "camera"
            onClicked: page.app.openCamera(page.grid.header.stopId, "")
        },
        SecondaryButton {
            text: page.width < 1100 || Style.textScale > 1.2 ? qsTr("Speak") : qsTr("Voice note")
            iconName: "mic"
            onClicked: page.grid.voice.record()
        }
    ]
    actionText: grid.nextTheme === "" ? qsTr("Finish here") : Style.textScale > 1.3 ? qsTr("Next") : qsTr("Next: %1").arg(word(grid.nextTheme, grid.nextLabel))
    actionIcon: grid.nextTheme === "" ? "check" : "arrow-right"
    onBack: app.back()
    onUndone: grid.undo()
    onActed: {
        if (grid.nextTheme === "")
            app.back();
        else
            grid.next();
    }
    Component.onCompleted: readAloud()

    Connections {
        target: page.grid

        function onTurned(): void {
            page.listOpen = false;
            scroller.move(-scroller.height * 100);
            side.reveal(list.openRow());
            page.readAloud();
        }
    }

    Rectangle {
        x: side.x
        width: side.width
        height: parent.height
        visible: page.beside
        color: Style.colours.surface
    }

    Scroller {
        id: side

        x: Style.leftHanded ? parent.width - width : 0
        width: page.beside ? page.listWidth : 0
        height: parent.height
        visible: page.beside
        contentMargin: 6

        ThemeList {
            id: list

            width: parent.width
            themes: page.grid.themes
            current: page.grid.theme
            done: page.grid.done
            total: page.grid.total
            onPicked: code => page.grid.openTheme(code)
        }
    }

    Scroller {
        id: scroller

        x: page.beside && !Style.leftHanded ? side.width : 0
        width: parent.width - side.width
        height: parent.height - (strip.visible ? strip.height : 0)
        focus: true
        contentMargin: Style.margin
        spacing: 14

        Card {
            width: parent.width
            visible: page.renames
            padding: 16

            Field {
                width: parent.width
                label: qsTr("What do you call this place?")
                placeholder: qsTr("Square, school gate, bus stop…")
                hint: qsTr("A name of the place, not of a person.")
                text: page.grid.header.name
                onEdited: text => page.grid.header.rename(text)
            }
        }

        Card {
            width: parent.width
            visible: page.picksStop
            padding: 16
            title: qsTr("Stops of this walk")

            Flow {
                width: parent.width
                spacing: Style.gap

                Repeater {
                    model: page.grid.stops

                    Choice {
                        required property string stopId
                        required property int number
                        required property string name
                        required property int done

                        width: Math.min(implicitWidth, parent?.width ?? 0)
                        text: (name === "" ? qsTr("Stop %1").arg(number) : qsTr("Stop %1 · %2").arg(number).arg(name)) + ", " + qsTr("%n answer(s)", "", done)
                        iconName: "hand"
                        chosen: page.grid.header.stopId === stopId
                        onClicked: {
                            page.picksStop = false;
                            page.app.openGrid(stopId);
                        }
                    }
                }
            }
        }

        TextRow {
            width: parent.width
            visible: page.grid.header.otherVersion
            iconName: "triangle-alert"
            tone: "warn"
            text: qsTr("This version of the grid is not on the tablet. These are the questions of another version.")
        }

        SecondaryButton {
            width: parent.width
            visible: !page.beside
            text: qsTr("%1 · %n answer(s) out of %2", "", page.grid.done).arg(page.word(page.grid.theme, page.grid.themeLabel)).arg(page.grid.total)
            iconName: page.listOpen ? "chevron-up" : "list-checks"
            chosen: page.listOpen
            onClicked: page.listOpen = !page.listOpen
        }

        Card {
            width: parent.width
            visible: !page.beside && page.listOpen
            padding: 10

            ThemeList {
                width: parent.width
                themes: page.grid.themes
                current: page.grid.theme
                done: page.grid.done
                total: page.grid.total
                onPicked: code => page.grid.openTheme(code)
            }
        }

        Repeater {
            model: page.gone ? null : page.grid.questions

            Sliced {
                id: asked

                required property var model

                asynchronous: page.whole
                sourceComponent: GridQuestion {
                    app: page.app
                    grid: page.grid
                    key: asked.model.key
                    kind: asked.model.kind
                    question: asked.model.question
                    note: asked.model.note
                    promise: asked.model.promise
                    options: asked.model.options
                    many: asked.model.many
                    value: asked.model.value
                    count: asked.model.count
                    unseen: asked.model.unseen
                    answered: asked.model.answered
                    dissent: asked.model.dissent
                    handsOpen: asked.model.handsOpen
                    mayShowHands: asked.model.mayShowHands
                    handsFirst: asked.model.handsFirst
                    hands: asked.model.hands
                    over: asked.model.over
                    wordsToo: asked.model.wordsToo
                    mandatory: asked.model.mandatory
                    spoken: asked.model.spoken
                    earlier: asked.model.earlier
                    earlierMs: asked.model.earlierMs
                    photos: asked.model.photos
                }
            }
        }

        VoiceRows {
            width: parent.width
            voice: page.grid.voice
        }

        UnclearButton {
            app: page.app
            place: "grid"
            list: "grids"
            code: page.grid.header.gridCode
            shown: page.grid.header.gridLabel
            around: scroller
        }
    }

    VoiceStrip {
        id: strip

        x: scroller.x
        anchors.bottom: parent.bottom
        width: scroller.width
        visible: page.grid.voice.recording || page.grid.voice.fault !== ""
        voice: page.grid.voice
    }
}
