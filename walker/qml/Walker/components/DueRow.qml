import QtQuick
import QtQuick.Layouts
import Walker

// One finding to look at again, in the list: dashed while it is due, in the colour of its verdict once it was seen.
Touchable {
    id: row

    required property string label
    required property string place
    required property string iconName
    required property int distanceM // -1: not known
    required property string standing
    required property string verdict
    required property string verdictLabel
    required property real seenMs
    readonly property var tones: ({
            resolved: "ok",
            persists: "revoir",
            worse: "sig"
        })
    readonly property var answers: ({
            done: qsTr("said to be done"),
            planned: qsTr("planned"),
            waiting: qsTr("waiting"),
            refused: qsTr("not retained")
        })
    readonly property string tone: tones[verdict] ?? "revoir"
    readonly property bool seen: tones[verdict] !== undefined
    readonly property string away: distanceM < 0 ? "" : distanceM < 30 ? qsTr("here, %1 m away").arg(distanceM) : qsTr("%1 away").arg(figures.length(distanceM))
    readonly property string detail: verdict !== "" ? [verdictLabel, qsTr("seen at %1").arg(figures.hour(seenMs))].join(" · ") : [away, answers[standing] ?? ""].filter(part => part !== "").join(" · ")

    text: [label || qsTr("Without a category"), place].filter(part => part !== "").join(", ")
    implicitHeight: Math.max(84, implicitContentHeight + 2 * verticalPadding)
    horizontalPadding: 14
    fill: chosen ? Style.colours.revoirSoft : "transparent"
    edge: chosen ? Style.colours.revoir : down ? Style.colours.ctl : "transparent"
    choosable: true
    Accessible.role: Accessible.RadioButton
    Accessible.name: [text, detail].filter(part => part !== "").join(", ")

    Figures {
        id: figures
    }

    contentItem: RowLayout {
        spacing: 12

        Item {
            Layout.preferredWidth: Math.round(52 * Style.iconScale)
            Layout.preferredHeight: Layout.preferredWidth

            Rectangle {
                anchors.fill: parent
                visible: row.seen
                radius: 10
                color: Style.soft(row.tone)
                border.width: 3
                border.color: Style.tone(row.tone)
            }

            DashedBox {
                anchors.fill: parent
                visible: !row.seen
                radius: 10
                edgeWidth: 3
                edge: Style.colours.revoir
            }

            Icon {
                anchors.centerIn: parent
                name: row.iconName
                tint: Style.tone(row.tone)
            }
        }

        ColumnLayout {
            spacing: 2

            Words {
                text: row.text
                strong: true
                font.pixelSize: Style.labelSize
                Layout.fillWidth: true
                Accessible.ignored: true
            }

            Words {
                visible: text !== ""
                text: row.detail
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
}
