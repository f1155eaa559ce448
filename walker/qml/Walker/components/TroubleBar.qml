pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// A disk trouble, over every page until it is read: never a toast that vanishes.
Rectangle {
    id: bar

    required property App app
    required property string code
    required property string words
    readonly property string sentence: code === "" ? "" : `${sentences.headline(code)}. ${sentences.detail(code)}`

    signal closed

    implicitHeight: row.implicitHeight + 24
    color: Style.colours.dangerSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentences.headline(code)
    onSentenceChanged: {
        if (sentence !== "")
            app.speech.appear(sentence, Style.isNight);
    }

    FaultWords {
        id: sentences
    }

    Loader {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Style.margin
        anchors.verticalCenter: parent.verticalCenter
        active: bar.visible
        sourceComponent: RowLayout {
            spacing: 16
            layoutDirection: Style.direction

            TextRow {
                iconName: "circle-alert"
                tone: "danger"
                textSize: Style.bodySize
                text: bar.sentence
                Layout.fillWidth: true
            }

            ReadAloudButton {
                app: bar.app
                word: qsTr("Listen")
                text: bar.sentence
                Layout.maximumWidth: bar.width * 0.3
            }

            SecondaryButton {
                text: qsTr("Understood")
                implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
                onClicked: bar.closed()
            }
        }
    }
}
