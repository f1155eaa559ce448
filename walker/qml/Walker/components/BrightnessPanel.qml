import QtQuick
import Walker
import Walker.Models

// Darker than the night palette, for eyes that are used to the dark.
Card {
    id: panel

    required property Display display
    readonly property int most: 3

    signal closed

    title: qsTr("Brightness: %1 of %2").arg(most + 1 - display.dimming).arg(most + 1)

    Flow {
        width: parent.width
        spacing: Style.gap

        SecondaryButton {
            text: qsTr("Darker")
            iconName: "minus"
            enabled: panel.display.dimming < panel.most
            dashed: !enabled
            onClicked: panel.display.dim(1)
        }

        SecondaryButton {
            text: qsTr("Brighter")
            iconName: "plus"
            enabled: panel.display.dimming > 0
            dashed: !enabled
            onClicked: panel.display.dim(-1)
        }

        SecondaryButton {
            text: qsTr("Close")
            iconName: "x"
            onClicked: panel.closed()
        }
    }
}
