import QtQuick
import Walker

// A pictogram over a word: categories, kinds, "who is here". Chosen = thick edge and a check, not colour alone.
Touchable {
    id: tile

    required property string iconName
    property string code // of its list; empty: none
    property string detail // a few words more, smaller
    property bool compact: false // where height is scarce
    property string tone: "sig"
    property bool multiple: false // one of several that may be chosen together
    readonly property color accent: Style.isContrast ? Style.colours.ink : Style.tone(tone)

    implicitHeight: Math.max(Math.round((compact ? 104 : 120) * Style.iconScale), implicitContentHeight + 2 * verticalPadding)
    horizontalPadding: 5
    radius: 18
    fill: !chosen ? Style.colours.surface : Style.isContrast ? Style.colours.warnSoft : Style.soft(tone)
    edge: chosen ? accent : Style.colours.ctl
    choosable: true
    Accessible.role: multiple ? Accessible.CheckBox : Accessible.RadioButton

    contentItem: Item {
        implicitWidth: words.implicitWidth
        implicitHeight: column.implicitHeight

        Column {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            spacing: tile.compact ? 2 : 8

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: tile.iconName
                size: tile.compact ? Style.iconSize : Style.tileIconSize
                stroke: Style.bigIconStroke
                tint: tile.reason === "" ? tile.accent : tile.shownInk
            }

            Words {
                id: words

                width: parent.width
                text: tile.shownText
                color: tile.shownInk
                strong: true
                font.pixelSize: Style.labelSize
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }

            Words {
                width: parent.width
                visible: text !== ""
                text: tile.detail
                color: Style.colours.ink2
                font.pixelSize: Style.smallSize
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }

    Icon {
        anchors.top: parent.top
        anchors.right: parent.right
        anchors.margins: Style.borderChosen + 4
        visible: tile.chosen
        name: "circle-check"
        size: Style.iconSize
        tint: tile.accent
    }
}
