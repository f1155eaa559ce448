import QtQuick

// A part of a page: made with the page, or, when it is wanted later, in slices while what is on screen stays.
Loader {
    width: parent?.width ?? 0
    visible: status === Loader.Ready
    Component.onCompleted: asynchronous = true
}
