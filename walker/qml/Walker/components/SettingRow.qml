import QtQuick
import QtQuick.Layouts
import Walker

// One setting: what it is, in a few words why, and its choices beside it, or below when words are large.
Card {
    id: row

    required property string question
    required property var model
    property string hint
    property alias chosenCodes: group.chosenCodes
    property alias answerWidth: group.answerWidth
    readonly property bool beside: width >= 760 * Style.textScale

    signal picked(code: string)

    padding: 14

    GridLayout {
        width: parent.width
        columns: row.beside ? 2 : 1
        layoutDirection: Style.direction
        columnSpacing: 20
        rowSpacing: 8

        ColumnLayout {
            spacing: 2
            Layout.preferredWidth: row.beside ? 220 * Style.textScale : -1
            Layout.fillWidth: !row.beside

            Words {
                text: row.question
                strong: true
                Layout.fillWidth: true
                Accessible.ignored: true // the choices say it
            }

            Words {
                visible: text !== ""
                text: row.hint
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
                Layout.fillWidth: true
            }
        }

        ChoiceGroup {
            id: group

            question: row.question
            model: row.model
            titled: false
            Layout.fillWidth: true
            onPicked: code => row.picked(code)
        }
    }
}
