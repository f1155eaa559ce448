import QtQuick
import Walker

// Rows of any number, made as they come on screen; moved by a finger or by two buttons, which the keyboard meets before
// the rows: going through them moves the list.
FocusScope {
    id: list

    required property var model
    required property Component delegate // its width is that of `ListView.view`; what has the focus there is shown whole
    property alias margin: view.x
    property alias spacing: view.spacing
    readonly property bool overflows: overflow.arrows

    function reveal(index: int): void {
        view.positionViewAtIndex(Math.max(0, index), ListView.Contain);
    }

    Accessible.role: Accessible.List

    Overflow {
        id: overflow

        content: view.contentHeight
        place: list.height
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

        anchors.top: parent.top
        anchors.bottom: moves.visible ? moves.top : parent.bottom
        anchors.bottomMargin: moves.visible ? Style.gap : 0
        x: Style.gap
        width: parent.width - 2 * x
        clip: true
        spacing: 4
        reuseItems: false
        // Rows that Qt makes ahead are still being made when a choice makes the list shorter, and it complains.
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        model: list.model
        delegate: list.delegate
    }
}
