"""The trial walk: which of its steps is next. It goes by what is on disk, so that any way of doing a step counts."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk, Photo, Report, SpaceCandidate, Stop
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

STEPS = ("start", "photo", "save", "stop", "undo", "end")
DONE = "done"
# Rooms that would leave the trial, or send something out of it.
BARRED = frozenset({"sync", "join", "handback", "handover", "carry", "bundle", "storage", "tutorial"})


@QmlElement
class Trial(QObject):
    """`active` only in the window of a trial walk, over a store of its own that is thrown away."""

    changed = Signal()
    asked = Signal()  # open the window of a trial walk
    left = Signal()  # it is over

    def __init__(self, tablet: Tablet, *, active: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._active = active
        self._preparing = False
        self._done: set[str] = set()
        if active:
            tablet.recordsChanged.connect(self._look)

    @Property(bool, constant=True)
    def active(self) -> bool:
        return self._active

    @Property(bool, notify=changed)
    def preparing(self) -> bool:
        """Its map is being drawn."""
        return self._preparing

    @Property(str, notify=changed)
    def step(self) -> str:
        """start, photo, save, stop, undo, end, or done."""
        return self._step()

    @Property(int, notify=changed)
    def number(self) -> int:
        """Of that step, from 1."""
        step = self._step()
        return STEPS.index(step) + 1 if step in STEPS else len(STEPS)

    @Property(int, constant=True)
    def count(self) -> int:
        return len(STEPS)

    @Slot()
    def ask(self) -> None:
        """Begin a trial walk."""
        if not self._active and not self._preparing:
            self.asked.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the real app, at any moment."""
        if self._active:
            self.left.emit()

    def prepare(self, busy: bool) -> None:
        self._preparing = busy
        self.changed.emit()

    def bars(self, page: str) -> bool:
        """Whether this page is not for a trial walk."""
        return self._active and page in BARRED

    def _step(self) -> str:
        return next((step for step in STEPS if step not in self._done), DONE)

    @Slot()
    def _look(self) -> None:
        records = self.tablet.store.records
        walks = [walk for walk in records.all(ExploratoryWalk) if walk.state == "held"]
        found = {
            "start": bool(walks),
            "photo": bool(records.all(Photo, with_deleted=True)),
            "save": bool(records.all(Report, with_deleted=True)),
            "stop": any(stop.source == "tapped" for stop in records.all(Stop, with_deleted=True)),
            "undo": any(
                record.deleted_at is not None
                for kind in (Report, SpaceCandidate, Stop)
                for record in records.all(kind, with_deleted=True)
            ),
            "end": any(walk.length_cm is not None for walk in walks),
        }
        self._done |= {step for step, is_done in found.items() if is_done}
        self.changed.emit()
