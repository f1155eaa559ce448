import QtQuick
import QtQuick.Layouts
import Walker
import Walker.Models

// How far the sending is, or what waits for it: a count, a size, a bar, and a button that stops it at any moment.
Column {
    id: view

    required property SyncStatus status

    function headline(): string {
        if (!status.busy)
            return status.waiting > 0 ? qsTr("%n to send", "", status.waiting) : status.receivedBefore > 0 || status.lastSyncMs > 0 ? qsTr("Everything is sent") : qsTr("Nothing to send yet");
        switch (status.phase) {
        case "":
            return qsTr("Calling the server…");
        case "pulled":
            return qsTr("Receiving: %1").arg(status.phaseDone);
        case "carried":
            return qsTr("For others: what this tablet carries");
        case "records":
            return qsTr("Sending: %1 of %2").arg(Math.min(status.phaseDone, status.phaseTotal)).arg(status.phaseTotal);
        default:
            return qsTr("Photos: %1 of %2").arg(status.phaseDone).arg(status.phaseTotal);
        }
    }

    function detail(): string {
        if (!status.busy && status.paused && status.waiting > 0)
            return qsTr("Paused: nothing leaves by itself until you send.");
        if (!status.busy)
            return status.waiting > 0 ? (status.mediaBytes > 0 ? qsTr("About %1, of which %2 of photos").arg(figures.size(status.waitingBytes)).arg(figures.size(status.mediaBytes)) : qsTr("About %1").arg(figures.size(status.waitingBytes))) : "";
        if (status.stopping)
            return qsTr("Stopping…");
        const parts = [status.bytesTotal > 0 ? qsTr("%1 of %2").arg(figures.size(status.bytesDone)).arg(figures.size(status.bytesTotal)) : "", status.minutesLeft > 0 ? qsTr("about %n minute(s)", "", status.minutesLeft) : "", qsTr("You can go on working.")];
        return parts.filter(part => part !== "").join(" · ");
    }

    spacing: Style.gap

    Figures {
        id: figures
    }

    GridLayout {
        id: grid

        width: parent.width
        columns: width >= 520 * Style.textScale ? 3 : 2
        columnSpacing: 16
        rowSpacing: Style.gap

        Icon {
            name: view.status.busy ? "refresh-cw" : view.status.waiting > 0 ? "cloud-upload" : "circle-check"
            size: Style.tileIconSize
            stroke: Style.bigIconStroke
            tint: view.status.busy || view.status.waiting > 0 ? Style.colours.primaryInk : Style.colours.ok
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Layout.alignment: Qt.AlignTop
        }

        ColumnLayout {
            spacing: 4
            Layout.fillWidth: true

            Words {
                text: view.headline()
                strong: true
                font.pixelSize: Style.sectionSize
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
            }

            Words {
                visible: text !== ""
                text: view.detail()
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
                Layout.fillWidth: true
            }
        }

        SecondaryButton {
            visible: view.status.busy
            text: qsTr("Pause")
            iconName: "pause"
            reason: view.status.stopping ? qsTr("Stopping…") : ""
            Layout.columnSpan: grid.columns === 2 ? 2 : 1
            onClicked: view.status.stop()
        }
    }

    ProgressLine {
        width: parent.width
        visible: view.status.busy && view.status.progress >= 0
        value: Math.max(0, view.status.progress)
    }
}
