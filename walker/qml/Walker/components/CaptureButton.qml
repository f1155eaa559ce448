import QtQuick
import Walker

// One thing to record during a walk. Its kind gives word, pictogram and colour, the same everywhere.
Touchable {
    id: capture

    required property string kind // photo, report, liked, space, stop
    readonly property bool isAction: kind === "photo"
    readonly property var looks: ({
            photo: ["camera", "plain", qsTr("Photo")],
            report: ["flag", "sig", qsTr("Report")],
            liked: ["heart", "pos", qsTr("Place we like")],
            space: ["flower-2", "req", qsTr("Space to requalify")],
            stop: ["hand", "primary", qsTr("Stop")]
        })

    readonly property color actionFill: Style.isNight ? Qt.darker(Style.colours.action, 1.18) : Style.colours.action // it is large: not to dazzle
    readonly property int leastIcon: 26
    readonly property int wantedIcon: Math.round((isAction ? 54 : 40) * Style.iconScale)
    readonly property int leastHeight: Math.max(Style.target, words.implicitHeight + leastIcon + column.spacing + 2 * verticalPadding)

    text: looks[kind][2]
    implicitHeight: Math.max(Style.captureHeight, implicitContentHeight + 2 * verticalPadding)
    horizontalPadding: 6
    radius: 18
    ink: isAction ? Style.colours.inkOnAction : Style.colours.ink
    fill: isAction && reason === "" ? actionFill : Style.colours.surface
    edge: isAction && reason === "" ? Style.colours.actionEdge : Style.colours.ctl
    pressedFill: isAction ? Qt.darker(Style.colours.action, 1.12) : Style.colours.sunken

    contentItem: Item {
        implicitWidth: words.implicitWidth
        implicitHeight: capture.wantedIcon + column.spacing + words.implicitHeight

        Column {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            spacing: 6

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: capture.looks[capture.kind][0]
                size: Math.max(capture.leastIcon, Math.min(capture.wantedIcon, capture.availableHeight - words.implicitHeight - column.spacing))
                stroke: Style.bigIconStroke
                tint: capture.isAction ? capture.shownInk : Style.tone(capture.looks[capture.kind][1])
            }

            Words {
                id: words

                width: parent.width
                text: capture.shownText
                color: capture.shownInk
                strong: true
                font.pixelSize: capture.isAction && capture.reason === "" ? Style.sectionSize : Style.labelSize
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
