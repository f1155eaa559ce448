import QtQuick
import Walker

// Every component in every state, for developers and tests; the app never opens it. `sheet` tells which ones.
Page {
    id: gallery

    property string sheet: "Buttons" // Buttons, Choices, Cards, Map, Capture
    readonly property bool fills: sheet === "Capture"
    readonly property url sheetFile: Qt.resolvedUrl(`gallery/${sheet}Sheet.qml`)

    title: "Composants et états"
    subtitle: sheet
    showsBar: !fills
    actionText: "Enregistrer"
    note: "Encombrants · rue Cavé"
    chips: [
        StatusChip {
            text: "Enregistré"
            iconName: "circle-check"
            tone: "ok"
        },
        StatusChip {
            text: "Hors ligne"
            iconName: "wifi-off"
        }
    ]
    buttons: [
        SecondaryButton {
            text: "Note vocale"
            iconName: "mic"
        },
        SecondaryButton {
            text: "Plus de détails"
            iconName: "sliders-horizontal"
        }
    ]

    NavRail {
        id: rooms

        readonly property bool side: gallery.wide

        vertical: side
        width: side ? implicitWidth : parent.width
        height: side ? parent.height : implicitHeight
        y: side ? 0 : parent.height - height
        current: "home"
        counts: ({
                revisit: 11,
                sync: 9
            })
        model: ListModel {
            ListElement {
                code: "home"
                label: "Accueil"
                iconName: "house"
            }
            ListElement {
                code: "revisit"
                label: "À revoir"
                iconName: "history"
            }
            ListElement {
                code: "sync"
                label: "Envoyer"
                iconName: "refresh-cw"
            }
            ListElement {
                code: "display"
                label: "Affichage"
                iconName: "settings"
            }
        }
    }

    Item {
        x: rooms.side ? rooms.width : 0
        width: parent.width - x
        height: parent.height - (rooms.side ? 0 : rooms.height)

        Scroller {
            anchors.fill: parent
            visible: !gallery.fills
            focus: true

            Loader {
                width: parent.width
                source: gallery.fills ? "" : gallery.sheetFile
            }
        }

        Loader {
            anchors.fill: parent
            source: gallery.fills ? gallery.sheetFile : ""
        }
    }
}
