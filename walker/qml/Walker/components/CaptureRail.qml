pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// The capture buttons at the side of the hand that taps, landscape.
Rectangle {
    id: rail

    property list<string> kinds: ["photo", "report", "liked", "space", "stop"]
    property string photoReason // why no photo can be taken now; empty when one can

    signal captured(kind: string)

    implicitWidth: Math.round(Style.railWidth * (1 + (Style.textScale - 1) * 0.6)) + 28
    implicitHeight: column.implicitHeight + 28
    color: Style.colours.surface

    Rectangle {
        x: Style.leftHanded ? parent.width - width : 0
        width: Style.isContrast ? Style.border : 1
        height: parent.height
        color: Style.colours.line
    }

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: 14
        spacing: Style.gap

        Repeater {
            model: rail.kinds

            CaptureButton {
                required property string modelData

                kind: modelData
                reason: isAction ? rail.photoReason : ""
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: leastHeight
                Layout.verticalStretchFactor: isAction ? 3 : 2
                onClicked: rail.captured(kind)
            }
        }
    }
}
