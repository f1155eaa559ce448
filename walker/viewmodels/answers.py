"""What became of findings: the newest first, a refusal with its reason, and what the person has not seen yet."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import Answer, HandlingView, Report
from walker.viewmodels.reading import Reading
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

SEEN_SETTING = "answers_seen"  # the moment of the newest answer that somebody has read
ON_HOME = 4
MOST = 200
_NAMES = ("reportId", "status", "place", "sentence", "atMs", "isNew")
# What a status group is for those who reported; others ("new", "merged") have nothing to say yet.
_STANDING = {
    "assigned": "waiting",
    "clarify": "waiting",
    "watched": "waiting",
    "planned": "planned",
    "done": "done",
    "treated": "done",
    "refused": "refused",
}


@QmlElement
class AnswerList(QObject):
    """Read beside the window's thread once home is open, and again whenever something was received."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._newest = RowListModel(_NAMES, self)
        self._all = RowListModel(_NAMES, self)
        self._unread = 0
        self._mark: tuple[int, int, int, int] | None = None  # of the copies that are shown, or being read
        self._reading = Reading(tablet)
        tablet.recordsChanged.connect(self._look_again)
        tablet.wordsChanged.connect(self._say_again)

    @Property(RowListModel, constant=True)
    def newest(self) -> RowListModel:
        """Those that home shows."""
        return self._newest

    @Property(RowListModel, constant=True)
    def all(self) -> RowListModel:
        return self._all

    @Property(int, notify=changed)
    def unread(self) -> int:
        """How many came since somebody last read them."""
        return self._unread

    @Property(float, notify=changed)
    def receivedMs(self) -> float:
        """When the newest was given; 0 when there is none."""
        return float(self._all.rows[0]["atMs"]) if self._all.rows else 0.0

    @Slot()
    @told
    def markRead(self) -> None:
        """They were on screen: none of them is new any more."""
        if self._unread:
            self.tablet.store.settings.set(SEEN_SETTING, str(self.receivedMs))
            self._show([{**row, "isNew": False} for row in self._all.rows])

    @Slot()
    def look(self) -> None:
        """Home is open: what came since it was last read."""
        mark = self.tablet.store.copies.state()
        if mark != self._mark:
            self._mark = mark
            self._read()

    def forget(self) -> None:
        """Another group has the tablet."""
        self._show([])
        self._mark = None
        self.look()

    @Slot()
    def _look_again(self) -> None:
        """After every tap: only what the server sent can have changed this."""
        if self._mark is not None:
            self.look()

    @Slot()
    def _say_again(self) -> None:
        if self._mark is not None:
            self._read()

    def _read(self) -> None:
        seen = float(self.tablet.store.settings.get(SEEN_SETTING) or 0)
        self._reading.ask(lambda: self._rows(seen), self._show)

    def _show(self, rows: list[Row]) -> None:
        self._unread = sum(bool(row["isNew"]) for row in rows)
        self._all.show(rows)
        self._newest.show(rows[:ON_HOME])
        self.changed.emit()

    def _rows(self, seen: float) -> list[Row]:
        """One line a finding: its last public answer, else where it stands. It reads all of them."""
        store = self.tablet.store
        last: dict[str, tuple[str, str, str]] = {}
        views = {view.report_id: view for view in store.copies.all(HandlingView)}
        for view in views.values():
            standing = _STANDING.get(view.group)
            if standing is not None:
                line = max(view.history, key=lambda line: line.at, default=None)
                words = line.words if line else ""
                last[view.report_id] = (line.at if line else view.updated_at, standing, words or self._facts(view))
        for answer in sorted(store.copies.all(Answer), key=lambda answer: answer.published_at):
            entry = self.tablet.catalogue.get("statuses", answer.status)
            standing = _STANDING.get(entry.data.get("group", "") if entry else "", "waiting")
            reason = self.tablet.label("refusal_reasons", answer.reason)
            words = " – ".join(part for part in (reason, answer.words) if part)
            if answer.published_at >= last.get(answer.report_id, ("",))[0]:
                last[answer.report_id] = (answer.published_at, standing, words)
        own = {report.id: report for report in store.records.all(Report)} if last else {}
        newest = sorted(last.items(), key=lambda item: item[1][0], reverse=True)[:MOST]
        return [
            {
                "reportId": report_id,
                "status": status,
                "place": self._place(own.get(report_id), views.get(report_id)),
                "sentence": words,
                "atMs": _ms(at),
                "isNew": _ms(at) > seen,
            }
            for report_id, (at, status, words) in newest
        ]

    def _facts(self, view: HandlingView) -> str:
        parts = (self.tablet.label("statuses", view.status), view.organisation, view.planned_on or "")
        return " · ".join(part for part in parts if part)

    def _place(self, report: Report | None, view: HandlingView | None) -> str:
        """What and where, in the words of the finding."""
        category = report.category if report else view.category if view else None
        address = (view.address if view else "") or (report.address if report else "")
        number = view.number if view else report.provisional_number if report else ""
        parts = (self.tablet.label("categories", category), address, number)
        return " · ".join(part for part in parts if part)


def _ms(moment: str) -> float:
    return times.parse_time(moment).timestamp() * 1000
