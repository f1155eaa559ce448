import QtQuick
import Walker
import Walker.Models

// Against pockets and rain: nothing under it is touched. Two separate taps on named buttons open it; recording goes on.
FocusScope {
    id: cover

    required property LiveWalk walk
    property bool isAsking: false

    signal opened
    signal aided

    visible: false
    onVisibleChanged: {
        isAsking = false;
        if (visible)
            forceActiveFocus();
        else
            focus = false;
    }
    Keys.onPressed: event => event.accepted = event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("The screen is locked")

    Figures {
        id: figures
    }

    Timer {
        running: cover.isAsking
        interval: 10000 // one drop of rain, and much later another one, are no wish to open
        onTriggered: cover.isAsking = false
    }

    Rectangle {
        anchors.fill: parent
        color: Style.colours.bg
        opacity: 0.94
    }

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        preventStealing: true
        onWheel: wheel => wheel.accepted = true
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Style.margin
        spacing: Style.gap

        Words {
            width: parent.width
            text: qsTr("The screen is locked")
            strong: true
            font.pixelSize: Style.titleSize
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }

        Words {
            width: parent.width
            text: cover.walk.paused ? qsTr("The walk is paused.") : qsTr("The walk goes on: %1, %2").arg(figures.duration(cover.walk.seconds)).arg(figures.length(cover.walk.lengthM))
            horizontalAlignment: Text.AlignHCenter
        }
    }

    SecondaryButton {
        id: first

        x: Style.leftHanded ? parent.width - width - Style.margin : Style.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.margin
        width: Math.min(implicitWidth, parent.width - 2 * Style.margin)
        focus: true
        text: cover.isAsking ? qsTr("Keep locked") : qsTr("Unlock")
        iconName: cover.isAsking ? "lock" : "lock-open"
        onClicked: cover.isAsking = !cover.isAsking
    }

    Row {
        x: Style.leftHanded ? Style.margin : parent.width - width - Style.margin
        y: Style.margin
        visible: cover.isAsking
        spacing: Style.gap

        SecondaryButton {
            text: qsTr("Help now")
            iconName: "life-buoy"
            onClicked: cover.aided()
        }

        PrimaryButton {
            text: qsTr("Yes, open")
            iconName: "lock-open"
            onClicked: cover.opened()
        }
    }
}
