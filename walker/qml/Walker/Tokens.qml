import QtQuick

// What a theme gives. Its colours have the design's names, with `on-primary` written inkOnPrimary because QML keeps "on" for
// signals; the rest is as by day unless the theme says otherwise.
QtObject {
    property bool isNight: false
    property bool isContrast: false
    property real iconStroke: 2.4 // thinner was lost in sunlight
    property real bigIconStroke: 2
    property int border: 2
    property int borderChosen: 4
    property real photoShade: 0
    required property color bg
    required property color surface
    required property color sunken
    required property color raised
    required property color ink
    required property color ink2
    required property color line
    required property color ctl
    required property color primary
    required property color inkOnPrimary
    required property color primarySoft
    required property color primaryInk
    required property color action
    required property color inkOnAction
    required property color actionEdge
    required property color sig
    required property color sigSoft
    required property color pos
    required property color posSoft
    required property color req
    required property color reqSoft
    required property color revoir
    required property color revoirSoft
    required property color danger
    required property color dangerSoft
    required property color warn
    required property color warnSoft
    required property color ok
    required property color okSoft
    required property color focus
    required property color inkOnKind
    required property color mapBlock
    required property color mapBuild
    required property color mapStreet
    required property color mapCase
    required property color mapPark
    required property color mapRail
    required property color mapLabel
    required property color mapHalo
    required property color mapPerim
    required property color track
    required property color trackCase
    required property color me
    required property color shadow
}
