pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// Big keys for a code: no keyboard of the system is needed, and none of its signs can be mistaken.
GridLayout {
    id: pad

    property string keys: "123456789"
    property string lastKey: "0" // in the middle of the last row of digits; none for letters
    property real keyWidth: 84
    property bool erasable: true

    signal pressed(key: string)

    columns: keys.length > 12 ? Math.max(4, Math.min(10, Math.floor((width + columnSpacing) / (Math.max(Style.target, 64) + columnSpacing)))) : 3
    columnSpacing: 10
    rowSpacing: 10
    uniformCellWidths: true
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Keys")

    component Key: Touchable {
        id: key

        horizontalPadding: 4
        verticalPadding: 4
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.minimumWidth: Style.target
        Layout.preferredHeight: Math.max(Style.target, Math.round(60 * Style.textScale))

        contentItem: Words {
            text: key.text
            color: key.shownInk
            strong: true
            font.pixelSize: Style.titleSize
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
    }

    Repeater {
        model: pad.keys.split("")

        Key {
            required property string modelData

            text: modelData
            onClicked: pad.pressed(modelData)
        }
    }

    Item {
        visible: pad.lastKey !== ""
        Layout.fillWidth: true
    }

    Key {
        visible: pad.lastKey !== ""
        text: pad.lastKey
        onClicked: pad.pressed(pad.lastKey)
    }

    SquareButton {
        text: qsTr("Erase the last sign")
        iconName: "delete"
        enabled: pad.erasable
        dashed: !enabled
        implicitHeight: Math.max(Style.target, Math.round(60 * Style.textScale))
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.minimumWidth: Style.target
        Layout.columnSpan: pad.lastKey === "" ? Math.max(1, Math.min(2, pad.columns - pad.keys.length % pad.columns)) : 1
        onClicked: pad.pressed("")
    }
}
