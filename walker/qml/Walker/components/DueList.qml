pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What is to be looked at again, as a list of any length; moved by a finger or by two buttons, which the keyboard meets
// before the rows: going through them moves the list.
FocusScope {
    id: list

    required property ReturnVisit visit
    readonly property bool overflows: view.contentHeight > height - order.y - order.height - 2 * Style.gap

    signal picked(report: string)

    function reveal(): void {
        view.positionViewAtIndex(Math.max(0, visit.at), ListView.Contain);
    }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Findings to look at again")
    Component.onCompleted: reveal()

    Connections {
        target: list.visit

        function onChanged(): void {
            Qt.callLater(list.reveal);
        }
    }

    TextRow {
        id: order

        x: Style.margin
        y: Style.gap
        width: parent.width - 2 * x
        visible: list.visit.total > 0
        iconName: list.visit.onTheWay ? "route" : "navigation"
        quiet: true
        text: list.visit.onTheWay ? qsTr("In the order of the walk") : qsTr("From the nearest to the farthest")
    }

    Row {
        id: moves

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.gap
        x: Style.leftHanded ? Style.gap : parent.width - width - Style.gap
        visible: list.overflows
        spacing: Style.gap

        SquareButton {
            text: qsTr("Further up")
            iconName: "chevron-up"
            enabled: !view.atYBeginning
            dashed: !enabled
            onClicked: view.contentY = Math.max(view.originY, view.contentY - view.height * 0.8)
        }

        SquareButton {
            text: qsTr("Further down")
            iconName: "chevron-down"
            enabled: !view.atYEnd
            dashed: !enabled
            onClicked: view.contentY = Math.min(view.originY + view.contentHeight - view.height, view.contentY + view.height * 0.8)
        }
    }

    ListView {
        id: view

        anchors.top: order.bottom
        anchors.topMargin: Style.gap
        anchors.bottom: moves.visible ? moves.top : parent.bottom
        anchors.bottomMargin: moves.visible ? Style.gap : 0
        x: Style.gap
        width: parent.width - 2 * x
        clip: true
        spacing: 4
        reuseItems: false
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        model: list.visit.rows

        delegate: DueRow {
            id: row

            required property int index
            required property string reportId

            width: view.width
            chosen: reportId === list.visit.reportId
            onClicked: list.picked(reportId)
            onActiveFocusChanged: {
                if (activeFocus)
                    view.positionViewAtIndex(row.index, ListView.Contain);
            }
        }
    }
}
