pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What is no report: whom to call, in large figures. Nothing is written about it.
Card {
    id: card

    required property ReportForm form

    signal closed

    title: form.guidance
    tone: "danger"

    Words {
        width: parent.width
        text: card.form.guidanceText
    }

    Repeater {
        model: card.form.guidanceNumbers

        Row {
            id: line

            required property string number
            required property string label

            width: parent?.width ?? 0
            spacing: 16

            Words {
                id: figures

                text: line.number
                strong: true
                font.pixelSize: Style.numberSize
            }

            Words {
                width: line.width - figures.width - line.spacing
                height: figures.height
                text: line.label
            }
        }
    }

    SecondaryButton {
        text: qsTr("Back to the pictures")
        iconName: "arrow-left"
        onClicked: card.closed()
    }
}
