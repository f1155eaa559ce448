"""A month as a page shows it to choose a day: whole weeks from Monday; past days and those beside it are said so."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.domain.preparation import today_of
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

WEEK = 7


@QmlElement
class CalendarMonth(QObject):
    """The month that is open; the day itself is the page's."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._first = date(1970, 1, 1)
        self._days = RowListModel(("day", "number", "here", "past", "today"), self)

    @Property(RowListModel, constant=True)
    def days(self) -> RowListModel:
        """`here`: of this month. `day` as YYYY-MM-DD."""
        return self._days

    @Property(str, notify=changed)
    def month(self) -> str:
        """Its first day, YYYY-MM-DD."""
        return self._first.isoformat()

    @Property(bool, notify=changed)
    def canGoBack(self) -> bool:
        return self._first > self._today().replace(day=1)

    @Slot(str)
    def show(self, day: str) -> None:
        """The month of that day; of today for an empty one."""
        self._open(date.fromisoformat(day) if day else self._today())

    @Slot()
    def next(self) -> None:
        self._open(self._first + timedelta(days=31))

    @Slot()
    def previous(self) -> None:
        if self.canGoBack:
            self._open(self._first - timedelta(days=1))

    @Slot(int, result=str)
    def inDays(self, days: int) -> str:
        """Today, tomorrow, in a week: as YYYY-MM-DD."""
        return (self._today() + timedelta(days=days)).isoformat()

    def _today(self) -> date:
        return today_of(self.tablet.clock)

    def _open(self, day: date) -> None:
        self._first = day.replace(day=1)
        today = self._today()
        start = self._first - timedelta(days=self._first.weekday())
        next_month = (self._first + timedelta(days=31)).replace(day=1)
        weeks = -(-(next_month - start).days // WEEK)
        shown = [start + timedelta(days=offset) for offset in range(weeks * WEEK)]
        self._days.show(
            [
                {
                    "day": one.isoformat(),
                    "number": one.day,
                    "here": one.month == self._first.month,
                    "past": one < today,
                    "today": one == today,
                }
                for one in shown
            ]
        )
        self.changed.emit()
