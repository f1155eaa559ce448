pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What must be seen beside the pictures, always at the same place above the bar: is it known already, what to mind, who
// may read it, whom it helps to call, and the voice note under way. Tiles never move under a finger.
Scroller {
    id: notices

    required property ReportForm form
    readonly property bool speaking: form.voice.recording || form.voice.fault !== ""
    readonly property bool empty: !speaking && form.voice.waiting === 0 && !form.duplicate.asked && form.warning === "" && form.readers === "" && form.referralNumbers.count === 0

    contentMargin: empty ? 0 : Style.margin
    visible: !empty

    Figures {
        id: figures
    }

    VoiceStrip {
        width: parent.width
        visible: notices.speaking
        voice: notices.form.voice
    }

    VoiceRows {
        width: parent.width
        visible: notices.form.voice.waiting > 0
        voice: notices.form.voice
        standing: "held"
    }

    DuplicateCard {
        width: parent.width
        visible: notices.form.duplicate.asked
        title: qsTr("Already reported %1 from here?").arg(figures.length(notices.form.duplicate.metres))
        detail: [notices.form.categoryLabel, figures.day(notices.form.duplicate.atMs)].filter(part => part !== "").join(" · ")
        photo: notices.form.duplicate.photo
        onSame: notices.form.meToo()
        onOther: notices.form.notTheSame()
        onVisibleChanged: {
            if (visible)
                Accessible.announce(title, Accessible.Polite);
        }
    }

    TextRow {
        width: parent.width
        visible: notices.form.warning !== ""
        iconName: "triangle-alert"
        tone: "danger"
        textSize: Style.bodySize
        text: notices.form.warning
    }

    TextRow {
        width: parent.width
        visible: notices.form.readers !== ""
        iconName: "lock"
        text: notices.form.readers === "cell" ? qsTr("Only the GUP team reads it.") : qsTr("Only the GUP team and who removes it read it.")
    }

    Column {
        width: parent.width
        visible: notices.form.referralNumbers.count > 0
        spacing: 4

        Words {
            width: parent.width
            text: qsTr("To talk about it, free of charge:")
            color: Style.colours.ink2
            font.pixelSize: Style.secondarySize
        }

        NumberLines {
            width: parent.width
            beside: true
            model: notices.form.referralNumbers
        }
    }
}
