pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// How many set out, once, at the start: so that the same number comes home.
Card {
    id: card

    required property Headcount headcount
    readonly property bool isCounted: headcount.counted || headcount.count > 0

    title: qsTr("How many are you?")
    padding: 14

    Flow {
        width: parent.width
        spacing: Style.gap

        SquareButton {
            text: qsTr("One fewer")
            iconName: "minus"
            enabled: card.headcount.count > 0
            dashed: !enabled
            onClicked: card.headcount.say(card.headcount.count - 1)
        }

        Words {
            width: Math.round(72 * Style.textScale)
            height: Style.buttonHeight
            text: card.isCounted ? String(card.headcount.count) : "–"
            strong: true
            font.pixelSize: Style.numberSize
            horizontalAlignment: Text.AlignHCenter
            Accessible.name: card.isCounted ? text : qsTr("Not counted yet")
        }

        SquareButton {
            text: qsTr("One more")
            iconName: "plus"
            onClicked: card.headcount.say(card.headcount.count + 1)
        }

        SecondaryButton {
            text: qsTr("+ 5")
            onClicked: card.headcount.say(card.headcount.count + 5)
        }

        PrimaryButton {
            visible: card.isCounted
            text: qsTr("That is right")
            iconName: "check"
            onClicked: {
                card.headcount.say(card.headcount.count);
                card.headcount.done();
            }
        }

        SecondaryButton {
            text: qsTr("Do not count")
            iconName: "x"
            onClicked: card.headcount.done()
        }
    }
}
