pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// A space that could become something better: what it is, how it is, its outline, whose it is, what one would like to do there.
Page {
    id: page

    required property App app
    required property SpaceForm form
    readonly property bool short: !wide || Style.textScale > 1.3 // one word a button
    readonly property int perRow: Math.max(2, Math.min(5, Math.floor((width * (frame.beside ? 0.66 : 1)) / (150 * Style.textScale))))

    function group(): string {
        const counts = [[form.women, qsTr("%n women", "", Math.max(0, form.women))], [form.men, qsTr("%n men", "", Math.max(0, form.men))], [form.others, qsTr("%n other(s)", "", Math.max(0, form.others))]];
        const said = counts.filter(([count, words]) => count > 0).map(([count, words]) => words).join(", ");
        return said === "" ? "" : qsTr("As the group sees it: %1").arg(said);
    }

    title: qsTr("Space to requalify")
    titleIcon: "flower-2"
    tone: "req"
    subtitle: form.editing ? qsTr("Saved already. Everything is optional here.") : qsTr("A neglected place that could serve residents")
    chips: [
        StatusChip {
            text: page.form.editing ? qsTr("Kept") : qsTr("Draft kept")
            iconName: "circle-check"
            tone: "ok"
        }
    ]
    note: short ? "" : group()
    actionText: form.editing ? qsTr("Done") : qsTr("Save")
    buttons: [
        SecondaryButton {
            visible: !page.form.editing
            text: qsTr("Later")
            iconName: "clock"
            onClicked: page.form.leave()
        },
        SecondaryButton {
            text: page.short ? qsTr("Speak") : qsTr("Your idea")
            iconName: "mic"
            onClicked: page.form.voice.record()
        }
    ]
    onBack: form.leave()
    onActed: form.save()
    onUndone: app.removal.undo()

    FormFrame {
        id: frame

        anchors.top: parent.top
        anchors.bottom: strip.visible ? strip.top : parent.bottom
        width: parent.width
        focus: true
        beside: page.wide && Style.textScale < 1.5

        side: [
            OutlineCard {
                width: parent.width
                app: page.app
                form: page.form
                onDrawing: page.app.drawOutline("space")
                onWalking: {
                    page.app.drawOutline("space");
                    page.app.outline.trace();
                }
            },
            PhotoCards {
                width: parent.width
                app: page.app
                form: page.form
            },
            VoiceRows {
                width: parent.width
                voice: page.form.voice
                standing: "held"
            },
            VoiceRows {
                width: parent.width
                voice: page.form.voice
                standing: "checked"
            },
            PlaceCard {
                width: parent.width
                form: page.form
                onMoving: page.app.placeOnMap("space")
            },
            GhostButton {
                text: page.form.editing ? qsTr("Delete") : qsTr("Throw away")
                iconName: "trash-2"
                onClicked: page.form.editing ? page.form.remove() : page.form.throwAway()
            },
            UnclearButton {
                app: page.app
                place: "space"
                list: page.form.kind === "" ? "" : "space_kinds"
                code: page.form.kind
                shown: [page.title, page.subtitle].filter(part => part !== "").join(". ")
                around: frame
                pictures: "space_kinds"
                width: Math.min(implicitWidth, parent.width)
            }
        ]

        Words {
            width: parent.width
            text: qsTr("What kind of place?")
            strong: true
        }

        TileGrid {
            objectName: "tiles"
            width: parent.width
            model: page.form.kinds
            tone: "req"
            chosenCodes: [page.form.kind]
            columns: page.perRow
            limit: page.perRow === 5 ? 5 : 6
            showAll: page.form.kindAt >= limit - 1
            onPicked: code => page.form.pickKind(code)
        }

        ChoiceGroup {
            width: parent.width
            question: qsTr("This place is…")
            hint: qsTr("one, two or three answers")
            multiple: true
            model: page.form.qualityChoices
            chosenCodes: page.form.qualities.split("\n")
            onPicked: code => page.form.toggleQuality(code)
        }

        LongChoices {
            width: parent.width
            form: page.form
            field: "owners"
            question: qsTr("Whose is it?")
            choices: page.form.ownerKinds
            chosen: page.form.owners
            onPicked: code => page.form.toggleOwner(code)
        }

        Column {
            width: parent.width
            spacing: 8

            Words {
                width: parent.width
                text: qsTr("The ground today")
                strong: true
            }

            SegmentedScale {
                width: parent.width
                name: qsTr("The ground today")
                model: page.form.groundChoices
                chosenCode: page.form.ground
                onPicked: code => page.form.pickGround(code)
            }
        }

        LongChoices {
            width: parent.width
            form: page.form
            field: "wanted_uses"
            question: qsTr("What we would like to do here")
            choices: page.form.wantedUses
            chosen: page.form.wanted
            onPicked: code => page.form.toggleOf("wanted_uses", code)
        }

        SpaceDetails {
            width: parent.width
            form: page.form
        }
    }

    VoiceStrip {
        id: strip

        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.form.voice.recording || page.form.voice.fault !== ""
        voice: page.form.voice
    }
}
