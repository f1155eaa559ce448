pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Walker

// Words typed by hand, on one line or several, with what they are for above and what is wrong with them below.
FocusScope {
    id: field

    required property string label
    property string text
    property string placeholder
    property string hint
    property string error
    property string iconName
    property bool multiline: false
    property int inputMethodHints: Qt.ImhNone
    readonly property Item input: loader.item as Item

    signal edited(text: string)

    implicitWidth: 320
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: 8

        Words {
            width: parent.width
            visible: text !== ""
            text: field.label
            strong: true
            font.pixelSize: Style.labelSize
            Accessible.ignored: true
        }

        Loader {
            id: loader

            width: parent.width
            focus: true
            sourceComponent: field.multiline ? manyLines : oneLine
        }

        TextRow {
            width: parent.width
            visible: text !== ""
            iconName: field.error === "" ? "shield-user" : "circle-alert"
            text: field.error === "" ? field.hint : field.error
            tone: field.error === "" ? "plain" : "danger"
            quiet: field.error === ""
        }
    }

    Component {
        id: oneLine

        Basic.TextField {
            id: line

            focus: true
            implicitHeight: Math.max(Style.buttonHeight, contentHeight + 24)
            leftPadding: 18
            rightPadding: 18
            text: field.text
            placeholderText: field.placeholder
            placeholderTextColor: Style.colours.ink2
            color: Style.colours.ink
            selectionColor: Style.colours.primary
            selectedTextColor: Style.colours.inkOnPrimary
            font.pixelSize: Style.bodySize
            inputMethodHints: field.inputMethodHints
            verticalAlignment: TextInput.AlignVCenter
            Accessible.name: field.label
            Accessible.description: field.error
            onTextEdited: field.edited(text)

            background: ControlFrame {
                edge: field.error === "" ? Style.colours.ctl : Style.colours.danger
                edgeWidth: line.activeFocus ? Style.borderChosen : Style.border
                ringed: line.activeFocus
            }
        }
    }

    Component {
        id: manyLines

        Basic.TextArea {
            id: area

            property bool filling: true // what the page puts in is not an edit

            function fill(): void {
                if (text === field.text)
                    return;
                filling = true;
                text = field.text;
                filling = false;
            }

            focus: true
            implicitHeight: Math.max(Style.buttonHeight * 2, contentHeight + topPadding + bottomPadding)
            padding: 18
            placeholderText: field.placeholder
            placeholderTextColor: Style.colours.ink2
            color: Style.colours.ink
            selectionColor: Style.colours.primary
            selectedTextColor: Style.colours.inkOnPrimary
            font.pixelSize: Style.bodySize
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.Wrap
            inputMethodHints: field.inputMethodHints
            Accessible.name: field.label
            Accessible.description: field.error
            Keys.priority: Keys.BeforeItem
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason) // asked then: items come and go
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            onTextChanged: {
                if (!filling)
                    field.edited(text);
            }
            Component.onCompleted: {
                text = field.text;
                filling = false;
            }

            Connections {
                target: field

                function onTextChanged(): void {
                    area.fill();
                }
            }

            background: ControlFrame {
                edge: field.error === "" ? Style.colours.ctl : Style.colours.danger
                edgeWidth: area.activeFocus ? Style.borderChosen : Style.border
                ringed: area.activeFocus
            }
        }
    }
}
