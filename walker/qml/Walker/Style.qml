pragma Singleton
import QtQuick

// Every colour, size and distance of the window, and the five display settings that change them (kept per tablet).
QtObject {
    id: style

    property string theme: "jour" // jour, nuit, contraste: the one that is asked for
    property real textScale: 1 // 1, 1.25, 1.6
    property bool gloves: false
    property string hand: "right" // the hand that taps: rail and bar go to its side
    property bool reducedMotion: false

    readonly property Tokens day: DayTokens {}
    readonly property Tokens night: NightTokens {}
    readonly property Tokens contrast: ContrastTokens {}
    readonly property Tokens colours: DayTokens {} // on screen: those of the theme, once Recolouring has brought them all
    readonly property alias recolouring: recolouring.underWay
    property bool settled: false // a page is on screen: from now on another theme comes in slices
    readonly property bool isNight: colours.isNight
    readonly property bool isContrast: colours.isContrast
    readonly property bool leftHanded: hand === "left"
    readonly property int direction: leftHanded ? Qt.RightToLeft : Qt.LeftToRight // of what stands side by side and is touched
    readonly property Recolouring brought: Recolouring {
        id: recolouring

        shown: style.colours
        wanted: style.theme === "nuit" ? style.night : style.theme === "contraste" ? style.contrast : style.day
        atOnce: !style.settled
    }

    // Type: pixel sizes, already scaled. Two weights only: 400 and 700.
    readonly property int titleSize: Math.round(26 * textScale)
    readonly property int sectionSize: Math.round(22 * textScale)
    readonly property int bodySize: Math.round(20 * textScale)
    readonly property int labelSize: Math.round(19 * textScale)
    readonly property int buttonSize: Math.round(21 * textScale)
    readonly property int actionSize: Math.round(24 * textScale)
    readonly property int secondarySize: Math.round(17 * textScale)
    readonly property int smallSize: Math.round(16 * textScale)
    readonly property int numberSize: Math.round(34 * textScale)
    readonly property int bigNumberSize: Math.round(52 * textScale)

    // Icons grow with the words, a little slower, so that tiles keep room for both.
    readonly property real iconScale: 1 + (textScale - 1) * 0.8
    readonly property int iconSize: Math.round(30 * iconScale)
    readonly property int smallIconSize: Math.round(24 * iconScale)
    readonly property int tileIconSize: Math.round(46 * iconScale)
    readonly property real iconStroke: colours.iconStroke
    readonly property real bigIconStroke: colours.bigIconStroke

    // Targets: nothing to touch is smaller than `target`.
    readonly property int target: gloves ? 80 : 64
    readonly property int buttonHeight: gloves ? 96 : 72
    readonly property int barButtonHeight: gloves ? 96 : 80
    readonly property int railWidth: gloves ? 172 : 148
    readonly property int captureHeight: gloves ? 128 : 100
    readonly property int topBarHeight: 72
    readonly property int capturePadHeight: 320
    readonly property int wideFrom: 1000 // at least this wide: the rail stands at the side

    readonly property int gap: gloves ? 16 : 12
    readonly property int margin: 16
    readonly property int padding: 20

    readonly property int radiusBadge: 8
    readonly property int radiusButton: 16
    readonly property int radiusCard: 20
    readonly property int border: colours.border
    readonly property int borderChosen: colours.borderChosen
    readonly property int focusRing: 4
    readonly property int focusGap: 3

    readonly property int fade: reducedMotion ? 0 : 120
    readonly property real photoShade: colours.photoShade

    // A tone is a meaning: plain, primary, sig, pos, req, revoir, ok, warn, danger.
    function tone(name: string): color {
        switch (name) {
        case "sig":
            return colours.sig;
        case "pos":
            return colours.pos;
        case "req":
            return colours.req;
        case "revoir":
            return colours.revoir;
        case "ok":
            return colours.ok;
        case "warn":
            return colours.warn;
        case "danger":
            return colours.danger;
        case "primary":
            return colours.primaryInk;
        default:
            return colours.ink;
        }
    }

    function soft(name: string): color {
        switch (name) {
        case "sig":
            return colours.sigSoft;
        case "pos":
            return colours.posSoft;
        case "req":
            return colours.reqSoft;
        case "revoir":
            return colours.revoirSoft;
        case "ok":
            return colours.okSoft;
        case "warn":
            return colours.warnSoft;
        case "danger":
            return colours.dangerSoft;
        case "primary":
            return colours.primarySoft;
        default:
            return colours.sunken;
        }
    }
}
