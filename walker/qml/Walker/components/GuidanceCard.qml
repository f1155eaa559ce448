pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What is no report: whom to call, in large figures. Nothing is written about it.
Card {
    id: card

    required property ReportForm form
    property App app: null // without it nothing is read aloud

    signal closed

    function aloud(): string {
        const lines = [form.guidance, form.guidanceText];
        for (let index = 0; index < numbers.there; index++) {
            const line = numbers.itemAt(index);
            if (line) // not yet, while the page is made
                lines.push(`${spelt(line.number)}, ${line.label}`); // qmllint disable missing-property
        }
        return lines.filter(part => part !== "").join(". ");
    }

    function spelt(number: string): string { // 39 19, as it is said
        return number.length === 4 ? number.replace(/(\d\d)(\d\d)/, "$1 $2") : number.replace(/(\d{3})(\d{3})/, "$1 $2");
    }

    title: form.guidance
    tone: "danger"

    Words {
        width: parent.width
        text: card.form.guidanceText
    }

    Repeater {
        id: numbers

        property int there: 0

        model: card.form.guidanceNumbers
        onItemAdded: there += 1
        onItemRemoved: there -= 1

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

    ReadAloudButton {
        app: card.app
        text: card.aloud()
    }

    UnclearButton {
        visible: card.app !== null
        app: card.app
        place: "guidance"
        shown: [card.form.guidance, card.form.guidanceText].join(". ")
        width: Math.min(implicitWidth, parent.width)
    }

    SecondaryButton {
        visible: !card.form.editing && (card.form.photos.count > 0 || card.form.voice.notes.count > 0) // taken before one knew
        text: qsTr("Throw away what was taken here")
        iconName: "trash-2"
        onClicked: card.form.throwAway()
    }

    SecondaryButton {
        text: qsTr("Back to the pictures")
        iconName: "arrow-left"
        onClicked: card.closed()
    }
}
