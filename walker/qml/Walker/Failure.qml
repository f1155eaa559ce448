import QtQuick
import Walker

// Opened instead of the app when its data cannot be read: what happened, what is safe, what to do.
Window {
    id: window

    required property string code
    required property string words

    width: 1000
    height: 640
    visible: true
    title: qsTr("Exploratory walks")

    Page {
        anchors.fill: parent
        title: qsTr("The app cannot open")
        backIcon: ""
        actionText: qsTr("Close")
        actionIcon: "x"
        onActed: window.close()

        Scroller {
            anchors.fill: parent
            focus: true

            ErrorState {
                width: parent.width
                headline: sentences.headline(window.code)
                detail: sentences.detail(window.code)
            }

            TextRow {
                width: parent.width
                iconName: "info"
                text: window.words
                quiet: true
            }
        }
    }

    FaultWords {
        id: sentences
    }
}
