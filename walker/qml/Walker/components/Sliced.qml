import QtQuick

// A part of a page: made with the page, or, when it is wanted later, in slices while what is on screen stays.
// It is laid out unseen while it is made: to be made visible as a whole would cost as much as a page.
Loader {
    readonly property bool made: status === Loader.Ready

    width: parent?.width ?? 0
    height: made ? implicitHeight : 0
    visible: status !== Loader.Null
    opacity: made ? 1 : 0
    Component.onCompleted: asynchronous = true
}
