"""The map in words: what stands together at one place, and everything around, nearest first, for who cannot see it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from heapq import nsmallest
from operator import itemgetter

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.rules.geodesy import distance_m
from walker.viewmodels.markers import Mark, MarkIndex
from walker.viewmodels.rows import Row, RowListModel

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 60
WITHIN_M = (100.0, 400.0, 1600.0, 6400.0)
_NAMES = ("recordId", "kind", "label", "iconName", "number", "distanceM", "direction", "momentMs", "mine")
_DIRECTIONS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


@QmlElement
class MapList(QObject):
    """Rows of marks, with how far and which way each lies."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._members = RowListModel(_NAMES, self)
        self._nearby = RowListModel(_NAMES, self)
        self._total = 0
        self._picked: Mark | None = None

    @Property(RowListModel, constant=True)
    def members(self) -> RowListModel:
        """Of the cluster that is open."""
        return self._members

    @Property(RowListModel, constant=True)
    def nearby(self) -> RowListModel:
        return self._nearby

    @Property(int, notify=changed)
    def total(self) -> int:
        """How many there are, listed or further away."""
        return self._total

    @Property(str, notify=changed)
    def pickedId(self) -> str:
        """A finding of somebody else that was touched; empty: none."""
        return self._picked.record_id if self._picked else ""

    @Property(str, notify=changed)
    def pickedKind(self) -> str:
        return self._picked.kind if self._picked else ""

    @Property(str, notify=changed)
    def pickedLabel(self) -> str:
        return self._picked.label if self._picked else ""

    @Property(str, notify=changed)
    def pickedIcon(self) -> str:
        return self._picked.icon if self._picked else ""

    @Property(bool, notify=changed)
    def pickedMine(self) -> bool:
        """Of this tablet: it can be completed rather than only looked at."""
        return self._picked is not None and self._picked.mine and self._picked.kind != "revisit"

    @Property(float, notify=changed)
    def pickedMs(self) -> float:
        return self._picked.moment_ms if self._picked else 0.0

    @Slot()
    def close(self) -> None:
        """Nothing is open any more."""
        self._members.show(())
        self._nearby.show(())
        self.pick(None)

    def pick(self, mark: Mark | None) -> None:
        self._picked = mark
        self.changed.emit()

    def show_members(self, marks: Sequence[Mark], lat: float, lon: float) -> None:
        self._members.show([_row(mark, lat, lon) for mark in marks[:MOST]])

    def show_nearby(self, indexes: Sequence[MarkIndex], lat: float, lon: float) -> None:
        """Nearest first; far ones only when there are few."""
        self._total = sum(len(index.marks) for index in indexes)
        near: list[tuple[float, Mark]] = []
        for most in WITHIN_M:
            near = [one for index in indexes for one in index.around(lat, lon, most) if one[0] <= most]
            if len(near) >= MOST:
                break
        first = [mark for _, mark in nsmallest(MOST, near, key=itemgetter(0))]
        first.sort(key=lambda mark: (distance_m(lat, lon, mark.lat, mark.lon), mark.record_id))
        self._nearby.show([_row(mark, lat, lon) for mark in first])
        self.changed.emit()


def _row(mark: Mark, lat: float, lon: float) -> Row:
    east = (mark.lon - lon) * math.cos(math.radians(lat))
    turn = math.degrees(math.atan2(east, mark.lat - lat)) % 360
    return {
        "recordId": mark.record_id,
        "kind": mark.kind,
        "label": mark.label,
        "iconName": mark.icon,
        "number": mark.number,
        "distanceM": distance_m(lat, lon, mark.lat, mark.lon),
        "direction": _DIRECTIONS[round(turn / 45) % 8],
        "momentMs": mark.moment_ms,
        "mine": mark.mine,
    }
