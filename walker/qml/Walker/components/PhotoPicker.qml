import QtQuick
import QtQuick.Dialogs

// A picture of this machine's camera or files, chosen in the system's own dialog.
FileDialog {
    id: picker

    signal picked(files: string) // one URL a line

    title: qsTr("Choose photos")
    fileMode: FileDialog.OpenFiles
    nameFilters: [qsTr("Pictures (%1)").arg("*.jpg *.jpeg *.png *.webp *.heic *.JPG *.JPEG *.PNG"), qsTr("All files (%1)").arg("*")]
    onAccepted: picker.picked(selectedFiles.join("\n"))
}
