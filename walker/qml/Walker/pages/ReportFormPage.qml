pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// A report: a picture for what is wrong, then, if one wants, where exactly, how much it hinders and whose place it is.
Page {
    id: page

    required property App app
    required property ReportForm form
    property bool detailed: false
    readonly property bool liked: form.kind === "liked"

    title: form.categoryLabel !== "" ? form.categoryLabel : liked ? qsTr("What do you like here?") : qsTr("What is wrong?")
    titleIcon: form.categoryLabel !== "" ? form.categoryIcon : ""
    tone: form.categoryLabel === "" ? "plain" : liked ? "pos" : "sig"
    subtitle: form.editing ? qsTr("Saved already. Everything is optional here.") : qsTr("Touch a picture. What you enter is kept at once.")
    chips: [
        StatusChip {
            text: qsTr("Kept")
            iconName: "circle-check"
            tone: "ok"
        }
    ]
    actionText: form.guidance === "" ? qsTr("Save") : ""
    showsBar: form.guidance === ""
    buttons: [
        SecondaryButton {
            text: page.detailed ? qsTr("Pictures") : qsTr("More details")
            iconName: page.detailed ? "layout-grid" : "sliders-horizontal"
            onClicked: page.detailed = !page.detailed
        },
        SecondaryButton {
            text: page.form.editing ? qsTr("Close without changing") : qsTr("Throw away")
            iconName: "trash-2"
            onClicked: page.form.throwAway()
        }
    ]
    onBack: {
        if (form.guidance !== "")
            form.closeGuidance();
        else
            form.leave();
    }
    onActed: form.save()

    Scroller {
        anchors.fill: parent
        visible: page.form.guidance !== ""

        GuidanceCard {
            app: page.app
            width: parent.width
            form: page.form
            onClosed: page.form.closeGuidance()
        }
    }

    FormFrame {
        anchors.fill: parent
        visible: page.form.guidance === ""
        focus: true
        beside: page.wide

        side: [
            PhotoCards {
                width: parent.width
                form: page.form
            },
            PlaceCard {
                width: parent.width
                form: page.form
                onMoving: page.app.placeOnMap("report")
            }
        ]

        TextRow {
            width: parent.width
            visible: page.form.warning !== ""
            iconName: "triangle-alert"
            tone: "danger"
            textSize: Style.bodySize
            text: page.form.warning
        }

        Column {
            width: parent.width
            visible: !page.detailed
            spacing: 20

            Row {
                visible: page.form.family !== "" && !page.liked
                width: parent.width
                spacing: 16

                SecondaryButton {
                    id: up

                    width: Math.min(implicitWidth, parent.width * 0.6)
                    text: qsTr("All pictures")
                    iconName: "arrow-left"
                    onClicked: page.form.openFamily("")
                }

                Words {
                    width: parent.width - up.width - 16
                    height: up.height
                    text: page.form.familyLabel
                    strong: true
                    font.pixelSize: Style.sectionSize
                }
            }

            TileGrid {
                objectName: "tiles"
                width: parent.width
                model: page.form.tiles
                tone: page.liked ? "pos" : "sig"
                chosenCodes: page.form.category === "" ? [] : [page.form.category]
                limit: Style.textScale > 1.5 ? 6 : 0
                onPicked: code => page.form.pickCategory(code)
            }

            Words {
                visible: page.form.family === ""
                width: parent.width
                text: qsTr("More pictures, by family")
                strong: true
                font.pixelSize: Style.sectionSize
            }

            TileGrid {
                objectName: "families"
                visible: page.form.family === ""
                width: parent.width
                model: page.form.families
                tone: "primary"
                onPicked: code => page.form.openFamily(code)
            }
        }

        Loader {
            width: parent.width
            active: page.detailed
            visible: active
            sourceComponent: ReportDetails {
                form: page.form
            }
        }
    }
}
