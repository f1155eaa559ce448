import QtQuick
import QtQuick.Shapes
import Walker

// Where the tablet is: a dot with a ring that stays in sight under a mark, the way it heads, and a circle as wide as the doubt.
Item {
    id: mark

    property real heading: NaN // degrees from north; NaN: unknown
    property real doubt: 0 // radius of the accuracy circle in pixels
    readonly property point anchorPoint: Qt.point(width / 2, height / 2)

    implicitWidth: Math.max(104, 2 * doubt)
    implicitHeight: implicitWidth
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("You are here")

    Rectangle {
        anchors.centerIn: parent
        width: 2 * mark.doubt
        height: width
        radius: width / 2
        color: Qt.alpha(Style.colours.me, 0.16)
        border.width: 2
        border.color: Qt.alpha(Style.colours.me, 0.5)
    }

    Rectangle {
        anchors.centerIn: parent
        width: 68
        height: 68
        radius: 34
        color: "transparent"
        border.width: 3
        border.color: Style.colours.me
    }

    Item {
        anchors.fill: parent
        visible: !isNaN(mark.heading)
        rotation: isNaN(mark.heading) ? 0 : mark.heading

        Shape {
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height / 2 - 52
            width: 24
            height: 20

            ShapePath {
                fillColor: Style.colours.me
                strokeColor: "transparent"

                PathSvg {
                    path: "M12,0 L24,20 H0 Z"
                }
            }
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: 38
        height: 38
        radius: 19
        color: Style.colours.me
        border.width: 5
        border.color: Style.colours.mapHalo
    }
}
