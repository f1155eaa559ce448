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
    Signal,
)
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

Row = Mapping[str, Any]
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
# Qt.ItemDataRole.DisplayRole and UserRole: the namespace Qt costs a tenth of a start.
_DISPLAY, _FIRST = 0, 256


@QmlElement
class RowListModel(QAbstractListModel):
    """`RowListModel(("code", "label"), parent)`; every row has these names."""

    countChanged = Signal()

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self.rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """These rows from now on."""
        before = self.rows
        if len(rows) == len(before):
            for index, row in enumerate(rows):
                if row != before[index]:
                    before[index] = row
                    place = self.index(index)
                    self.dataChanged.emit(place, place)
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
