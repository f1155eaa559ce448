import QtQuick
import Walker

// Content taller than its place: dragged, or moved by two labelled buttons and the page keys, since no swipe is ever the only way.
FocusScope {
    id: scroller

    default property alias content: column.data
    property real contentMargin: Style.margin
    property real spacing: Style.gap
    readonly property bool overflows: overflow.arrows
    readonly property real pageStep: Math.max(Style.target, height * 0.8)

    function move(distance: real): void {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + distance));
    }

    function reveal(item: Item): void {
        const top = item.mapToItem(column, 0, 0).y;
        if (top < flick.contentY)
            move(top - flick.contentY);
        else if (top + item.height + 2 * contentMargin > flick.contentY + flick.height)
            move(top + item.height + 2 * contentMargin - flick.contentY - flick.height);
    }

    implicitHeight: column.implicitHeight + 2 * contentMargin
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
            move(event.key === Qt.Key_PageDown ? pageStep : -pageStep);
            event.accepted = true;
        }
    }

    Overflow {
        id: overflow

        content: flick.contentHeight
        place: scroller.height
    }

    Connections {
        target: scroller.Window.window

        function onActiveFocusItemChanged(): void {
            const item = scroller.Window.activeFocusItem;
            for (let up = item; up; up = up.parent) {
                if (up === column)
                    scroller.reveal(item);
            }
        }
    }

    Flickable {
        id: flick

        x: Style.leftHanded && scroller.overflows ? buttons.width + 8 : 0
        width: parent.width - (scroller.overflows ? buttons.width + 8 : 0)
        height: parent.height
        contentHeight: column.implicitHeight + 2 * scroller.contentMargin
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: column

            x: scroller.contentMargin
            y: scroller.contentMargin
            width: parent.width - 2 * scroller.contentMargin
            spacing: scroller.spacing
        }
    }

    Column {
        id: buttons

        x: Style.leftHanded ? 8 : parent.width - width - 8
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8
        visible: scroller.overflows
        spacing: Style.gap

        SquareButton {
            text: qsTr("Further up")
            iconName: "chevron-up"
            dashed: flick.contentY <= 0 // still reached by the keyboard, or it would lose its place there
            onClicked: scroller.move(-scroller.pageStep)
        }

        SquareButton {
            text: qsTr("Further down")
            iconName: "chevron-down"
            dashed: flick.contentY >= flick.contentHeight - flick.height - 1
            onClicked: scroller.move(scroller.pageStep)
        }
    }
}
