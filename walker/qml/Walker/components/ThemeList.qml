pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// The pages of a grid: answered (check), all of it not observed (bar), to do (ring), and the one that is open (arrow).
Column {
    id: list

    required property var themes // rows of code, label, iconName, standing, done, total
    required property string current
    required property int done
    required property int total

    signal picked(code: string)

    function word(code: string, label: string): string {
        return label !== "" ? label : code === "promises" ? qsTr("What is promised here") : code === "others" ? qsTr("Other answers") : code;
    }

    function standingWords(standing: string, done: int, total: int): string {
        if (standing === "done")
            return qsTr("answered");
        return standing === "unseen" ? qsTr("not observed") : qsTr("%1 out of %2").arg(done).arg(total);
    }

    function openRow(): Item {
        for (let index = 0; index < repeater.count; ++index) {
            const row = repeater.itemAt(index) as Theme;
            if (row && row.here)
                return row;
        }
        return list;
    }

    function walk(from: int, step: int): void {
        const item = repeater.itemAt(from + step);
        if (item)
            item.forceActiveFocus(Qt.TabFocusReason);
    }

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages of the grid")

    Item {
        width: parent.width
        height: words.implicitHeight

        Words {
            id: words

            text: qsTr("%n answer(s) out of %1", "", list.done).arg(list.total)
            width: Math.min(implicitWidth, parent.width)
            color: Style.colours.ink2
            font.pixelSize: Style.smallSize
        }

        ProgressLine {
            x: words.width + 12
            width: parent.width - x
            anchors.verticalCenter: parent.verticalCenter
            visible: width > 40
            value: list.total > 0 ? list.done / list.total : 0
        }
    }

    Repeater {
        id: repeater

        model: list.themes

        Theme {}
    }

    component Theme: Touchable {
        id: theme

        required property int index
        required property string code
        required property string label
        required property string standing
        required property int done
        required property int total
        readonly property bool here: list.current === code

        width: parent?.width ?? 0
        text: qsTr("%1, %2").arg(list.word(code, label)).arg(list.standingWords(standing, done, total))
        ink: here ? Style.colours.primaryInk : Style.colours.ink
        fill: here ? Style.colours.primarySoft : "transparent"
        edge: down || (here && Style.isContrast) ? Style.colours.ctl : "transparent"
        horizontalPadding: 12
        Accessible.role: Accessible.PageTab
        Accessible.selected: here
        onClicked: list.picked(code)
        Keys.onUpPressed: list.walk(index, -1)
        Keys.onDownPressed: list.walk(index, 1)

        contentItem: RowLayout {
            spacing: 12

            Icon {
                name: theme.here ? "arrow-right" : theme.standing === "done" ? "circle-check" : theme.standing === "unseen" ? "circle-minus" : "circle"
                size: Style.smallIconSize
                tint: theme.here ? theme.ink : theme.standing === "done" ? Style.colours.ok : Style.colours.ink2
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }

            Words {
                text: list.word(theme.code, theme.label)
                color: theme.ink
                strong: true
                font.pixelSize: Style.secondarySize
                Layout.fillWidth: true
                Accessible.ignored: true
            }

            Words {
                visible: theme.standing === "todo" && theme.done > 0
                text: qsTr("%1/%2").arg(theme.done).arg(theme.total)
                color: Style.colours.ink2
                font.pixelSize: Style.smallSize
                Accessible.ignored: true
            }
        }
    }
}
