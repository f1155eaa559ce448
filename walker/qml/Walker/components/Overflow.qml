import QtQuick

// Whether content is too tall for its place and needs arrows. They take room of it, and what is narrower may be lower (two
// columns in place of three): without them it does not fit, beside them it does. Then they stay, or it would swing for ever.
QtObject {
    id: overflow

    required property real content // its height now, in pixels
    required property real place // the height there is for it, in pixels
    property bool arrows: false
    property bool made: false // before, heights are those of pages half made
    property string fitted: "" // what was lower than its place when arrows were last taken away
    property string swing: "" // that, and what was taller then
    property int doubt: 0 // that it swings: rows that come and go are no swing, the same heights again are
    readonly property Timer rest: Timer {
        interval: 500
        onTriggered: overflow.doubt = 0
    }

    function weigh(): void {
        const fits = content <= place + 1;
        if (!made || place <= 0 || fits !== arrows || fits && doubt >= 20)
            return;
        if (fits) {
            fitted = `${content} in ${place}`;
        } else {
            const seen = `${fitted}, ${content} in ${place}`;
            doubt += seen === swing ? 10 : 1;
            swing = seen;
            rest.restart();
        }
        arrows = !fits; // last: what it changes is weighed in turn
    }

    onContentChanged: weigh()
    onPlaceChanged: weigh()
    Component.onCompleted: {
        made = true;
        weigh();
    }
}
