pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Walker
import Walker.Models

// Room on the tablet, copies on a stick, and erasing in two steps. Figures come before every button.
Page {
    id: page

    required property App app
    required property Storage storage

    function megabytes(value: real): string {
        if (value >= 1000)
            return qsTr("%1 GB").arg(Qt.locale().toString(value / 1000, "f", 1));
        return qsTr("%1 MB").arg(value > 0 && value < 10 ? Qt.locale().toString(Math.max(0.1, value), "f", 1) : Qt.locale().toString(value, "f", 0));
    }

    title: qsTr("Room and copies")
    onBack: app.back()
    Component.onCompleted: storage.look()

    FolderDialog {
        id: folders

        title: qsTr("Choose where to copy")
        onAccepted: page.storage.chooseFolder(selectedFolder)
    }

    FaultWords {
        id: sentences
    }

    Figures {
        id: figures
    }

    Scroller {
        anchors.fill: parent
        focus: true
        contentMargin: Style.padding
        spacing: 20

        ErrorState {
            width: parent.width
            app: page.app
            visible: page.storage.fault !== ""
            headline: sentences.headline(page.storage.fault)
            detail: sentences.detail(page.storage.fault)
        }

        Card {
            width: parent.width
            title: page.storage.freeMb < 0 ? qsTr("Looking…") : qsTr("%1 free").arg(page.megabytes(page.storage.freeMb))
            tone: page.storage.freeMb >= 0 && page.storage.freeMb < 500 ? "danger" : "plain"
            spacing: 0

            Repeater {
                model: page.storage.parts

                LineRow {
                    required property string code
                    required property real mb
                    required property int index
                    readonly property var look: ({
                            waiting: ["cloud-upload", qsTr("Photos and voices not sent"), qsTr("They stay until the server has them.")],
                            freeable: ["images", qsTr("Large photos already received"), qsTr("Only these can make room.")],
                            previews: ["image", qsTr("Small photos"), qsTr("They stay, to be shown.")],
                            records: ["file-text", qsTr("Walks and findings"), ""],
                            backups: ["archive", qsTr("Safety copies"), ""],
                            packs: ["map", qsTr("Maps"), ""]
                        })[code]

                    width: parent?.width ?? 0
                    iconName: look[0]
                    text: look[1]
                    detail: look[2]
                    ending: page.megabytes(mb)
                    lastLine: index === page.storage.parts.count - 1
                }
            }

            Words {
                width: parent.width
                topPadding: Style.gap
                visible: page.storage.wonMb >= 0
                text: qsTr("%1 more are free. The small photos are still here.").arg(page.megabytes(page.storage.wonMb))
                color: Style.colours.ok
                strong: true
            }

            SecondaryButton {
                width: Math.min(implicitWidth, parent.width)
                visible: page.storage.freeableCount > 0
                text: qsTr("Make room: remove %n large photo(s), %1", "", page.storage.freeableCount).arg(page.megabytes(page.storage.freeableMb))
                iconName: "brush-cleaning"
                busy: page.storage.busy === "free"
                busyText: qsTr("Making room…")
                onClicked: page.storage.freeUp()
            }
        }

        Card {
            width: parent.width
            title: qsTr("Copy to a stick or a folder")

            Field {
                width: parent.width
                label: qsTr("Where to")
                text: page.storage.folder
                inputMethodHints: Qt.ImhNoPredictiveText
                onEdited: text => page.storage.typeFolder(text)
            }

            SecondaryButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Choose the folder")
                iconName: "folder-open"
                onClicked: folders.open()
            }

            Words {
                width: parent.width
                visible: page.storage.walks.count > 0
                text: qsTr("Which walk?")
                strong: true
            }

            Choice {
                width: parent.width
                visible: page.storage.walks.count > 0
                text: qsTr("All of them")
                iconName: "footprints"
                chosen: page.storage.walk === ""
                onClicked: page.storage.chooseWalk("")
            }

            Repeater {
                model: page.storage.walks

                Choice {
                    required property string walkId
                    required property string title
                    required property real atMs

                    width: parent?.width ?? 0
                    text: [title, figures.moment(atMs)].filter(part => part !== "").join(" · ")
                    iconName: "footprints"
                    chosen: page.storage.walk === walkId
                    onClicked: page.storage.chooseWalk(walkId)
                }
            }

            Flow {
                width: parent.width
                spacing: Style.gap

                Repeater {
                    model: [["gpkg", qsTr("As a map (GeoPackage)"), "layers"], ["gpx", qsTr("As a track (GPX)"), "route"], ["geojson", qsTr("As GeoJSON"), "braces"], ["whole", qsTr("Everything, photos too"), "copy"]]

                    SecondaryButton {
                        required property var modelData

                        width: Math.min(implicitWidth, parent?.width ?? 0)
                        text: modelData[1]
                        iconName: modelData[2]
                        textSize: Style.labelSize
                        busy: page.storage.busy === "copy"
                        onClicked: page.storage.copy(modelData[0])
                    }
                }
            }

            TextRow {
                width: parent.width
                iconName: "shield-user"
                text: qsTr("“Everything” also holds photos that nobody has checked. Keep the stick safe.")
                quiet: true
            }

            TextRow {
                width: parent.width
                visible: page.storage.busy === "copy"
                iconName: "loader"
                text: qsTr("Copying…")
            }

            TextRow {
                width: parent.width
                visible: page.storage.written !== ""
                iconName: "circle-check"
                tone: "ok"
                textSize: Style.bodySize
                text: qsTr("Copied: %1").arg(page.storage.written)
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }

        EraseCard {
            width: parent.width
            storage: page.storage
        }
    }
}
