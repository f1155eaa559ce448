pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// All that became of the findings of this tablet, the newest first, refusals with their reason. Leaving it marks them read.
Page {
    id: page

    required property App app
    required property AnswerList answers

    title: qsTr("What became of your findings")
    subtitle: answers.unread > 0 ? qsTr("%n new since last time", "", answers.unread) : ""
    onBack: app.back()
    Component.onDestruction: answers.markRead()

    Figures {
        id: figures
    }

    Scroller {
        anchors.fill: parent
        focus: true
        contentMargin: Style.padding

        EmptyState {
            width: parent.width
            visible: page.answers.all.count === 0
            iconName: "messages-square"
            headline: qsTr("No answer yet")
            detail: qsTr("No answer yet. They come here each time you send.")
            actionText: qsTr("Send")
            actionIcon: "refresh-cw"
            onActed: page.app.open("sync")
        }

        Card {
            width: parent.width
            visible: page.answers.all.count > 0
            spacing: 0

            Repeater {
                model: page.answers.all

                AnswerCard {
                    required property string reportId
                    required property real atMs
                    required property bool isNew
                    required property int index

                    app: page.app
                    width: parent?.width ?? 0
                    ending: isNew ? qsTr("New") : figures.day(atMs)
                    opens: true
                    lastLine: index === page.answers.all.count - 1
                    onClicked: page.app.complete("report", reportId)
                }
            }
        }
    }
}
