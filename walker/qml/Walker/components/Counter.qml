import QtQuick
import Walker

// − n +. Below zero nothing was collected, which is shown as a dash and is not zero: − goes from the dash to 0, and from 0 back to it.
Row {
    id: counter

    required property string name // what is counted, for readers
    property int value: -1
    property bool over: false // more than there can be: said beside it, never blocked

    signal counted(value: int)

    spacing: 10
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    SquareButton {
        width: Style.target
        height: Style.target
        text: counter.value === 0 ? qsTr("Not collected: %1").arg(counter.name) : counter.value < 0 ? qsTr("None: %1").arg(counter.name) : qsTr("One fewer: %1").arg(counter.name)
        iconName: "minus"
        ink: Style.colours.primaryInk
        onClicked: counter.counted(counter.value < 0 ? 0 : counter.value - 1)
    }

    Words {
        width: Math.round(50 * Style.textScale)
        height: Style.target
        text: counter.value < 0 ? "–" : String(counter.value)
        strong: true
        color: counter.over ? Style.colours.warn : Style.colours.ink
        font.pixelSize: Style.numberSize
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Style.bodySize
        horizontalAlignment: Text.AlignHCenter
        Accessible.name: counter.value < 0 ? qsTr("Not collected") : text
    }

    SquareButton {
        width: Style.target
        height: Style.target
        text: qsTr("One more: %1").arg(counter.name)
        iconName: "plus"
        ink: Style.colours.primaryInk
        enabled: counter.value < 999
        dashed: !enabled
        onClicked: counter.counted(Math.max(0, counter.value) + 1)
    }
}
