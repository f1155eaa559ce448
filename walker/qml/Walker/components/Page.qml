import QtQuick
import Walker

// The frame of every screen: title, content, bar with its one yellow button. Enter acts, Esc goes back, Ctrl+Z undoes.
// Declared in the order the keyboard walks: content, bar, top bar.
FocusScope {
    id: page

    required property string title
    property alias subtitle: topBar.subtitle
    property alias titleIcon: topBar.titleIcon
    property alias tone: topBar.tone
    property alias backIcon: topBar.backIcon
    property alias backText: topBar.backText
    property alias chips: topBar.chips
    property alias aids: topBar.aids
    default property alias content: body.data
    property alias buttons: bar.buttons
    property alias note: bar.note
    property alias actionText: bar.actionText
    property alias actionIcon: bar.actionIcon
    property alias actionReason: bar.actionReason
    property alias busy: bar.busy
    property alias busyText: bar.busyText
    property bool whole: false // on screen: what comes to it from now on is made in slices
    property bool gone: false // for good: its large parts go before it
    property bool covered: false // nothing of it can be touched, by finger or by key
    property bool showsBar: actionText !== "" || buttons.length > 0
    readonly property bool wide: width >= Style.wideFrom

    signal back
    signal acted
    signal undone
    signal aided

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: title
    Keys.onReturnPressed: bar.act()
    Keys.onEnterPressed: bar.act()
    Keys.onEscapePressed: page.back()
    Keys.onBackPressed: page.back()
    Keys.onPressed: event => {
        if (event.matches(StandardKey.Undo)) {
            page.undone();
            event.accepted = true;
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Style.colours.bg
    }

    Item {
        id: body

        enabled: !page.covered
        anchors.top: topBar.bottom
        anchors.bottom: bar.visible ? bar.top : parent.bottom
        width: parent.width
    }

    BottomBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.showsBar
        enabled: !page.covered
        onActed: page.acted()
    }

    TopBar {
        id: topBar

        width: parent.width
        enabled: !page.covered
        title: page.title
        onBack: page.back()
        onAided: page.aided()
    }
}
