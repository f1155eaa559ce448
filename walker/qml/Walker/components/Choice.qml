import QtQuick
import QtQuick.Layouts
import Walker

// One answer among several. Chosen: the pictogram gives way to a check and the edge thickens.
Touchable {
    id: choice

    property string iconName
    property bool multiple: false

    implicitHeight: Math.max(Style.buttonHeight, implicitContentHeight + 2 * verticalPadding)
    horizontalPadding: 16
    fill: !chosen ? Style.colours.surface : Style.isContrast ? Style.colours.warnSoft : Style.colours.primarySoft
    edge: chosen ? Style.colours.primary : Style.colours.ctl
    choosable: true
    Accessible.role: multiple ? Accessible.CheckBox : Accessible.RadioButton

    contentItem: RowLayout {
        spacing: 12

        Icon {
            name: choice.chosen ? "circle-check" : choice.iconName === "" ? "circle" : choice.iconName
            tint: choice.chosen ? Style.colours.primaryInk : choice.shownInk
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }

        Words {
            text: choice.shownText
            color: choice.shownInk
            strong: true
            font.pixelSize: Style.labelSize
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
