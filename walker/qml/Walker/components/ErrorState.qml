import QtQuick

// A failure in words: `headline` what happened, `detail` what is safe and what to do. Said aloud when it appears.
EmptyState {
    iconName: "circle-alert"
    pictureTone: "danger"
    Accessible.role: Accessible.AlertMessage
    Accessible.name: headline
    Component.onCompleted: Accessible.announce(`${headline} ${detail}`, Accessible.Polite)
}
