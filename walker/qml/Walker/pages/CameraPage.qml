pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// The viewfinder, with the shutter by the hand that taps. Nothing lies over the picture but what helps to frame it.
// Space, Enter and the volume keys are the shutter too. Without a camera the same big button opens the files.
FocusScope {
    id: page

    required property App app
    required property PhotoTaking taking
    required property Viewfinder finder
    readonly property bool beside: width >= Style.wideFrom || width > height
    readonly property bool sees: finder.state === "ready"
    readonly property bool waits: finder.state === "off" || finder.state === "starting"

    property bool aids: false

    signal back
    signal undone
    signal aided

    function act(): void {
        if (!shutter.enabled)
            return;
        if (sees)
            taking.shoot();
        else
            picker.open();
    }

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Camera")
    onBack: app.back()
    onUndone: taking.undo()
    Keys.onReturnPressed: page.act()
    Keys.onEnterPressed: page.act()
    Keys.onVolumeUpPressed: page.act()
    Keys.onVolumeDownPressed: page.act()
    Keys.onEscapePressed: page.back()
    Keys.onBackPressed: page.back()
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.matches(StandardKey.Undo))
            page.undone();
        else if (event.key === Qt.Key_Camera)
            page.act();
        else
            event.accepted = false;
    }

    Figures {
        id: figures
    }

    FaultWords {
        id: sentences
    }

    PhotoPicker {
        id: picker

        onPicked: files => page.taking.bring(files)
    }

    ViewfinderView {
        id: view

        x: page.beside && Style.leftHanded ? rail.width : 0
        width: parent.width - (page.beside ? rail.width : 0)
        height: parent.height - (page.beside ? 0 : rail.height)
        finder: page.finder
        before: page.taking.before
        ghost: page.taking.ghost

        Flow {
            id: tools

            x: Style.margin
            y: Style.margin
            width: parent.width - 2 * x
            spacing: 10
            layoutDirection: Style.direction

            SquareButton {
                text: qsTr("Back")
                iconName: "arrow-left"
                onClicked: page.back()
            }

            SecondaryButton {
                objectName: "aid"
                visible: page.aids
                text: qsTr("Help now")
                iconName: "life-buoy"
                danger: true
                onClicked: page.aided()
            }

            StatusChip {
                width: Math.min(implicitWidth, tools.width)
                height: Math.max(Style.buttonHeight, implicitHeight)
                radius: 14
                text: !page.taking.located ? qsTr("No position") : isNaN(page.taking.accuracyM) ? qsTr("Position known") : figures.doubt(page.taking.accuracyM)
                iconName: page.taking.located ? "locate" : "locate-off"
                tone: page.taking.located ? "ok" : "warn"
            }

            StatusChip {
                width: Math.min(implicitWidth, tools.width)
                height: Math.max(Style.buttonHeight, implicitHeight)
                radius: 14
                visible: page.taking.low
                text: qsTr("Only %1 MB left").arg(page.taking.freeMb)
                iconName: "hard-drive"
                tone: "danger"
                announced: true
            }

            SecondaryButton {
                width: Math.min(implicitWidth, tools.width)
                visible: page.sees
                text: qsTr("Several photos")
                iconName: page.taking.several ? "circle-check" : "images"
                chosen: page.taking.several
                onClicked: page.taking.toggleSeveral()
            }

            SecondaryButton {
                width: Math.min(implicitWidth, tools.width)
                visible: page.sees && !page.taking.full
                text: qsTr("Take from the files")
                iconName: "folder-open"
                onClicked: picker.open()
            }

            SecondaryButton {
                width: Math.min(implicitWidth, tools.width)
                visible: page.taking.before.toString() !== ""
                text: page.taking.ghost ? qsTr("Hide the earlier photo") : qsTr("Show the earlier photo")
                iconName: page.taking.ghost ? "eye-off" : "eye"
                onClicked: page.taking.toggleGhost()
            }
        }

        EmptyState {
            readonly property var words: ({
                    none: [qsTr("This tablet has no camera"), qsTr("Choose photos from its files, or go on without a photo.")],
                    refused: [qsTr("The app may not use the camera"), qsTr("Allow it in the tablet’s settings, then try again. Files work meanwhile.")],
                    busy: [qsTr("Another program uses the camera"), qsTr("Close it, then try again. Files work meanwhile.")],
                    failed: [qsTr("The camera does not answer"), qsTr("Everything is kept. Add the photo later, or choose a file.")],
                    starting: [qsTr("The camera is starting"), qsTr("One moment.")]
                })[page.waits ? "starting" : page.finder.state] ?? ["", ""]

            anchors.centerIn: parent
            width: Math.min(560, parent.width - 2 * Style.margin)
            visible: !page.sees && notes.y - tools.y - tools.height > implicitHeight
            iconName: page.waits ? "camera" : "camera-off"
            pictureTone: page.waits ? "primary" : "warn"
            headline: words[0]
            detail: words[1]
            actionText: page.waits || page.finder.state === "none" ? "" : qsTr("Try again")
            actionIcon: "rotate-cw"
            onActed: page.finder.again()
        }

        Column {
            id: notes

            x: Style.margin
            width: parent.width - 2 * x
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Style.margin
            spacing: Style.gap

            Rectangle {
                width: parent.width
                height: problems.implicitHeight + 24
                visible: page.taking.full || page.taking.fault !== "" || page.taking.refused.count > 0
                radius: 14
                color: Style.colours.dangerSoft
                border.width: Style.isContrast ? Style.border : 0
                border.color: Style.colours.danger

                Column {
                    id: problems

                    x: 16
                    y: 12
                    width: parent.width - 2 * x
                    spacing: 8

                    TextRow {
                        width: parent.width
                        visible: page.taking.full || page.taking.fault !== ""
                        iconName: "circle-alert"
                        tone: "danger"
                        textSize: Style.bodySize
                        text: page.taking.full ? sentences.photo("photos_stopped") : sentences.photo(page.taking.fault)
                        Accessible.role: Accessible.AlertMessage
                        Accessible.name: text
                    }

                    Repeater {
                        model: page.taking.refused

                        TextRow {
                            required property string name
                            required property string code

                            width: problems.width
                            iconName: "file-x"
                            tone: "danger"
                            text: qsTr("%1: %2").arg(name).arg(sentences.photo(code))
                        }
                    }
                }
            }

            Rectangle {
                id: taken

                readonly property color ink: Style.isNight ? Style.colours.ink : Style.colours.surface

                width: parent.width
                height: line.implicitHeight + 16
                visible: page.taking.count > 0
                radius: 18
                color: Style.isNight ? Style.colours.raised : Style.colours.ink
                border.width: Style.isNight ? 2 : 0
                border.color: Style.colours.ctl

                GridLayout {
                    id: line

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.margins: 8
                    anchors.verticalCenter: parent.verticalCenter
                    columns: taken.width > 860 * Style.textScale ? 2 : 1
                    layoutDirection: Style.direction
                    columnSpacing: 14
                    rowSpacing: 8

                    RowLayout {
                        spacing: 14
                        Layout.fillWidth: true

                        PhotoView {
                            source: page.taking.lastShot
                            Layout.preferredWidth: 96
                            Layout.preferredHeight: 72
                        }

                        Words {
                            id: kept

                            text: qsTr("%n photo(s) kept", "", page.taking.count)
                            color: taken.ink
                            strong: true
                            Layout.fillWidth: true
                            Accessible.role: Accessible.AlertMessage
                            onTextChanged: Accessible.announce(kept.text, Accessible.Polite)
                        }
                    }

                    RowLayout {
                        spacing: 14
                        uniformCellSizes: line.columns === 1
                        Layout.fillWidth: line.columns === 1

                        SecondaryButton {
                            text: qsTr("Undo")
                            iconName: "undo-2"
                            fill: taken.color
                            pressedFill: "transparent"
                            ink: taken.ink
                            edge: taken.ink
                            ring: Style.isNight ? Style.colours.focus : Style.day.action
                            Layout.fillWidth: true
                            onClicked: page.taking.undo()
                        }

                        SecondaryButton {
                            text: qsTr("Go on")
                            iconName: "arrow-right"
                            Layout.fillWidth: true
                            onClicked: page.taking.goOn()
                        }
                    }
                }
            }

            Rectangle {
                width: parent.width
                height: hint.implicitHeight + 24
                visible: page.taking.count === 0 && !page.taking.full && page.taking.fault === "" && page.taking.refused.count === 0
                radius: 14
                color: Style.isNight ? Style.colours.raised : Style.colours.ink

                TextRow {
                    id: hint

                    x: 16
                    y: 12
                    width: parent.width - 2 * x
                    iconName: "shield-check"
                    textSize: Style.bodySize
                    ink: Style.isNight ? Style.colours.ink : Style.colours.surface
                    text: qsTr("Faces and number plates are blurred before anything leaves. Frame the place, not the people.")
                }
            }
        }
    }

    Rectangle {
        id: rail

        readonly property int side: Math.round(Style.railWidth * (1 + (Style.textScale - 1) * 0.6))

        x: page.beside && !Style.leftHanded ? parent.width - width : 0
        y: page.beside ? 0 : parent.height - height
        width: page.beside ? side + 28 : parent.width
        height: page.beside ? parent.height : Math.max(Style.capturePadHeight, grid.implicitHeight + 2 * Style.margin)
        color: Style.colours.surface

        Rectangle {
            x: page.beside && Style.leftHanded ? parent.width - width : 0
            width: page.beside ? (Style.isContrast ? Style.border : 1) : parent.width
            height: page.beside ? parent.height : (Style.isContrast ? Style.border : 1)
            color: Style.colours.line
        }

        GridLayout {
            id: grid

            anchors.fill: parent
            anchors.margins: 14
            flow: page.beside ? GridLayout.TopToBottom : GridLayout.LeftToRight
            rows: page.beside ? 3 : 1
            columns: page.beside ? 1 : 3
            layoutDirection: page.beside || !Style.leftHanded ? Qt.LeftToRight : Qt.RightToLeft
            columnSpacing: 14
            rowSpacing: 14

            RailButton {
                readonly property bool shown: page.finder.hasFlash && page.sees

                opacity: shown ? 1 : 0 // keeps its place: the shutter never moves
                enabled: shown
                Accessible.ignored: !shown
                text: page.taking.flash ? qsTr("Flash on") : qsTr("Flash off")
                iconName: page.taking.flash ? "zap" : "zap-off"
                Layout.fillWidth: true
                Layout.alignment: page.beside ? Qt.AlignTop : Qt.AlignVCenter
                onClicked: page.taking.toggleFlash()
            }

            RailButton {
                text: qsTr("Without a photo")
                iconName: "camera-off"
                Layout.row: page.beside ? 2 : 0
                Layout.column: page.beside ? 0 : 1
                Layout.fillWidth: true
                Layout.alignment: page.beside ? Qt.AlignBottom : Qt.AlignVCenter
                onClicked: page.app.withoutPhoto()
            }

            ShutterButton {
                id: shutter

                focus: true
                text: page.sees || page.waits ? qsTr("Take the photo") : qsTr("Choose files")
                iconName: page.sees || page.waits ? "camera" : "folder-open"
                caption: page.taking.saving ? qsTr("Saving…") : page.sees || page.waits ? "" : text
                reason: page.taking.full ? qsTr("No room for photos") : page.waits ? qsTr("One moment…") : ""
                enabled: reason === "" && !page.taking.saving
                Layout.row: page.beside ? 1 : 0
                Layout.column: page.beside ? 0 : 2
                Layout.fillWidth: page.beside
                Layout.fillHeight: true
                Layout.preferredWidth: page.beside ? -1 : page.width * 0.37
                Layout.maximumHeight: 220
                Layout.alignment: Qt.AlignCenter
                onClicked: page.act()
            }
        }
    }
}
