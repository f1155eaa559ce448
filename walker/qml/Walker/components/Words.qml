import QtQuick
import Walker

// Text as this app shows it: plain (never markup from outside), wrapping, in one of two weights.
Text {
    property bool strong: false

    color: Style.colours.ink
    textFormat: Text.PlainText
    wrapMode: Text.Wrap // between words, and inside one that is longer than its place
    font.pixelSize: Style.bodySize
    font.weight: strong ? Font.Bold : Font.Normal
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
