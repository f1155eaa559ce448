import QtQuick
import Walker

// A square with a pictogram alone: only back, zoom, layers, recentre, brightness, − and +; `text` names it for readers.
Touchable {
    id: square

    required property string iconName

    implicitWidth: Style.buttonHeight
    implicitHeight: Style.buttonHeight
    horizontalPadding: 0
    verticalPadding: 0

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: square.iconName
            tint: square.shownInk
        }
    }
}
