import QtQuick

// Whether content is too tall for its place and needs arrows. They take room of it, and what is narrower may be lower (two
// columns in place of three): without them it does not fit, beside them it does. Then they stay, or it would swing for ever.
QtObject {
    id: overflow

    required property real content // its height now, in pixels
    required property real place // the height there is for it, in pixels
    property bool arrows: false
    property int tries: 0 // to do without arrows, since all came to rest
    readonly property Timer rest: Timer {
        interval: 500
        onTriggered: overflow.tries = 0
    }

    function weigh(): void {
        const fits = content <= place + 1;
        if (fits !== arrows)
            return;
        if (fits) {
            rest.restart();
            if (tries === 3)
                return;
            tries += 1;
        }
        arrows = !fits; // last: what it changes is weighed in turn
    }

    onContentChanged: weigh()
    onPlaceChanged: weigh()
    Component.onCompleted: weigh()
}
