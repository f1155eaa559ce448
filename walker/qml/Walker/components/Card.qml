import QtQuick
import Walker

// A sheet of the page with, perhaps, a heading.
Rectangle {
    id: card

    property string title
    property string tone: "plain"
    default property alias content: column.data
    property real padding: Style.padding
    property real spacing: Style.gap

    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding
    color: Style.colours.surface
    border.color: Style.colours.line
    border.width: Style.isContrast ? Style.border : 1
    radius: Style.radiusCard

    Column {
        id: column

        x: card.padding
        y: card.padding
        width: card.width - 2 * card.padding
        spacing: card.spacing

        Words {
            visible: text !== ""
            width: parent.width
            text: card.title
            color: Style.tone(card.tone)
            strong: true
            font.pixelSize: Style.sectionSize
            Accessible.role: Accessible.Heading
        }
    }
}
