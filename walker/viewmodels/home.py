"""The first page: the walk that is prepared, what waits, and what became of earlier findings, newest first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import Answer, HandlingView, Report, SpaceCandidate, WalkPlan
from walker.store.sending import CONFLICT, HELD, REFUSED, WAITING
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

ANSWERS_SHOWN = 30
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
class HomeStatus(QObject):
    """Read again whenever something was saved or received."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._answers = RowListModel(("reportId", "status", "place", "sentence", "atMs"), self)
        self._drafts = RowListModel(("draftId", "kind", "label", "iconName", "text", "atMs"), self)
        self._waiting = 0
        self._held = 0
        self._kept = 0
        self.plan: WalkPlan | None = None
        tablet.recordsChanged.connect(self._look)
        tablet.wordsChanged.connect(self._look)
        self._look()

    @Property(RowListModel, constant=True)
    def answers(self) -> RowListModel:
        return self._answers

    @Property(RowListModel, constant=True)
    def drafts(self) -> RowListModel:
        """Forms that were left before they were saved."""
        return self._drafts

    @Property(int, notify=changed)
    def waiting(self) -> int:
        """Records and pictures not yet on the server."""
        return self._waiting

    @Property(int, notify=changed)
    def held(self) -> int:
        """Photos that nobody has looked at."""
        return self._held

    @Property(int, notify=changed)
    def kept(self) -> int:
        """Refused, or in two versions."""
        return self._kept

    @Property(bool, notify=changed)
    def hasPlan(self) -> bool:
        return self.plan is not None

    @Property(str, notify=changed)
    def planTitle(self) -> str:
        return self.plan.title if self.plan else ""

    @Property(str, notify=changed)
    def planDay(self) -> str:
        """As YYYY-MM-DD; empty when it has no date."""
        return (self.plan.planned_on or "") if self.plan else ""

    @Property(int, notify=changed)
    def planStops(self) -> int:
        return len(self.plan.planned_stops) if self.plan else 0

    @Property(str, notify=changed)
    def planPublics(self) -> str:
        codes = self.plan.publics if self.plan else ()
        return ", ".join(self.tablet.label("publics", code) for code in codes)

    @Property(str, notify=changed)
    def territory(self) -> str:
        """The district this tablet walks in, by its name; empty when there are none or several."""
        code = self.territory_code()
        return self.tablet.label("territories", code)

    def territory_code(self) -> str | None:
        """The one that the server gave this tablet, when there is only one."""
        import json

        from walker.domain.words import TERRITORIES_SETTING

        given = json.loads(self.tablet.store.settings.get(TERRITORIES_SETTING) or "[]")
        return str(given[0]) if len(given) == 1 else None

    @Slot()
    def _look(self) -> None:
        store = self.tablet.store
        counts = store.sending.totals().counts
        self._waiting = counts.get(WAITING, 0) + store.locks.unsent()  # of an earlier group too: it goes with the rest
        self._held = counts.get(HELD, 0)
        self._kept = counts.get(REFUSED, 0) + counts.get(CONFLICT, 0)
        self.plan = self._next_plan()
        self._answers.show(self._answer_rows())
        self._drafts.show(self._draft_rows())
        self.changed.emit()

    def _next_plan(self) -> WalkPlan | None:
        """The nearest one of today or later."""
        today = self.tablet.clock().date()
        plans = [plan for plan in self.tablet.store.copies.all(WalkPlan) if _day(plan) >= today]
        return min(plans, key=_day, default=None)

    def _answer_rows(self) -> list[Row]:
        """One line a finding: its last public answer, else where it stands."""
        store = self.tablet.store
        last: dict[str, tuple[str, str, str]] = {}
        for view in store.copies.all(HandlingView):
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
        newest = sorted(last.items(), key=lambda item: item[1][0], reverse=True)[:ANSWERS_SHOWN]
        return [
            {
                "reportId": report_id,
                "status": status,
                "place": self._place(report_id),
                "sentence": words,
                "atMs": _ms(at),
            }
            for report_id, (at, status, words) in newest
        ]

    def _facts(self, view: HandlingView) -> str:
        parts = (self.tablet.label("statuses", view.status), view.organisation, view.planned_on or "")
        return " · ".join(part for part in parts if part)

    def _place(self, report_id: str) -> str:
        """What and where, in the words of the finding."""
        record = self.tablet.store.records.find(report_id)
        view = self.tablet.store.handling_of(report_id)
        category = record.category if isinstance(record, Report) else view.category if view else None
        address = (view.address if view else "") or (record.address if isinstance(record, Report) else "")
        number = view.number if view else ""
        parts = (self.tablet.label("categories", category), address, number)
        return " · ".join(part for part in parts if part)

    def _draft_rows(self) -> list[Row]:
        rows: list[Row] = []
        for draft in self.tablet.store.drafts.all():
            is_space = draft.kind == SpaceCandidate.RECORD
            name = "kind" if is_space else "category"
            word_list = "space_kinds" if is_space else "categories"
            entry = self.tablet.catalogue.get(word_list, draft.body.get(name) or "")
            liked = draft.body.get("kind") == "liked_place"
            rows.append(
                {
                    "draftId": draft.id,
                    "kind": "space" if is_space else "liked" if liked else "report",
                    "label": self.tablet.said(entry) if entry else "",
                    "iconName": entry.icon if entry else "flower-2" if is_space else "heart" if liked else "flag",
                    "text": str(draft.body.get("text") or ""),
                    "atMs": _ms(draft.updated_at),
                }
            )
        return rows


def _day(plan: WalkPlan) -> date:
    return date.fromisoformat(plan.planned_on) if plan.planned_on else date.max


def _ms(moment: str) -> float:
    return times.parse_time(moment).timestamp() * 1000
