import QtQuick
import Walker

// The two parts of a form: photo and place at the side, questions beside them; one under the other where it is narrow.
Scroller {
    id: frame

    property bool beside: true
    property alias side: sideColumn.data
    default property alias questions: questionColumn.data
    readonly property real sideWidth: Math.min(320 * Style.textScale, width * 0.3)

    Item {
        width: parent.width
        height: frame.beside ? Math.max(sideColumn.implicitHeight, questionColumn.implicitHeight) : sideColumn.y + sideColumn.implicitHeight

        Column {
            id: questionColumn

            x: frame.beside && !Style.leftHanded ? frame.sideWidth + 20 : 0
            width: parent.width - (frame.beside ? frame.sideWidth + 20 : 0)
            spacing: 20
        }

        Column {
            id: sideColumn

            x: frame.beside && Style.leftHanded ? parent.width - width : 0
            y: frame.beside ? 0 : questionColumn.implicitHeight + 20
            width: frame.beside ? frame.sideWidth : parent.width
            spacing: Style.gap
        }
    }
}
