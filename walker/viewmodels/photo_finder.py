"""Looks for faces and plates in each shot right after it was taken, so that the check opens at once.

One shot at a time, so that what a person waits for on the same thread comes between two of them.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from walker.errors import StoreError
from walker.viewmodels.tablet import Tablet

AFTER_START_MS = 3000  # the first page first


class PhotoFinder(QObject):
    """`looked(photo)` once what was found is on disk."""

    looked = Signal(str)

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._first: list[str] = []
        self._failed: set[str] = set()  # at a disk trouble: tried again at the next start
        self._busy = False
        tablet.recordsChanged.connect(self.look)
        QTimer.singleShot(AFTER_START_MS, self, self.look)

    def first(self, photo_ids: list[str]) -> None:
        """These are waited for."""
        self._first = photo_ids
        self.look()

    @Slot()
    def look(self) -> None:
        """Go on with what no finder has looked at."""
        if self._busy or self.tablet.pictures.is_closed():
            return
        store = self.tablet.store
        waiting = [photo_id for photo_id in store.photos.unlooked() if photo_id not in self._failed]
        if not waiting:
            return
        photo_id = next((one for one in self._first if one in waiting), waiting[0])
        self._busy = True

        def job() -> None:
            from walker.domain.photo_check import look

            look(store, photo_id)

        def then(_nothing: None) -> None:
            self._busy = False
            self.looked.emit(photo_id)
            self.look()

        def failed(fault: Exception) -> None:
            self._busy = False
            if not isinstance(fault, StoreError):
                raise fault
            self._failed.add(photo_id)
            self.look()

        self.tablet.pictures.run(job, then, failed)
