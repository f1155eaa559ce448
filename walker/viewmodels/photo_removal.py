"""Photos that a person threw away a moment ago: out of sight at once, deleted for ever when one goes on elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.errors import WalkerError

if TYPE_CHECKING:
    from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PhotoRemoval(QObject):
    """Undo instead of confirm. A kill before `settle` deletes nothing."""

    changed = Signal()

    def __init__(self, tablet: Tablet) -> None:
        super().__init__(tablet)
        self._tablet = tablet
        self._thrown: list[str] = []

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many can still be taken back."""
        return len(self._thrown)

    def __contains__(self, photo_id: object) -> bool:
        return photo_id in self._thrown

    @Slot(str)
    def add(self, photo_id: str) -> None:
        if photo_id not in self._thrown:
            self._thrown.append(photo_id)
            self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """The last one is wanted after all."""
        if self._thrown:
            self._thrown.pop()
            self.changed.emit()

    def settle(self) -> None:
        """Nobody came back for them."""
        thrown, self._thrown = self._thrown, []
        for photo_id in thrown:
            try:
                self._tablet.store.photos.delete(photo_id)
            except WalkerError as fault:
                self._tablet.tell(fault)
        if thrown:
            self.changed.emit()
            self._tablet.recordsChanged.emit()
