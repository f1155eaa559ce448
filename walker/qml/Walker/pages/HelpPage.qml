import QtQuick
import Walker
import Walker.Models

// The one page of help, as it is printed.
Page {
    id: page

    required property App app
    required property HelpText help

    title: qsTr("Help for the walk leader")
    onBack: app.back()

    Rooms {
        id: rooms

        vertical: page.wide
        app: page.app
        current: "help"
        width: vertical ? implicitWidth : parent.width
        height: vertical ? parent.height : implicitHeight
        y: vertical ? 0 : parent.height - height
    }

    Scroller {
        x: page.wide ? rooms.width : 0
        width: parent.width - x
        height: parent.height - (page.wide ? 0 : rooms.height)
        focus: true
        contentMargin: Style.padding

        Card {
            width: parent.width

            Text {
                objectName: "help"
                width: parent.width
                text: page.help.markdown
                textFormat: Text.MarkdownText
                wrapMode: Text.WordWrap
                color: Style.colours.ink
                font.pixelSize: Style.bodySize
                lineHeight: 1.2
                Accessible.role: Accessible.StaticText
                Accessible.name: page.help.markdown
            }
        }
    }
}
