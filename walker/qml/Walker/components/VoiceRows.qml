pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// Voice notes: to hear again, to keep for the office, to remove. None leaves before it was heard, or its author says to know it.
Column {
    id: rows

    required property VoiceNotes voice
    property string standing // only those held, or checked; empty: all

    spacing: Style.gap

    Repeater {
        model: rows.voice.notes

        Card {
            id: note

            required property string noteId
            required property int seconds
            required property string standing
            required property string what
            required property bool heard
            readonly property bool held: standing === "held"

            width: parent?.width ?? 0
            visible: rows.standing === "" || rows.standing === standing
            padding: 14
            border.color: held ? Style.colours.warn : Style.colours.line
            border.width: held ? Style.border : 1

            TextRow {
                width: parent.width
                iconName: note.held ? "mic" : "circle-check"
                tone: note.held ? "warn" : "ok"
                textSize: Style.bodySize
                text: (note.held ? qsTr("Voice note, %1: listen, then keep it") : qsTr("Voice note, %1: kept")).arg(times.clock(note.seconds)) + (note.what === "" ? "" : ` · ${note.what}`)
            }

            Flow {
                width: parent.width
                spacing: 10

                SecondaryButton {
                    text: rows.voice.playing === note.noteId ? qsTr("Stop listening") : qsTr("Listen")
                    iconName: rows.voice.playing === note.noteId ? "square" : "play"
                    implicitHeight: Style.target
                    horizontalPadding: 16
                    onClicked: rows.voice.play(note.noteId)
                }

                SecondaryButton {
                    visible: note.held
                    text: note.heard ? qsTr("That is right") : qsTr("I know what it says")
                    iconName: "check"
                    implicitHeight: Style.target
                    horizontalPadding: 16
                    edge: Style.colours.ok
                    onClicked: note.heard ? rows.voice.accept(note.noteId) : rows.voice.vouch(note.noteId)
                }

                SecondaryButton {
                    text: qsTr("Remove the note")
                    iconName: "trash-2"
                    implicitHeight: Style.target
                    horizontalPadding: 16
                    onClicked: rows.voice.remove(note.noteId)
                }
            }
        }
    }

    Figures {
        id: times
    }
}
