"""The first page: the walk that is prepared, and what waits for whom."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import ExploratoryWalk, Photo, SpaceCandidate, VoiceNote
from walker.domain.attendance import people
from walker.domain.perimeters import the_known_one
from walker.domain.preparation import Coming, frame_of, frozen_grid, is_of_young_people, length_of, next_one, today_of
from walker.domain.units import DEGREES
from walker.store.sending import CONFLICT, REFUSED, WAITING
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet
from walker.viewmodels.walk_words import name_of

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HomeStatus(QObject):
    """What was saved or received is counted when somebody looks: behind another page nobody does."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._line = RowListModel(("path",), self)
        self._marks = RowListModel(("number", "latitude", "longitude"), self)
        self._due, self._due_before = 0, ""
        self._drafts = RowListModel(("draftId", "kind", "label", "iconName", "text", "atMs"), self)
        self._waiting = 0
        self._held = 0
        self._voices = 0
        self._kept = 0
        self._next: Coming | None = None
        self._stale = True
        tablet.recordsChanged.connect(self._look)
        tablet.wordsChanged.connect(self._look)

    @Property(RowListModel, constant=True)
    def drafts(self) -> RowListModel:
        """Forms that were left before they were saved."""
        self._refresh()
        return self._drafts

    @Property(int, notify=changed)
    def waiting(self) -> int:
        """Records and pictures not yet on the server."""
        self._refresh()
        return self._waiting

    @Property(int, notify=changed)
    def held(self) -> int:
        """Photos that nobody has looked at."""
        self._refresh()
        return self._held

    @Property(int, notify=changed)
    def voices(self) -> int:
        """Voice notes that nobody has listened to."""
        self._refresh()
        return self._voices

    @Property(int, notify=changed)
    def kept(self) -> int:
        """Refused, or in two versions."""
        self._refresh()
        return self._kept

    @Property(str, notify=changed)
    def sending(self) -> str:
        """waiting: something can leave; kept: the rest needs a person; not_enrolled; nothing: not one sending; sent."""
        self._refresh()
        settings = self.tablet.store.settings
        if self._waiting:
            return "waiting"
        if self._kept or self._held or self._voices:
            return "kept"
        if settings.get("server_url") is None:
            return "not_enrolled"
        return "sent" if settings.get("last_sync") else "nothing"

    @Property(float, notify=changed)
    def sentMs(self) -> float:
        """When a sending last went well; 0 before the first."""
        last = self.tablet.store.settings.get("last_sync")
        return _ms(last) if last else 0.0

    @property
    def next(self) -> Coming | None:
        """The walk that is offered."""
        self._refresh()
        return self._next

    @Property(bool, notify=changed)
    def hasPlan(self) -> bool:
        return self.next is not None

    @Property(str, notify=changed)
    def planId(self) -> str:
        """The walk that is offered: ours, or the office's; empty when none is prepared."""
        return self.next_id()

    @Property(str, notify=changed)
    def planTitle(self) -> str:
        return name_of(self.tablet, self.next.walk) if self.next else ""

    @Property(str, notify=changed)
    def planDay(self) -> str:
        """As YYYY-MM-DD; empty when it has no date."""
        return (self.next.walk.planned_on or "") if self.next else ""

    @Property(bool, notify=changed)
    def planIsToday(self) -> bool:
        return self.next is not None and self.next.day == today_of(self.tablet.clock)

    @Property(int, notify=changed)
    def planStops(self) -> int:
        return len(self.next.walk.planned_stops) if self.next else 0

    @Property(float, notify=changed)
    def planLengthM(self) -> float:
        return length_of(self.next.walk) if self.next else 0.0

    @Property(str, notify=changed)
    def planPublics(self) -> str:
        codes = self.next.walk.publics if self.next else ()
        return ", ".join(self.tablet.label("publics", code) for code in codes)

    @Property(int, notify=changed)
    def planPeople(self) -> int:
        """How many were counted; -1 when nobody did."""
        walk = self._own()
        counted = people(walk.attendance) if walk else None
        return -1 if counted is None else counted

    @Property(bool, notify=changed)
    def planStepFree(self) -> bool:
        walk = self._own()
        return walk is not None and walk.step_free is True

    @Property(str, notify=changed)
    def planGrid(self) -> str:
        return self.tablet.label("grids", self.next.walk.grid_code) if self.next else ""

    @Property(int, notify=changed)
    def planGridVersion(self) -> int:
        """The one it would get today; 0 when it is not known here."""
        walk = self._own()
        if self.next is None or not self.next.walk.grid_code:
            return 0
        if walk is None:
            return self.next.walk.grid_version or 0
        frozen = frozen_grid(walk, self.tablet.catalogue, today_of(self.tablet.clock))["grid_version"]
        return int(frozen or 0)

    @Property(bool, notify=changed)
    def planYouthWarns(self) -> bool:
        """Young people walk, and an adult referent or consent is not said: a warning, never a block."""
        walk = self._own()
        return walk is not None and is_of_young_people(walk) and not (walk.adult_referent and walk.consent_collected)

    @Property(RowListModel, constant=True)
    def planLine(self) -> RowListModel:
        """The way of the prepared walk, as one line."""
        self._refresh()
        return self._line

    @Property(RowListModel, constant=True)
    def planMarks(self) -> RowListModel:
        self._refresh()
        return self._marks

    @Property(float, notify=changed)
    def planLatitude(self) -> float:
        """The middle of the way; NaN when none is drawn."""
        return self._frame()[0]

    @Property(float, notify=changed)
    def planLongitude(self) -> float:
        return self._frame()[1]

    @Property(float, notify=changed)
    def planSpanM(self) -> float:
        return self._frame()[2]

    @Property(int, notify=changed)
    def due(self) -> int:
        """Findings of earlier walks that nobody has verified."""
        return self._due

    @Property(str, notify=changed)
    def dueBefore(self) -> str:
        """The nearest day a return is planned for, YYYY-MM-DD; empty when none is."""
        return self._due_before

    @Property(str, notify=changed)
    def territory(self) -> str:
        """The district this tablet walks in, by its name; empty when there are none or several."""
        code = self.territory_code()
        return self.tablet.label("territories", code)

    def territory_code(self) -> str | None:
        """The one that the server gave this tablet, when there is only one; else that of the latest walk."""
        return the_known_one(self.tablet.store)

    def next_id(self) -> str:
        """The walk that is offered: ours, or the office's; empty when none is prepared."""
        return self.next.walk.id if self.next else ""

    @Slot()
    def countDue(self) -> None:
        """What is to be looked at again, counted off the window's thread: it reads all findings."""
        store = self.tablet.store
        today = today_of(self.tablet.clock).isoformat()

        def count() -> tuple[int, str]:
            from walker.domain.revisits import due

            visits = [walk.next_visit_on for walk in store.records.all(ExploratoryWalk) if walk.next_visit_on]
            return len(due(store, None)), min((day for day in visits if day >= today), default="")

        self.tablet.reads.run(count, self._counted, self.tablet.tell)

    def _counted(self, found: tuple[int, str]) -> None:
        self._due, self._due_before = found
        self.changed.emit()

    def _frame(self) -> tuple[float, float, float]:
        held = frame_of(self.next.walk) if self.next else None
        return held or (math.nan, math.nan, 0.0)

    def _own(self) -> ExploratoryWalk | None:
        walk = self.next.walk if self.next else None
        return walk if isinstance(walk, ExploratoryWalk) else None

    @Slot()
    def _look(self) -> None:
        self._stale = True
        self.changed.emit()

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        store = self.tablet.store
        counts = store.sending.counts()
        self._waiting = counts.get(WAITING, 0) + store.locks.unsent()  # of an earlier group too: it goes with the rest
        self._held, self._voices = store.sending.held(Photo), store.sending.held(VoiceNote)  # an open vote is neither
        self._kept = counts.get(REFUSED, 0) + counts.get(CONFLICT, 0)
        self._next = next_one(store, today_of(self.tablet.clock))
        self._draw()
        self._drafts.show(self._draft_rows())

    def _draw(self) -> None:
        """The way and stops of the prepared walk, for its small map."""
        walk = self._next.walk if self._next else None
        if walk is None or not (walk.route or walk.planned_stops):
            self._line.show([])
            self._marks.show([])
            return
        from PySide6.QtPositioning import QGeoCoordinate

        way = [QGeoCoordinate(point.lat_e7 / DEGREES, point.lon_e7 / DEGREES) for point in walk.route]
        self._line.show([{"path": way}] if len(way) > 1 else [])
        self._marks.show(
            [
                {"number": at, "latitude": point.lat_e7 / DEGREES, "longitude": point.lon_e7 / DEGREES}
                for at, point in enumerate(walk.planned_stops, start=1)
            ]
        )

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


def _ms(moment: str) -> float:
    return times.parse_time(moment).timestamp() * 1000
