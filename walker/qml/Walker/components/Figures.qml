import QtQuick

// Numbers as they are said: moments, lengths, durations, doubts.
QtObject {
    function moment(ms: real): string {
        return ms > 0 ? `${day(ms)}, ${hour(ms)}` : "";
    }

    function day(ms: real): string {
        return ms > 0 ? said(new Date(ms)) : "";
    }

    // With its year where one could take it for another: not in this one, and more than half a year away.
    function isNear(then: date): bool {
        const now = new Date();
        return then.getFullYear() === now.getFullYear() || Math.abs(then.getTime() - now.getTime()) < 180 * 86400000;
    }

    function said(then: date): string {
        return Qt.locale().toString(then, isNear(then) ? qsTr("MMMM d") : qsTr("MMMM d, yyyy"));
    }

    function hour(ms: real): string {
        return ms > 0 ? Qt.locale().toString(new Date(ms), qsTr("h:mm AP")) : "";
    }

    function month(ms: real): string {
        const then = new Date(ms);
        return Qt.locale().toString(then, then.getFullYear() === new Date().getFullYear() ? "MMMM" : "MMMM yyyy");
    }

    function dayOf(iso: string): string {
        const [year, month, date] = iso.split("-").map(Number);
        return iso === "" ? "" : said(new Date(year, month - 1, date));
    }

    function dateOf(iso: string): string {
        const [year, month, date] = iso.split("-").map(Number);
        return iso === "" ? "" : Qt.locale().toString(new Date(year, month - 1, date), qsTr("MMMM d, yyyy"));
    }

    function weekdayOf(iso: string): string {
        const [year, month, date] = iso.split("-").map(Number);
        const then = new Date(year, month - 1, date);
        return iso === "" ? "" : Qt.locale().toString(then, isNear(then) ? qsTr("dddd, MMMM d") : qsTr("dddd, MMMM d, yyyy"));
    }

    function monthOf(iso: string): string {
        const [year, month] = iso.split("-").map(Number);
        return iso === "" ? "" : Qt.locale().toString(new Date(year, month - 1, 1), "MMMM yyyy");
    }

    function length(metres: real): string {
        if (metres < 1000)
            return qsTr("%1 m").arg(Math.round(metres));
        return qsTr("%1 km").arg(Qt.locale().toString(metres / 1000, "f", 1));
    }

    function duration(seconds: int): string {
        const minutes = Math.floor(seconds / 60);
        return minutes < 60 ? qsTr("%1 min").arg(minutes) : qsTr("%1 h %2").arg(Math.floor(minutes / 60)).arg(String(minutes % 60).padStart(2, "0"));
    }

    function size(bytes: real): string {
        if (bytes < 1e6)
            return qsTr("%1 kB").arg(Math.max(1, Math.round(bytes / 1000)));
        return bytes < 1e7 ? qsTr("%1 MB").arg(Qt.locale().toString(bytes / 1e6, "f", 1)) : qsTr("%1 MB").arg(Math.round(bytes / 1e6));
    }

    function clock(seconds: int): string {
        return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }

    function doubt(metres: real): string {
        return isNaN(metres) ? "" : qsTr("± %1 m").arg(Math.max(1, Math.round(metres)));
    }
}
