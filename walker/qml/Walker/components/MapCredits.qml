import QtQuick
import Walker

// Who made the map: on every map that fills a page, beside the buttons that move it.
Words {
    id: credits

    property Item arrows
    readonly property bool after: arrows !== null && parent !== null && arrows.x < parent.width / 2

    x: after ? arrows.x + arrows.width + Style.gap : Style.margin
    width: (parent?.width ?? 0) - (arrows?.width ?? 0) - 2 * Style.margin - Style.gap
    anchors.bottom: parent?.bottom
    anchors.bottomMargin: Style.margin
    horizontalAlignment: after ? Text.AlignRight : Text.AlignLeft
    font.pixelSize: Style.smallSize
    color: Style.colours.mapLabel
    style: Text.Outline
    styleColor: Style.colours.mapHalo
}
