import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// Something to look at before the walk begins, with what mends it and « Skip »: nothing of it holds the walk back.
GridLayout {
    id: row

    required property StartChecks checks
    required property string code // map, grid, storage, battery, position
    required property string standing
    required property int value
    readonly property var looks: ({
            map: ["map", qsTr("The map of this place is not on the tablet. The walk is recorded all the same.")],
            grid: ["list-checks", qsTr("This grid is not on the tablet. The common grid is used.")],
            storage: ["hard-drive", qsTr("Little room left: %1 MB. Photos need 500.").arg(value)],
            battery: ["battery-low", qsTr("Battery at %1 %. Take a power bank.").arg(value)],
            position: ["locate", checks.trying ? qsTr("Looking for the position. Go outside under the open sky.") : qsTr("The position was not tried yet.")]
        })

    columns: width < 520 * Style.textScale ? 1 : 2
    layoutDirection: Style.direction
    columnSpacing: Style.gap
    rowSpacing: 4

    TextRow {
        id: words

        iconName: row.looks[row.code][0]
        tone: row.standing === "wrong" ? "warn" : "plain"
        text: row.looks[row.code][1]
        Layout.fillWidth: true
    }

    Row {
        id: buttons

        spacing: Style.gap
        Layout.alignment: Qt.AlignRight | Qt.AlignVCenter

        GhostButton {
            visible: row.code === "position" && !row.checks.trying
            text: qsTr("Try it")
            textSize: Style.labelSize
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: row.checks.tryPosition()
        }

        GhostButton {
            text: qsTr("Skip")
            textSize: Style.labelSize
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            Accessible.name: qsTr("Skip: %1").arg(words.text)
            onClicked: row.checks.skip(row.code)
        }
    }
}
