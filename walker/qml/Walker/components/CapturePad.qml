pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// The capture buttons under the map, portrait: the photo is the big one on the side of the hand that taps.
Rectangle {
    id: pad

    property list<string> kinds: ["photo", "report", "liked", "space", "stop"]
    property string photoReason
    readonly property list<string> others: kinds.filter(kind => kind !== "photo")

    signal captured(kind: string)

    implicitHeight: Math.max(Style.capturePadHeight, row.implicitHeight + 2 * Style.margin)
    color: Style.colours.surface

    Rectangle {
        width: parent.width
        height: Style.isContrast ? Style.border : 1
        color: Style.colours.line
    }

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Style.margin
        layoutDirection: Style.direction
        spacing: 14

        GridLayout {
            columns: pad.others.length > 2 ? 2 : 1
            columnSpacing: 14
            rowSpacing: 14
            uniformCellWidths: true
            uniformCellHeights: true
            layoutDirection: row.layoutDirection

            Repeater {
                model: pad.others

                CaptureButton {
                    required property string modelData

                    kind: modelData
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    onClicked: pad.captured(kind)
                }
            }
        }

        CaptureButton {
            visible: pad.kinds.includes("photo")
            kind: "photo"
            reason: pad.photoReason
            Layout.preferredWidth: pad.width * 0.37
            Layout.maximumWidth: pad.width * 0.37
            Layout.fillHeight: true
            onClicked: pad.captured(kind)
        }
    }
}
