"""The end of a walk: what it found, what is left to complete, who is here, when the group comes back, and closing.

Works for the walk that has just ended and for one ended long ago: only its id comes in.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from walker.viewmodels.reading import Reading
from walker.viewmodels.rows import GrowingRows, Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sync.protocol.records import ExploratoryWalk
    from walker.domain.walk_end import WalkEnd

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

USUAL_MONTHS = 3  # what the choice of a day starts from
_TASK = ("code", "done", "count", "total", "first", "kind")


@QmlElement
class EndOfWalk(QObject):
    """`ready` False until the walk was read; `walkId` empty when no end page is open."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._walk_id = ""
        self._end: WalkEnd | None = None
        self._latest = False
        self._reading = Reading(tablet)
        self._tasks = GrowingRows(_TASK, self)
        tablet.recordsChanged.connect(self._look)
        tablet.wordsChanged.connect(self._look)

    @Property(str, notify=changed)
    def walkId(self) -> str:
        return self._walk_id

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self._end is not None

    @Property(RowListModel, constant=True)
    def tasks(self) -> RowListModel:
        """What to look at before parting: drafts, category, place, photos, voices, revisits, votes, answers, date."""
        return self._tasks

    @Property(bool, notify=changed)
    def canGoOn(self) -> bool:
        """Whether it is the walk that has just ended, so that it may not be over."""
        return self._latest

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._end.walk.title if self._end else ""

    @Property(float, notify=changed)
    def startedMs(self) -> float:
        return _ms(self._end.walk.started_at) if self._end else 0.0

    @Property(float, notify=changed)
    def endedMs(self) -> float:
        return _ms(self._end.walk.ended_at) if self._end else 0.0

    @Property(int, notify=changed)
    def seconds(self) -> int:
        walk = self._end.walk if self._end else None
        if walk is None or walk.started_at is None or walk.ended_at is None:
            return 0
        return max(0, round((times.parse_time(walk.ended_at) - times.parse_time(walk.started_at)).total_seconds()))

    @Property(float, notify=changed)
    def lengthM(self) -> float:
        return (self._end.walk.length_cm or 0) / 100 if self._end else 0.0

    @Property(str, notify=changed)
    def period(self) -> str:
        """day, night, mixed or unknown: as it was held."""
        return (self._end.walk.period_held or "") if self._end else ""

    @Property(str, notify=changed)
    def periodLabel(self) -> str:
        return self.tablet.label("day_night", self._end.walk.period_held) if self._end else ""

    @Property(int, notify=changed)
    def stops(self) -> int:
        return self._end.stops if self._end else 0

    @Property(int, notify=changed)
    def reports(self) -> int:
        return self._end.reports if self._end else 0

    @Property(int, notify=changed)
    def liked(self) -> int:
        return self._end.liked if self._end else 0

    @Property(int, notify=changed)
    def spaces(self) -> int:
        return self._end.spaces if self._end else 0

    @Property(int, notify=changed)
    def asked(self) -> int:
        """Questions of the grid at the stops where it was opened."""
        return self._end.asked if self._end else 0

    @Property(int, notify=changed)
    def answered(self) -> int:
        return self._end.answered if self._end else 0

    @Property(int, notify=changed)
    def resolved(self) -> int:
        return self._said("resolved")

    @Property(int, notify=changed)
    def persists(self) -> int:
        return self._said("persists")

    @Property(int, notify=changed)
    def worse(self) -> int:
        return self._said("worse")

    @Property(int, notify=changed)
    def notSeen(self) -> int:
        return self._said("not_seen")

    @Property(int, notify=changed)
    def came(self) -> int:
        """How many came, by the counts of who they are; -1: not collected."""
        return -1 if self._end is None or self._end.came is None else self._end.came

    @Property(int, notify=changed)
    def atStart(self) -> int:
        """-1: nobody counted."""
        return _count(self._end.walk.headcount_start) if self._end else -1

    @Property(int, notify=changed)
    def atEnd(self) -> int:
        return _count(self._end.walk.headcount_end) if self._end else -1

    @Property(int, notify=changed)
    def missing(self) -> int:
        """How many fewer than at the start; below 0: more."""
        walk = self._end.walk if self._end else None
        if walk is None or walk.headcount_start is None or walk.headcount_end is None:
            return 0
        return walk.headcount_start - walk.headcount_end

    @Property(str, notify=changed)
    def nextVisit(self) -> str:
        """As YYYY-MM-DD; empty: the walk stays open."""
        return (self._end.walk.next_visit_on or "") if self._end else ""

    @Property(int, notify=changed)
    def nextVisitMonths(self) -> int:
        """Which of the usual choices that day is; 0: none of them."""
        return self._months()

    @Property(int, notify=changed)
    def withoutAnswer(self) -> int:
        """Findings that have no disposition, as last received."""
        return self._waiting()

    @Property(bool, notify=changed)
    def answersReceived(self) -> bool:
        """Whether the office has ever said anything of this walk's findings."""
        return self._end is not None and self._end.answers_received

    @Property(int, notify=changed)
    def stillToDo(self) -> int:
        """How many things keep the walk open; 0: the office can be asked to close it."""
        return 0 if self._end is None else self._waiting() + (0 if self._end.closing.return_dated else 1)

    @Property(bool, notify=changed)
    def askedToClose(self) -> bool:
        return self._end is not None and self._end.request is not None

    @Property(int, notify=changed)
    def votedPeople(self) -> int:
        return self._end.poll.people if self._end and self._end.poll else 0

    @Property(int, notify=changed)
    def voices(self) -> int:
        return self._end.voices if self._end else 0

    @Property(bool, notify=changed)
    def leads(self) -> bool:
        """Whether this tablet leads the walk: only then it counts the group, dates the return and asks to close."""
        return self._leads()

    def walk_shown(self) -> ExploratoryWalk | None:
        """For the pages that are opened from this one."""
        return self._end.walk if self._end else None

    def open(self, walk_id: str, *, latest: bool) -> None:
        """The page opens on that walk; `latest`: it has just ended and may be gone on with."""
        if walk_id != self._walk_id:
            self._end = None
            self._tasks.show([])
        self._walk_id, self._latest = walk_id, latest
        self._look()
        self.changed.emit()

    def leave(self) -> None:
        """The page is gone."""
        self._walk_id = ""
        self._reading.drop()

    @Slot(int)
    @told
    def count(self, people: int) -> None:
        """So many are here now: a number, no names."""
        from walker.domain.walk_end import count_at_end

        if self._walk_id:
            self._changed(count_at_end(self.tablet.store, self._walk_id, max(0, people)))

    @Slot(int)
    def comeBackIn(self, months: int) -> None:
        """The usual choices; the same one again takes the date back."""
        from walker.domain.walk_end import in_months

        self._come_back(None if months == self._months() else in_months(self._today(), months))

    @Slot(int, int)
    def moveDay(self, months: int, days: int) -> None:
        """Earlier or later, never before tomorrow; the first touch starts from the usual time."""
        from datetime import date

        from walker.domain.walk_end import in_months

        held = self._end.walk.next_visit_on if self._end else None
        if held is None:
            self._come_back(in_months(self._today(), USUAL_MONTHS))
            return
        day = in_months(date.fromisoformat(held), months) + timedelta(days=days)
        self._come_back(max(day, self._today() + timedelta(days=1)))

    @Slot()
    @told
    def close(self) -> None:
        """Ask the office to close the walk; nothing when something is still missing."""
        from walker.domain.walk_end import ask_to_close

        if self._end is None or not self._end.closing.closed:
            return
        request = ask_to_close(self.tablet.store, self.tablet.clock, self._walk_id)
        self._end = replace(self._end, request=request)
        self.changed.emit()
        self.tablet.recordsChanged.emit()

    @told
    def _come_back(self, day: date | None) -> None:
        from walker.domain.walk_end import date_return

        if self._walk_id:
            self._changed(date_return(self.tablet.store, self._walk_id, day.isoformat() if day else None))

    def _changed(self, walk: ExploratoryWalk) -> None:
        """Shown at once; what follows from it is read again."""
        if self._end is not None:
            dated = replace(self._end.closing, return_dated=walk.next_visit_on is not None)
            self._end = replace(self._end, walk=walk, closing=dated)
        self._tasks.show(self._task_rows())
        self.changed.emit()
        self.tablet.recordsChanged.emit()

    @Slot()
    def _look(self) -> None:
        if not self._walk_id:
            return
        from walker.domain.walk_end import sum_up

        store, catalogue, walk_id, today = self.tablet.store, self.tablet.catalogue, self._walk_id, self._today()
        self._reading.ask(lambda: sum_up(store, catalogue, walk_id, today), self._show)

    def _show(self, end: WalkEnd) -> None:
        if end.walk.id == self._walk_id:
            self._end = end
            self._tasks.show(self._task_rows())
            self.changed.emit()

    def _task_rows(self) -> list[Row]:
        end = self._end
        if end is None:
            return []
        poll = end.poll
        uncategorised = [("report", report_id) for report_id in end.without_category]
        rows = [
            _task("drafts", not end.drafts, len(end.drafts), first=_first(end.drafts)),
            _task("category", not uncategorised, len(uncategorised), first=_first(uncategorised)),
            _task("place", not end.without_place, len(end.without_place), first=_first(end.without_place)),
            _task("photos", not end.unchecked, end.unchecked),
        ]
        if spoken := sum(note.walk_id == self._walk_id for note in self.tablet.store.voices.held()):
            rows.append(_task("voices", False, spoken))
        if end.unseen or end.verdicts:
            rows.append(_task("revisits", not end.unseen, end.unseen, total=end.unseen + sum(end.verdicts.values())))
        if self._leads():
            voted = poll is not None and poll.closed_at is not None
            rows.append(_task("votes", voted, poll.people if poll else 0, end.voices))
        rows.append(_task("answers", not self._waiting(), self._waiting()))
        if self._leads():
            rows.append(_task("date", end.closing.return_dated, 0))
        return sorted(rows, key=lambda row: bool(row["done"]))  # what is left to do first

    def _leads(self) -> bool:
        return not self.tablet.store.joined.includes(self._walk_id)

    def _waiting(self) -> int:
        return len(self._end.closing.without_disposition) if self._end else 0

    def _months(self) -> int:
        from walker.domain.walk_end import in_months

        day = self._end.walk.next_visit_on if self._end else None
        return next((n for n in (1, 3, 6) if day == in_months(self._today(), n).isoformat()), 0)

    def _said(self, verdict: str) -> int:
        return self._end.verdicts.get(verdict, 0) if self._end else 0

    def _today(self) -> date:
        return self.tablet.clock().astimezone().date()


def _task(code: str, done: bool, count: int, total: int = 0, *, first: tuple[str, str] = ("", "")) -> Row:
    return {"code": code, "done": done, "count": count, "total": total, "kind": first[0], "first": first[1]}


def _first(found: Sequence[tuple[str, str]]) -> tuple[str, str]:
    return found[0] if found else ("", "")


def _count(number: int | None) -> int:
    return -1 if number is None else number


def _ms(moment: str | None) -> float:
    return times.parse_time(moment).timestamp() * 1000 if moment else 0.0
