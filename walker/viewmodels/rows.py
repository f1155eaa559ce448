"""A list as QML shows it: rows of named values, replaced whole; only what differs is told to the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

Row = Mapping[str, Any]
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
# Qt.ItemDataRole.DisplayRole and UserRole: the namespace Qt costs a tenth of a start.
_DISPLAY, _FIRST = 0, 256
_AT_ONCE = 3


@QmlElement
class RowListModel(QAbstractListModel):
    """`RowListModel(("code", "label"), parent)`; every row has these names."""

    countChanged = Signal()

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._keys: list[str] = []  # of the rows, when they were given by `place`
        self.rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """These rows from now on."""
        before = self.rows
        if len(rows) == len(before):
            self.change({index: row for index, row in enumerate(rows) if row != before[index]})
            return
        if before and len(rows) > len(before) and list(rows[: len(before)]) == before:
            self.beginInsertRows(QModelIndex(), len(before), len(rows) - 1)
            before.extend(rows[len(before) :])
            self.endInsertRows()
        else:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
        self.countChanged.emit()

    def change(self, rows: Mapping[int, Row]) -> None:
        """Other rows at these places, each told alone."""
        for index, row in rows.items():
            self.rows[index] = row
            self.dataChanged.emit(self.index(index), self.index(index))

    def show_from(self, start: int, rows: Sequence[Row]) -> None:
        """The same, for all rows from `start` on: those before are not even looked at."""
        before = len(self.rows)
        for index, row in enumerate(rows[: before - start], start):
            self._put(index, row)
        if (new := rows[before - start :]) and start <= before:
            self.beginInsertRows(QModelIndex(), before, before + len(new) - 1)
            self.rows.extend(new)
            self.endInsertRows()
        elif start + len(rows) < before:
            self.beginRemoveRows(QModelIndex(), start + len(rows), before - 1)
            del self.rows[start + len(rows) :]
            self.endRemoveRows()
        if len(self.rows) != before:
            self.countChanged.emit()

    def place(self, rows: Mapping[str, Row], most: int = 1_000_000) -> bool:
        """Rows by their key, in no order: one that stays keeps its item on the page, a new one takes a free place.

        At most so many are new at once; False when some are left for the next call.
        """
        at = {key: index for index, key in enumerate(self._keys)}
        free = [index for index, key in enumerate(self._keys) if key not in rows]
        before = len(self.rows)
        coming: list[str] = []
        for key, row in rows.items():
            if key in at:
                self._put(at[key], row)
            else:
                coming.append(key)
        for key in coming[:most]:
            if free:
                index = free.pop()
                self._keys[index] = key
                self._put(index, rows[key])
            else:
                self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows))
                self.rows.append(rows[key])
                self._keys.append(key)
                self.endInsertRows()
        if len(coming) <= most:
            for index in sorted(free, reverse=True):
                self.beginRemoveRows(QModelIndex(), index, index)
                del self.rows[index], self._keys[index]
                self.endRemoveRows()
        if len(self.rows) != before:
            self.countChanged.emit()
        return len(coming) <= most

    def _put(self, index: int, row: Row) -> None:
        if row != self.rows[index]:
            self.rows[index] = row
            place = self.index(index)
            self.dataChanged.emit(place, place)

    @Property(int, notify=countChanged)
    def count(self) -> int:
        return len(self.rows)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST + at: QByteArray(name.encode()) for at, name in enumerate(self._names)}

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        at = role - _FIRST
        if not index.isValid() or not 0 <= at < len(self._names):
            return None
        return self.rows[index.row()][self._names[at]]


@QmlElement
class GrowingRows(RowListModel):
    """For a page that makes an item of each row, a millisecond or two: a few rows a turn of the window's loop."""

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(names, parent)
        self._all: Sequence[Row] = ()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._grow)

    @property
    def growing(self) -> bool:
        """Whether rows are still to come."""
        return self._turn.isActive()

    def show(self, rows: Sequence[Row]) -> None:
        """These rows from now on, the first of them at once."""
        self._all = list(rows)
        self._turn.stop()
        if len(rows) == len(self.rows) or len(rows) <= _AT_ONCE:
            super().show(self._all)
        else:
            super().show(self._all[: max(_AT_ONCE, self._same())])
            self._turn.start()

    @Slot()
    def _grow(self) -> None:
        super().show(self._all[: len(self.rows) + _AT_ONCE])
        if len(self.rows) == len(self._all):
            self._turn.stop()

    def _same(self) -> int:
        """As many rows as are on the page already."""
        return len(self.rows) if list(self._all[: len(self.rows)]) == self.rows else 0
