import QtQuick
import Walker
import Walker.Models

// How well the tablet knows where it is, in a word; said politely when that changes.
StatusChip {
    id: chip

    required property App app

    announced: true
    text: words.chip(app.position.state)
    iconName: words.iconName(app.position.state)
    tone: words.tone(app.position.state)
    Component.onCompleted: app.position.watch(true)
    Component.onDestruction: {
        if (app !== null)
            app.position.watch(false);
    }

    PositionWords {
        id: words
    }
}
