import QtQuick
import Walker

// One map or list of addresses: what it covers, its size, who made it; in use, or set aside.
Card {
    id: card

    required property string fileName
    required property string name
    required property string kind // map, addresses
    required property string theme
    required property real sizeMb
    required property real wideKm
    required property real highKm
    required property bool here
    required property bool aside
    required property string problem
    required property string credits
    readonly property string themeWords: ({
            day: qsTr("day"),
            night: qsTr("night"),
            contrast: qsTr("high contrast")
        })[theme] ?? ""

    signal removing
    signal returning
    signal deleting

    function number(value: real): string {
        return Qt.locale().toString(Math.max(0.1, value), "f", value < 10 ? 1 : 0);
    }

    spacing: 8

    LineRow {
        width: parent.width
        iconName: card.kind === "map" ? "map" : "map-pin"
        text: card.themeWords === "" ? card.name : qsTr("%1 – %2").arg(card.name).arg(card.themeWords)
        detail: [card.kind === "addresses" ? qsTr("Addresses") : "", isNaN(card.wideKm) ? "" : qsTr("%1 × %2 km").arg(card.number(card.wideKm)).arg(card.number(card.highKm)), qsTr("%1 MB").arg(card.number(card.sizeMb)), card.credits].filter(part => part !== "").join(" · ")
        tone: card.problem !== "" ? "danger" : card.aside ? "plain" : "ok"
        ending: card.problem !== "" ? qsTr("Cannot be read") : card.aside ? qsTr("Set aside") : card.here ? qsTr("Where you are") : qsTr("In use")
        endingIcon: card.problem !== "" ? "circle-alert" : card.aside ? "archive" : card.here ? "map-pin" : "check"
        lastLine: true
    }

    Flow {
        width: parent.width
        spacing: Style.gap
        layoutDirection: Style.leftHanded ? Qt.LeftToRight : Qt.RightToLeft

        SecondaryButton {
            width: Math.min(implicitWidth, parent?.width ?? 0)
            visible: !card.aside
            text: qsTr("Set aside: %1").arg(card.name)
            iconName: "archive"
            textSize: Style.labelSize
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: card.removing()
        }

        SecondaryButton {
            width: Math.min(implicitWidth, parent?.width ?? 0)
            visible: card.aside
            text: qsTr("Put back: %1").arg(card.name)
            iconName: "archive-restore"
            textSize: Style.labelSize
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: card.returning()
        }

        SecondaryButton {
            width: Math.min(implicitWidth, parent?.width ?? 0)
            visible: card.aside
            danger: true
            text: qsTr("Delete for good")
            iconName: "trash-2"
            textSize: Style.labelSize
            implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
            onClicked: card.deleting()
        }
    }
}
