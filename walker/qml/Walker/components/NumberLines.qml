pragma ComponentBehavior: Bound

import QtQuick
import Walker

// Whom to call: large figures, and who answers. `model` has the roles number, label.
Flow {
    id: lines

    required property var model
    property bool beside: false // several in a row, where they are not the page's matter

    spacing: Style.gap

    Repeater {
        model: lines.model

        Row {
            id: line

            required property string number
            required property string label

            width: lines.beside ? Math.min(implicitWidth, lines.width) : lines.width
            spacing: lines.beside ? 8 : 16

            Words {
                id: figures

                text: line.number
                strong: true
                font.pixelSize: lines.beside ? Style.sectionSize : Style.numberSize
            }

            Words {
                width: lines.beside ? Math.min(implicitWidth, lines.width - figures.width - line.spacing) : line.width - figures.width - line.spacing
                height: Math.max(figures.height, implicitHeight)
                text: line.label
                font.pixelSize: lines.beside ? Style.secondarySize : Style.bodySize
            }
        }
    }
}
