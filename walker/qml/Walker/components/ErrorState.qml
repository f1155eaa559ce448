import QtQuick
import Walker

// A failure in words: `headline` what happened, `detail` what is safe and what to do. Said aloud when it appears.
EmptyState {
    function announce(): void {
        if (!visible)
            return;
        Accessible.announce(`${headline} ${detail}`, Accessible.Polite);
        if (app !== null)
            app.speech.appear(aloud, Style.isNight);
    }

    iconName: "circle-alert"
    pictureTone: "danger"
    aloud: `${headline}. ${detail}`
    Accessible.role: Accessible.AlertMessage
    Accessible.name: headline
    Component.onCompleted: announce()
    onVisibleChanged: announce()
}
