import QtQml

// Brings the tokens of another theme on screen one by one, each in a turn of the event loop of its own: all that a page
// shows, coloured anew in one, would hold up a finger. What gets darker goes first and what gets lighter last, so that
// nothing between two themes is ever brighter than the brighter one.
QtObject {
    id: change

    required property Tokens shown
    required property Tokens wanted
    property bool atOnce: false
    property list<string> left: [] // their names, those to bring last first
    readonly property bool underWay: left.length > 0

    function rise(name: string): real {
        const after = wanted[name];
        return typeof after === "object" ? after.hslLightness - shown[name].hslLightness : 0;
    }

    function begin(): void {
        const waits = underWay;
        left = Object.keys(wanted).filter(name => typeof wanted[name] !== "function" && String(wanted[name]) !== String(shown[name])).sort((one, other) => rise(other) - rise(one));
        if (!atOnce && !waits)
            Qt.callLater(goOn);
        while (atOnce && underWay)
            bring();
    }

    function goOn(): void {
        bring();
        if (underWay)
            Qt.callLater(goOn);
    }

    function bring(): void {
        const name = left.pop();
        shown[name] = wanted[name];
    }

    onWantedChanged: begin()
}
