"""All walks of this tablet: to come (with those the office planned), done, cancelled; and one of them opened again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import Answer, ExploratoryWalk, Photo, Report, SpaceCandidate, Stop
from walker.domain.preparation import CANCELLED, HELD, Coming, coming, take_up, today_of
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told
from walker.viewmodels.walk_words import name_of

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class WalkLists(QObject):
    """Read again whenever something was saved or received, but not behind the pages of a walk that is held."""

    changed = Signal()
    openedChanged = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._coming = RowListModel(("walkId", "title", "day", "standing", "publics", "stops", "fromOffice"), self)
        self._done = RowListModel(("walkId", "title", "atMs", "findings", "nextVisit", "running"), self)
        self._cancelled = RowListModel(("walkId", "title", "day", "why"), self)
        self._open: ExploratoryWalk | None = None
        self._hidden = self._stale = False
        tablet.recordsChanged.connect(self._look)
        tablet.wordsChanged.connect(self._look)
        self._look()

    @Property(RowListModel, constant=True)
    def coming(self) -> RowListModel:
        """`standing`: today, later, undated, or past (its day went by and it was neither held nor cancelled)."""
        self._catch_up()
        return self._coming

    @Property(RowListModel, constant=True)
    def done(self) -> RowListModel:
        """The latest first."""
        self._catch_up()
        return self._done

    @Property(RowListModel, constant=True)
    def cancelled(self) -> RowListModel:
        self._catch_up()
        return self._cancelled

    @Property(str, notify=openedChanged)
    def openId(self) -> str:
        """The done walk that is looked at."""
        return self._open.id if self._open else ""

    @Property(str, notify=openedChanged)
    def openTitle(self) -> str:
        return name_of(self.tablet, self._open) if self._open else ""

    @Property(float, notify=openedChanged)
    def openStartedMs(self) -> float:
        return _ms(self._open.started_at) if self._open else 0.0

    @Property(int, notify=openedChanged)
    def openSeconds(self) -> int:
        walk = self._open
        if walk is None or not walk.started_at or not walk.ended_at:
            return 0
        return max(0, round((_ms(walk.ended_at) - _ms(walk.started_at)) / 1000))

    @Property(float, notify=openedChanged)
    def openLengthM(self) -> float:
        return (self._open.length_cm or 0) / 100 if self._open else 0.0

    @Property(str, notify=openedChanged)
    def openTerritory(self) -> str:
        return self.tablet.label("territories", self._open.territory) if self._open else ""

    @Property(str, notify=openedChanged)
    def openGrid(self) -> str:
        return self.tablet.label("grids", self._open.grid_code) if self._open else ""

    @Property(int, notify=openedChanged)
    def openGridVersion(self) -> int:
        return (self._open.grid_version or 0) if self._open else 0

    @Property(str, notify=openedChanged)
    def openNextVisit(self) -> str:
        """YYYY-MM-DD; empty when no return is dated."""
        return (self._open.next_visit_on or "") if self._open else ""

    @Property(int, notify=openedChanged)
    def openReports(self) -> int:
        return self._count(Report)

    @Property(int, notify=openedChanged)
    def openSpaces(self) -> int:
        return self._count(SpaceCandidate)

    @Property(int, notify=openedChanged)
    def openStops(self) -> int:
        return self._count(Stop)

    @Property(int, notify=openedChanged)
    def openPhotos(self) -> int:
        return self._count(Photo)

    @Property(int, notify=openedChanged)
    def openAnswers(self) -> int:
        """Findings of that walk that have an answer."""
        if self._open is None:
            return 0
        own = {report.id for report in self.tablet.store.records.all(Report, walk_id=self._open.id)}
        return len(own & {answer.report_id for answer in self.tablet.store.copies.all(Answer)})

    @Slot(str)
    @told
    def takeUp(self, walk_id: str) -> None:
        """A cancelled walk takes place after all."""
        take_up(self.tablet.store, walk_id)
        self.tablet.recordsChanged.emit()

    def open(self, walk_id: str) -> bool:
        """Look at a walk that was held; false when there is none."""
        walk = self.tablet.store.records.find(walk_id)
        self._open = walk if isinstance(walk, ExploratoryWalk) and walk.deleted_at is None else None
        self.openedChanged.emit()
        return self._open is not None

    def _count(self, kind: type[Report] | type[SpaceCandidate] | type[Stop] | type[Photo]) -> int:
        return len(self.tablet.store.records.all(kind, walk_id=self._open.id)) if self._open else 0

    def hide(self, hidden: bool) -> None:
        """A page that shows nothing of them is open: they are read once one does, or somebody asks."""
        self._hidden = hidden
        if not hidden:
            self._catch_up()

    def _catch_up(self) -> None:
        if self._stale:
            self._read()

    @Slot()
    def _look(self) -> None:
        self._stale = True
        if not self._hidden:
            self._read()

    def _read(self) -> None:
        self._stale = False
        store = self.tablet.store
        today = today_of(self.tablet.clock)
        walks = store.records.all(ExploratoryWalk)
        self._coming.show([self._coming_row(one, today) for one in coming(store, today)])
        held = [walk for walk in walks if walk.state == HELD]
        found = [store.records.count_by_walk(kind) for kind in (Report, SpaceCandidate)]
        self._done.show([self._done_row(walk, sum(one.get(walk.id, 0) for one in found)) for walk in reversed(held)])
        self._cancelled.show(
            [
                {
                    "walkId": walk.id,
                    "title": name_of(self.tablet, walk),
                    "day": walk.planned_on or "",
                    "why": self.tablet.label("cancel_reasons", walk.cancel_reason),
                }
                for walk in reversed(walks)
                if walk.state == CANCELLED
            ]
        )
        if self._open is not None:
            self.open(self._open.id)
        self.changed.emit()

    def _coming_row(self, one: Coming, today: date) -> Row:
        day = one.day
        return {
            "walkId": one.walk.id,
            "title": name_of(self.tablet, one.walk),
            "day": one.walk.planned_on or "",
            "standing": "undated" if day is None else "past" if day < today else "today" if day == today else "later",
            "publics": ", ".join(self.tablet.label("publics", code) for code in one.walk.publics),
            "stops": len(one.walk.planned_stops),
            "fromOffice": one.is_plan or bool(getattr(one.walk, "plan_id", None)),
        }

    def _done_row(self, walk: ExploratoryWalk, findings: int) -> Row:
        return {
            "walkId": walk.id,
            "title": name_of(self.tablet, walk),
            "atMs": _ms(walk.started_at or walk.created_at),
            "findings": findings,
            "nextVisit": walk.next_visit_on or "",
            "running": walk.ended_at is None and walk.length_cm is None,
        }


def _ms(moment: str | None) -> float:
    return times.parse_time(moment).timestamp() * 1000 if moment else 0.0
