pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// A report: a picture for what is wrong, then, if one wants, where exactly, how much it hinders and whose place it is.
Page {
    id: page

    required property App app
    required property ReportForm form
    readonly property bool detailed: form.detailed
    readonly property bool liked: form.kind === "liked"
    readonly property bool short: !wide || Style.textScale > 1.3 // one word a button
    readonly property bool guided: form.guidance !== ""

    title: detailed && form.categoryLabel !== "" ? form.categoryLabel : liked ? qsTr("What do you like here?") : qsTr("What is wrong?")
    titleIcon: detailed ? form.categoryIcon : ""
    tone: !detailed || form.categoryLabel === "" ? "plain" : liked ? "pos" : "sig"
    subtitle: guided ? "" : form.editing ? qsTr("Saved already. Everything is optional here.") : detailed ? qsTr("Everything is optional here. What you enter is kept at once.") : qsTr("Touch a picture. You can write or speak afterwards.")
    chips: [
        ReadAloudButton {
            app: page.app
            word: qsTr("Listen")
            text: [page.title, page.form.categoryLabel, page.form.warning, page.form.duplicate.asked ? qsTr("Already reported %1 from here?").arg(figures.length(page.form.duplicate.metres)) : ""].filter(part => part !== "").join(". ")
        },
        StatusChip {
            visible: !page.guided && page.form.hasPlace && !isNaN(page.form.accuracyM)
            text: page.form.doubtful ? qsTr("Weak GPS, %1").arg(figures.doubt(page.form.accuracyM)) : figures.doubt(page.form.accuracyM)
            iconName: page.form.doubtful ? "locate" : "locate-fixed"
            tone: page.form.doubtful ? "warn" : "ok"
        },
        StatusChip {
            visible: !page.guided // nothing is
            text: qsTr("Kept")
            iconName: "circle-check"
            tone: "ok"
        }
    ]
    note: short || detailed ? "" : form.category === "" && !liked ? qsTr("Without a picture: to complete later") : [form.categoryLabel, form.address].filter(part => part !== "").join(" · ")
    actionText: guided ? "" : form.editing ? qsTr("Done") : qsTr("Save")
    showsBar: !guided
    buttons: [
        SecondaryButton {
            text: page.form.voice.recording ? qsTr("Stop") : page.short ? qsTr("Speak") : qsTr("Voice note")
            iconName: page.form.voice.recording ? "square" : "mic"
            onClicked: page.form.voice.record()
        },
        SecondaryButton {
            text: page.detailed ? qsTr("Pictures") : page.short ? qsTr("Details") : qsTr("More details")
            iconName: page.detailed ? "layout-grid" : "sliders-horizontal"
            onClicked: page.form.toggleDetails()
        },
        SecondaryButton {
            text: page.form.editing ? qsTr("Delete") : qsTr("Throw away")
            iconName: "trash-2"
            onClicked: page.form.editing ? page.form.remove() : page.form.throwAway()
        }
    ]
    onBack: {
        if (guided)
            form.closeGuidance();
        else
            form.leave();
    }
    onActed: form.save()
    onUndone: app.removal.undo()

    Figures {
        id: figures
    }

    Scroller {
        anchors.fill: parent
        visible: page.guided

        Sliced {
            active: page.guided && !page.gone
            sourceComponent: GuidanceCard {
                app: page.app
                form: page.form
                onClosed: page.form.closeGuidance()
            }
        }
    }

    FormFrame {
        id: frame

        anchors.top: parent.top
        anchors.bottom: notices.top
        width: parent.width
        visible: !page.guided
        focus: true
        beside: page.wide && Style.textScale < 1.5

        side: [
            PhotoCards {
                width: parent.width
                app: page.app
                form: page.form
            },
            PlaceCard {
                width: parent.width
                form: page.form
                onMoving: page.app.placeOnMap("report")
            },
            VoiceRows {
                width: parent.width
                voice: page.form.voice
                standing: "checked"
            },
            UnclearButton {
                app: page.app
                place: "report"
                list: page.form.category === "" ? "" : "categories"
                code: page.form.category
                shown: [page.title, page.subtitle].join(". ")
                around: frame
                pictures: page.detailed ? "" : "categories"
                width: Math.min(implicitWidth, parent.width)
            }
        ]

        CategoryPicker {
            width: parent.width
            visible: !details.made
            form: page.form
        }

        Sliced {
            id: details

            active: page.detailed && !page.gone
            sourceComponent: ReportDetails {
                form: page.form
                squares: page.app.reference
                onDrawing: page.app.drawOutline("report")
            }
        }
    }

    Rectangle {
        anchors.fill: notices
        visible: notices.visible
        color: Style.colours.surface

        Rectangle {
            width: parent.width
            height: Style.isContrast ? Style.border : 1
            color: Style.colours.line
        }
    }

    ReportNotices {
        id: notices

        anchors.bottom: parent.bottom
        width: parent.width
        height: empty || page.guided ? 0 : Math.min(implicitHeight, parent.height * 0.6)
        visible: !empty && !page.guided
        form: page.form
    }
}
