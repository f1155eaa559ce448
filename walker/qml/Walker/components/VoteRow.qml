pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Walker

// One thing to vote on: its picture, its word, and by stage a tick, voices as dots, hands by gender, or the result.
Rectangle {
    id: row

    required property string stage
    required property string itemId
    required property string kind
    required property string label
    required property string detail
    required property string iconName
    required property url photo
    required property bool chosen
    required property int voices
    required property int women
    required property int men
    required property int others
    required property int total
    property bool canGive: false
    property int most: 1 // the highest total: the length of the longest bar
    readonly property string tone: ({
            report: "sig",
            liked: "pos",
            space: "req"
        })[kind]
    readonly property string name: label || qsTr("Without a category")
    readonly property bool marked: stage === "ballot" ? voices > 0 : stage === "choose" && chosen
    readonly property string split: [women > 0 ? qsTr("%n vote(s) of women", "", women) : "", men > 0 ? qsTr("%n vote(s) of men", "", men) : "", others > 0 ? qsTr("%n other vote(s)", "", others) : ""].filter(part => part !== "").join(", ")
    readonly property bool oneRow: name_.implicitWidth + controls.implicitWidth + 48 * Style.iconScale + 140 <= width

    signal focused
    signal ticked
    signal given
    signal takenBack
    signal counted(gender: string, hands: int)

    implicitHeight: grid.implicitHeight + 20
    radius: Style.radiusCard
    color: Style.colours.surface
    border.width: marked ? Style.borderChosen : Style.isContrast ? Style.border : 1
    border.color: marked ? Style.colours.primary : Style.colours.line
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    component Hands: Column {
        id: hands

        required property string gender
        required property string word
        required property int value

        spacing: 2

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            text: hands.word
            color: Style.colours.ink2
            font.pixelSize: Style.secondarySize
        }

        Row {
            spacing: 10

            SquareButton {
                implicitWidth: Style.target
                implicitHeight: Style.target
                text: qsTr("One hand fewer: %1, %2").arg(row.name).arg(hands.word)
                iconName: "minus"
                ink: Style.colours.primaryInk
                enabled: hands.value > 0
                dashed: !enabled
                onClicked: row.counted(hands.gender, hands.value - 1)
            }

            Words {
                width: Math.round(44 * Style.textScale)
                height: Style.target
                text: String(hands.value)
                strong: true
                font.pixelSize: Style.sectionSize
                horizontalAlignment: Text.AlignHCenter
            }

            SquareButton {
                implicitWidth: Style.target
                implicitHeight: Style.target
                text: qsTr("One hand more: %1, %2").arg(row.name).arg(hands.word)
                iconName: "plus"
                ink: Style.colours.primaryInk
                onClicked: row.counted(hands.gender, hands.value + 1)
            }
        }
    }

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: 14
        anchors.rightMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        columns: row.oneRow ? 2 : 1
        columnSpacing: 14
        rowSpacing: 10
        layoutDirection: Style.direction

        RowLayout {
            spacing: 14
            Layout.fillWidth: true

            PhotoView {
                visible: row.photo.toString() !== ""
                source: row.photo
                Layout.preferredWidth: 92
                Layout.preferredHeight: 70
            }

            Rectangle {
                radius: row.kind === "liked" ? width / 2 : 10
                color: Style.tone(row.tone)
                Layout.preferredWidth: Math.round(48 * Style.iconScale)
                Layout.preferredHeight: Layout.preferredWidth

                Icon {
                    anchors.centerIn: parent
                    name: row.iconName
                    tint: Style.colours.inkOnKind
                }
            }

            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true

                Words {
                    id: name_

                    text: row.name
                    strong: true
                    font.pixelSize: Style.labelSize
                    Layout.fillWidth: true
                }

                Words {
                    visible: text !== ""
                    text: row.stage === "results" ? row.split : row.detail
                    color: Style.colours.ink2
                    font.pixelSize: Style.secondarySize
                    Layout.fillWidth: true
                }

                ProgressLine {
                    visible: row.stage === "results"
                    value: row.most > 0 ? row.total / row.most : 0
                    Layout.topMargin: 4
                    Layout.fillWidth: true
                }
            }
        }

        Flow {
            id: controls

            spacing: 16
            Layout.fillWidth: !row.oneRow

            Loader {
                active: row.stage === "choose"
                visible: active
                sourceComponent: Choice {
                    text: row.chosen ? qsTr("On the ballot") : qsTr("Not on it")
                    multiple: true
                    chosen: row.chosen
                    onClicked: row.ticked()
                    onActiveFocusChanged: {
                        if (activeFocus)
                            row.focused();
                    }
                }
            }

            Loader {
                active: row.stage === "ballot"
                visible: active
                sourceComponent: Row {
                    spacing: 10

                    SquareButton {
                        text: qsTr("One vote fewer: %1").arg(row.name)
                        iconName: "minus"
                        ink: Style.colours.primaryInk
                        enabled: row.voices > 0
                        dashed: !enabled
                        onClicked: row.takenBack()
                    }

                    Item {
                        width: 100
                        height: Style.buttonHeight
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("%n vote(s)", "", row.voices)

                        Words {
                            anchors.centerIn: parent
                            visible: row.voices === 0
                            text: "–"
                            color: Style.colours.ink2
                            Accessible.ignored: true
                        }

                        Row {
                            anchors.centerIn: parent
                            spacing: 6

                            Repeater {
                                model: row.voices

                                Rectangle {
                                    width: 22
                                    height: 22
                                    radius: 11
                                    color: Style.colours.primary
                                }
                            }
                        }
                    }

                    SquareButton {
                        text: qsTr("One vote more: %1").arg(row.name)
                        iconName: "plus"
                        ink: Style.colours.primaryInk
                        enabled: row.canGive
                        dashed: !enabled
                        onClicked: row.given()
                    }
                }
            }

            Loader {
                active: row.stage === "hands"
                visible: active
                sourceComponent: Hands {
                    gender: "women"
                    word: qsTr("Women")
                    value: row.women
                }
            }

            Loader {
                active: row.stage === "hands"
                visible: active
                sourceComponent: Hands {
                    gender: "men"
                    word: qsTr("Men")
                    value: row.men
                }
            }

            Loader {
                active: row.stage === "hands"
                visible: active
                sourceComponent: Hands {
                    gender: "other_or_unsaid"
                    word: qsTr("Others")
                    value: row.others
                }
            }

            Loader {
                active: row.stage === "results"
                visible: active
                sourceComponent: Words {
                    height: Style.target
                    text: String(row.total)
                    strong: true
                    font.pixelSize: Style.numberSize
                    Accessible.name: qsTr("%n vote(s)", "", row.total)
                }
            }
        }
    }
}
