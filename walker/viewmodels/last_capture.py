"""What was recorded last, so that one touch takes it back; it stays until the next capture."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Photo
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LastCapture(QObject):
    """`kind` is report, liked, space, stop or revisit; empty when there is nothing to take back."""

    changed = Signal()
    completing = Signal(str, str)  # kind, id
    revising = Signal(str)  # id of a verdict: the one before it comes back, which only its page knows

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._id = self._kind = self._label = ""

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._kind

    @Property(str, notify=changed)
    def label(self) -> str:
        """What it is: a category, a kind of space, the number of a stop."""
        return self._label

    @Slot()
    @told
    def undo(self) -> None:
        """Take it back: marked as deleted, with its photos, so that a server that has it learns it."""
        if not self._id:
            return
        if self._kind == "revisit":
            revisit_id = self._id
            self.take("", "", "")
            self.revising.emit(revisit_id)
            return
        store = self.tablet.store
        for photo in store.records.all(Photo):
            if photo.about == self._id:
                store.photos.delete(photo.id)
        store.records.delete(self._id)
        self.take("", "", "")
        self.tablet.recordsChanged.emit()

    @Slot()
    def complete(self) -> None:
        """Open it again to say more."""
        self.completing.emit(self._kind, self._id)

    @Slot(str, str, str)
    def take(self, kind: str, record_id: str, label: str) -> None:
        """Something was just recorded."""
        self._kind, self._id, self._label = kind, record_id, label
        self.changed.emit()
