pragma ComponentBehavior: Bound

import QtQuick
import Walker
import Walker.Models

// One question of the grid: its answers, « not observed », a show of hands, who sees it otherwise, and afterwards what the last walk said.
Card {
    id: card

    required property App app
    required property StopGrid grid
    required property string key
    required property string kind
    required property string question
    required property string note
    required property string promise
    required property RowListModel options
    required property bool many
    required property string value
    required property int count
    required property bool unseen
    required property bool answered
    required property string dissent
    required property bool handsOpen
    required property bool mayShowHands
    required property bool handsFirst
    required property RowListModel hands
    required property string over
    required property bool wordsToo
    required property bool mandatory
    required property string spoken
    required property string earlier
    required property real earlierMs
    required property int photos
    readonly property string disagreement: qsTr("Not everyone agrees.")
    readonly property list<string> chosenCodes: value === "" ? [] : many ? value.split(",") : [value]
    readonly property real answersWidth: width - 2 * padding

    function before(words: string): string {
        const said = words === "not_observed" ? qsTr("not observed") : words.split(", ").map(part => part.replace(/^yes\b/, qsTr("yes")).replace(/^no\b/, qsTr("no"))).join(", ");
        return qsTr("In %1, the group said: “%2”.").arg(figures.month(earlierMs)).arg(said);
    }

    padding: 16

    Figures {
        id: figures
    }

    component Small: LabelledButton {
        implicitHeight: Math.max(Style.target, implicitContentHeight + topPadding + bottomPadding)
        horizontalPadding: 14
        textSize: Style.secondarySize
        ink: Style.colours.primaryInk
        fill: chosen ? Style.colours.primarySoft : "transparent"
        edge: chosen ? Style.colours.primary : down ? Style.colours.ctl : "transparent"
        choosable: true
        Accessible.role: Accessible.CheckBox
    }

    TextRow {
        width: parent.width
        visible: text !== ""
        iconName: "file-badge"
        tone: "revoir"
        text: card.promise
    }

    Grid {
        id: head

        readonly property bool oneRow: width - acts.whole - columnSpacing >= Math.min(asked.implicitWidth, width * 0.42)

        width: parent.width
        columns: oneRow ? 2 : 1
        columnSpacing: Style.gap
        rowSpacing: 4
        layoutDirection: Style.direction
        verticalItemAlignment: Grid.AlignVCenter

        Column {
            width: head.oneRow ? head.width - acts.whole - head.columnSpacing : head.width
            spacing: 4

            Words {
                id: asked

                width: parent.width
                text: card.question
                strong: true
                Accessible.role: Accessible.Heading
            }

            Words {
                width: parent.width
                visible: text !== ""
                text: card.note !== "" ? card.note : card.mandatory ? qsTr("Not to be forgotten") : card.many ? qsTr("several answers possible") : ""
                color: Style.colours.ink2
                font.pixelSize: Style.secondarySize
            }
        }

        Flow {
            id: acts

            readonly property real whole: visibleChildren.reduce((sum, one) => sum + one.implicitWidth + spacing, 0)

            width: head.oneRow ? whole : head.width
            spacing: 4

            ReadAloudButton {
                app: card.app
                text: card.spoken
                word: qsTr("Listen")
            }

            Small {
                visible: card.handsFirst
                text: qsTr("Show of hands")
                iconName: "hand"
                chosen: card.handsOpen
                onClicked: card.grid.openHands(card.key)
            }

            Small {
                objectName: "unseen"
                text: qsTr("Not observed")
                iconName: "circle-minus"
                chosen: card.unseen
                onClicked: card.grid.notObserved(card.key)
            }
        }
    }

    Loader {
        width: parent.width
        sourceComponent: card.handsOpen ? hands : card.kind === "count" ? number : card.kind === "text" ? words : card.kind === "photo" ? pictures : card.kind === "choice" && card.options.count > 4 ? tiles : answers
    }

    Flow {
        width: parent.width
        visible: card.answered && !card.unseen && card.kind !== "text" && card.kind !== "photo"
        spacing: 4

        Small {
            text: card.disagreement
            iconName: "split"
            chosen: card.dissent !== ""
            onClicked: card.grid.dissent(card.key, card.dissent === "" ? card.disagreement : "")
        }

        Small {
            visible: card.mayShowHands && !card.handsFirst
            text: qsTr("Show of hands")
            iconName: "hand"
            chosen: card.handsOpen
            onClicked: card.grid.openHands(card.key)
        }
    }

    Field {
        width: parent.width
        visible: card.dissent !== "" && card.wordsToo
        label: qsTr("What the others say")
        hint: qsTr("Describe the place and its uses. Name and describe no person.")
        text: card.dissent === card.disagreement ? "" : card.dissent
        onEdited: text => card.grid.write(card.key, text === "" ? card.disagreement : text)
    }

    TextRow {
        objectName: "earlier"
        width: parent.width
        visible: card.earlier !== ""
        iconName: "history"
        quiet: true
        text: visible ? card.before(card.earlier) : ""
    }

    Component {
        id: answers

        ChoiceGroup {
            question: card.question
            titled: false
            multiple: card.many
            answerWidth: 170 * Style.textScale
            model: card.kind !== "yes_no" ? card.options : [
                {
                    code: "yes",
                    label: qsTr("Yes"),
                    iconName: "check"
                },
                {
                    code: "no",
                    label: qsTr("No"),
                    iconName: "x"
                }
            ]
            chosenCodes: card.chosenCodes
            onPicked: code => card.grid.pick(card.key, code)
        }
    }

    Component {
        id: tiles

        TileGrid {
            model: card.options
            multiple: card.many
            tone: "primary"
            columns: Math.max(2, Math.min(card.options.count > 6 ? 4 : 6, Math.floor(card.answersWidth / (150 * Style.textScale))))
            chosenCodes: card.chosenCodes
            onPicked: code => card.grid.pick(card.key, code)
        }
    }

    Component {
        id: hands

        HandsTable {
            hands: card.hands
            over: card.over
            sized: card.grid.sized
            onRaised: (value, gender, count) => card.grid.raiseHands(card.key, value, gender, count)
        }
    }

    Component {
        id: number

        Counter {
            name: card.question
            value: card.count
            onCounted: value => card.grid.count(card.key, value)
        }
    }

    Component {
        id: words

        Field {
            label: ""
            placeholder: qsTr("In your words")
            hint: qsTr("Describe the place and its uses. Name and describe no person.")
            multiline: true
            text: card.value
            onEdited: text => card.grid.write(card.key, text)
        }
    }

    Component {
        id: pictures

        SecondaryButton {
            text: card.photos === 0 ? qsTr("Take a photo") : qsTr("%n photo(s), take another", "", card.photos)
            iconName: "camera"
            onClicked: card.app.openCamera(card.grid.answerFor(card.key), "")
        }
    }
}
