import QtQuick
import QtQuick.Layouts
import Walker

// A disk trouble, over every page until it is read: never a toast that vanishes.
Rectangle {
    id: bar

    required property string code
    required property string words

    signal closed

    implicitHeight: row.implicitHeight + 24
    color: Style.colours.dangerSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentences.headline(code)

    FaultWords {
        id: sentences
    }

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Style.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16

        TextRow {
            iconName: "circle-alert"
            tone: "danger"
            textSize: Style.bodySize
            text: bar.code === "" ? "" : `${sentences.headline(bar.code)}. ${sentences.detail(bar.code)}`
            Layout.fillWidth: true
        }

        SecondaryButton {
            text: qsTr("Understood")
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: bar.closed()
        }
    }
}
