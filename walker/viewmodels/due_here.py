"""« À revoir ici »: the earlier finding that the group stands at, until it looks at it or puts it off."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.viewmodels.markers import Mark, MarkIndex

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

HERE_M = 30.0  # an earlier finding this near is here


@QmlElement
class DueHere(QObject):
    """At most one at a time: the nearest."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._due = MarkIndex()
        self._put_off: set[str] = set()  # for this walk
        self._mark: Mark | None = None
        self._away_m = math.nan

    @Property(str, notify=changed)
    def recordId(self) -> str:
        """Empty: none."""
        return self._mark.record_id if self._mark else ""

    @Property(str, notify=changed)
    def label(self) -> str:
        return self._mark.label if self._mark else ""

    @Property(float, notify=changed)
    def momentMs(self) -> float:
        """When it was seen."""
        return self._mark.moment_ms if self._mark else 0.0

    @Property(float, notify=changed)
    def distanceM(self) -> float:
        return self._away_m

    @Slot()
    def later(self) -> None:
        """Not now: it is not shown again on this walk, and stays due."""
        if self._mark is not None:
            self._put_off.add(self._mark.record_id)
            self._show(math.nan, None)

    def restart(self) -> None:
        """Another walk."""
        self._put_off = set()
        self.take(MarkIndex())

    def take(self, due: MarkIndex) -> None:
        """What is to be looked at again; `moved` follows."""
        self._due = due
        self._show(math.nan, None)

    def moved(self, lat: float, lon: float) -> None:
        near = [one for one in self._due.near(lat, lon, HERE_M) if one[1].record_id not in self._put_off]
        self._show(*min(near, key=lambda one: one[0], default=(math.nan, None)))

    def _show(self, away_m: float, mark: Mark | None) -> None:
        if mark is not self._mark or (mark is not None and round(away_m) != round(self._away_m)):
            self._mark, self._away_m = mark, away_m
            self.changed.emit()
