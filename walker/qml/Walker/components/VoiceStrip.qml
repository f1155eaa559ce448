pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// A voice note being spoken: time, how loud, and the whole strip to touch to stop. Says why when nothing can be heard.
Column {
    id: strip

    required property VoiceNotes voice

    spacing: 8

    Touchable {
        id: stop

        width: parent.width
        visible: strip.voice.recording
        text: qsTr("Touch: stop")
        fill: Style.colours.surface
        edge: Style.colours.danger
        radius: 18
        horizontalPadding: 14
        verticalPadding: 10
        implicitHeight: implicitContentHeight + 2 * verticalPadding
        Accessible.name: qsTr("Stop the voice note")
        onClicked: strip.voice.stop()

        contentItem: RowLayout {
            spacing: 14

            Rectangle {
                color: Style.colours.danger
                radius: width / 2
                Layout.preferredWidth: Style.target
                Layout.preferredHeight: Style.target

                Rectangle {
                    anchors.centerIn: parent
                    width: 24
                    height: 24
                    radius: 4
                    color: Style.colours.surface
                }
            }

            ColumnLayout {
                spacing: 2

                Words {
                    text: qsTr("%1 · I am listening").arg(times.clock(strip.voice.seconds))
                    strong: true
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }

                Words {
                    text: qsTr("Touch: stop. %1 at most.").arg(times.clock(strip.voice.mostSeconds))
                    color: Style.colours.ink2
                    font.pixelSize: Style.secondarySize
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
            }

            Row {
                spacing: 5
                visible: stop.width > 420 * Style.textScale
                Layout.preferredHeight: 48

                Repeater {
                    model: strip.voice.bars

                    Rectangle {
                        required property int level

                        anchors.verticalCenter: parent?.verticalCenter
                        width: 6
                        height: 8 + level * 0.4
                        radius: 3
                        color: Style.colours.danger
                    }
                }
            }
        }
    }

    TextRow {
        width: parent.width
        visible: strip.voice.recording
        iconName: "shield-user"
        quiet: true
        text: qsTr("Describe the place and what hinders. Name and describe no person.")
    }

    TextRow {
        width: parent.width
        visible: strip.voice.fault !== ""
        iconName: "mic-off"
        tone: "danger"
        text: strip.voice.fault === "" ? "" : sentences.voice(strip.voice.fault)
    }

    FaultWords {
        id: sentences
    }

    Figures {
        id: times
    }
}
