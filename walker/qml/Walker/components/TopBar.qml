import QtQuick
import QtQuick.Layouts
import Walker

// Where one is, the way back, and the state of the tablet. Grows a second row when words are large.
Rectangle {
    id: bar

    required property string title
    property string subtitle
    property string titleIcon
    property string tone: "plain"
    property string backIcon: "arrow-left" // "menu" during a walk; empty: no button
    property string backText: qsTr("Back")
    property bool aids: false // a group is out: help is one touch away, in the same corner of every page
    property alias chips: flow.data
    readonly property real backWidth: backButton.visible ? backButton.width + 16 : 8
    readonly property real chipsWidth: flow.visibleChildren.reduce((sum, chip) => sum + chip.implicitWidth, 0) + flow.spacing * Math.max(0, flow.visibleChildren.length - 1)
    readonly property real aidWidth: aids ? aid.implicitWidth + Style.gap : 0
    readonly property bool oneRow: backWidth + words.implicitWidth + chipsWidth + aidWidth + 3 * Style.margin <= width

    signal back
    signal aided

    implicitHeight: Math.max(Style.topBarHeight, Style.target + 8, aids ? aid.implicitHeight + 8 : 0, grid.implicitHeight + 16)
    color: Style.colours.surface

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Style.isContrast ? Style.border : 1
        color: Style.colours.line
    }

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Style.leftHanded ? Style.margin + bar.aidWidth : bar.backWidth + 8
        anchors.rightMargin: Style.leftHanded ? bar.backWidth + 8 : Style.margin + bar.aidWidth
        anchors.verticalCenter: parent.verticalCenter
        columns: bar.oneRow ? 2 : 1
        layoutDirection: Style.direction
        rowSpacing: 4
        columnSpacing: Style.gap

        ColumnLayout {
            id: words

            spacing: 0
            Layout.fillWidth: true

            RowLayout {
                spacing: 10

                Icon {
                    visible: name !== ""
                    name: bar.titleIcon
                    tint: Style.tone(bar.tone)
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                }

                Words {
                    text: bar.title
                    color: Style.tone(bar.tone)
                    strong: true
                    font.pixelSize: Style.titleSize
                    Layout.fillWidth: true
                    Accessible.role: Accessible.Heading
                }
            }

            Words {
                visible: text !== ""
                text: bar.subtitle
                color: Style.colours.ink2
                font.pixelSize: Style.smallSize
                Layout.fillWidth: true
            }
        }

        Flow {
            id: flow

            spacing: Style.gap
            layoutDirection: Style.direction
            visible: children.length > 0 // not visibleChildren: hidden with its page, it would never come back
            Layout.fillWidth: !bar.oneRow
            Layout.preferredWidth: bar.oneRow ? bar.chipsWidth : -1
        }
    }

    Touchable {
        id: backButton

        x: Style.leftHanded ? parent.width - width - 8 : 8
        width: Math.max(72, Style.target)
        height: Style.target
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.backIcon !== ""
        text: bar.backText
        fill: "transparent"
        edge: down ? Style.colours.ctl : "transparent"
        onClicked: bar.back()

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: bar.backIcon
                size: 34
                tint: Style.colours.primaryInk
            }
        }
    }

    SecondaryButton {
        id: aid

        objectName: "aid"
        x: Style.leftHanded ? Style.margin : parent.width - width - Style.margin
        y: bar.oneRow ? (parent.height - height) / 2 : 4
        visible: bar.aids
        text: qsTr("Help now")
        iconName: "life-buoy"
        danger: true
        implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
        horizontalPadding: 16
        textSize: Style.labelSize
        onClicked: bar.aided()
    }
}
