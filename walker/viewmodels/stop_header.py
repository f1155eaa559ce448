"""Where the group stands and which grid it answers: number and name of the stop, time of day, grid and version."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Stop
from walker.domain.grid import GRIDS
from walker.domain.grid_questions import grid_entry
from walker.viewmodels.finding_draft import TYPING_MS
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StopHeader(QObject):
    """A stop is named by typing; the name is on disk when the page is left, at the latest."""

    changed = Signal()
    renamed = Signal(object)  # the stop as it is now

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._stop: Stop | None = None
        self._grid = ("", 0)
        self._typed: str | None = None
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.keep)
        tablet.wordsChanged.connect(self.changed)

    @Property(str, notify=changed)
    def stopId(self) -> str:
        return self._stop.id if self._stop else ""

    @Property(int, notify=changed)
    def number(self) -> int:
        """Of the stop in its walk."""
        return self._stop.ordinal + 1 if self._stop else 0

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._stop.name if self._stop else ""

    @Property(str, notify=changed)
    def period(self) -> str:
        """In words: by day, by night."""
        return self.tablet.label("day_night", self._stop.period) if self._stop else ""

    @Property(str, notify=changed)
    def gridLabel(self) -> str:
        entry = grid_entry(self.tablet.catalogue, *self._grid)
        return self.tablet.said(entry) if entry else self._grid[0]

    @Property(str, notify=changed)
    def gridCode(self) -> str:
        return self._grid[0]

    @Property(int, notify=changed)
    def gridVersion(self) -> int:
        return self._grid[1]

    @Property(bool, notify=changed)
    def otherVersion(self) -> bool:
        """The version that the walk froze is not on this tablet: the questions are those of another one."""
        return self._stop is not None and self.tablet.catalogue.version_of(GRIDS, *self._grid) is None

    @Slot(str)
    def rename(self, name: str) -> None:
        """What the group calls this place."""
        self._typed = name
        self._typing.start()

    def show(self, stop: Stop | None, grid: tuple[str, int]) -> None:
        """Another stop, or none."""
        self._stop, self._grid = stop, grid
        self.changed.emit()

    @Slot()
    @told
    def keep(self) -> None:
        """What was typed goes to disk."""
        self._typing.stop()
        typed, self._typed = self._typed, None
        if typed is None or self._stop is None or typed.strip() == self._stop.name:
            return
        name = typed.strip()
        self._stop = self.tablet.store.records.change(self._stop.id, lambda stop: dataclasses.replace(stop, name=name))
        self.changed.emit()
        self.renamed.emit(self._stop)
