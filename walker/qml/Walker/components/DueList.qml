pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// What is to be looked at again, as a list of any length.
FocusScope {
    id: list

    required property ReturnVisit visit

    signal picked(report: string)

    function reveal(): void {
        rows.reveal(visit.at);
    }

    Component.onCompleted: reveal()

    Connections {
        target: list.visit

        function onChanged(): void {
            shown.restart();
        }
    }

    Timer {
        id: shown // a call put off would outlive the list

        interval: 0
        onTriggered: list.reveal()
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

    LongList {
        id: rows

        anchors.top: order.bottom
        anchors.topMargin: Style.gap
        anchors.bottom: parent.bottom
        width: parent.width
        model: list.visit.rows
        Accessible.name: qsTr("Findings to look at again")

        delegate: DueRow {
            id: row

            required property int index
            required property string reportId

            width: ListView.view?.width ?? 0
            chosen: reportId === list.visit.reportId
            onClicked: list.picked(reportId)
            onActiveFocusChanged: {
                if (activeFocus)
                    rows.reveal(row.index);
            }
        }
    }
}
