"""The walk being held: track, position, findings on the map, and its end. Records as replay does."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import ExploratoryWalk, Position, Report, SpaceCandidate, Stop, WalkPlan
from walker.domain.units import DEGREES
from walker.errors import StoreError
from walker.viewmodels.markers import NAMES, MapView, Mark, visible
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from walker.domain.walk_session import WalkSession

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

PIECE = 200  # fixes of one drawn line: only the last two are drawn again at each fix
TICK_MS = 1000


def unfinished(walks: Sequence[ExploratoryWalk]) -> ExploratoryWalk | None:
    """The walk that was being held when the tablet went off."""
    open_ones = [walk for walk in walks if walk.state == "held" and walk.ended_at is None and walk.length_cm is None]
    return open_ones[-1] if open_ones else None


@QmlElement
class LiveWalk(QObject):
    """One walk at a time; `running` False when there is none."""

    changed = Signal()  # begun, ended, or something recorded
    moved = Signal()
    ticked = Signal()
    recorded = Signal(str, str, str)  # kind, id, label: what the undo bar offers to take back

    def __init__(self, tablet: Tablet, home: Callable[[], tuple[float, float]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self.session: WalkSession | None = None
        self._home = home
        self._lines = RowListModel(("path",), self)
        self._markers = RowListModel(NAMES, self)
        self._members = RowListModel(("recordId", "kind", "label", "iconName"), self)
        self._marks: list[Mark] = []
        self._view = MapView()
        self._frozen: list[Row] = []
        self._frozen_to = 0
        self._unkept = -1  # how many fixes there were when the disk last refused one
        self._reports = self._spaces = self._stops = 0
        self._ended: ExploratoryWalk | None = None
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.ticked)
        self._timer.timeout.connect(self.moved)  # a fix grows old
        tablet.locator.moved.connect(self._on_moved)
        tablet.recordsChanged.connect(self._look)
        tablet.wordsChanged.connect(self._look)

    @Property(bool, notify=changed)
    def running(self) -> bool:
        return self.session is not None

    @Property(str, notify=changed)
    def title(self) -> str:
        walk = self._walk()
        return walk.title if walk else ""

    @Property(float, notify=changed)
    def startedMs(self) -> float:
        """For the page to write as a date; 0 when unknown."""
        walk = self._walk()
        return _ms(walk.started_at) if walk and walk.started_at else 0.0

    @Property(int, notify=ticked)
    def seconds(self) -> int:
        walk = self._walk()
        if walk is None or walk.started_at is None:
            return 0
        until = times.parse_time(walk.ended_at) if walk.ended_at else self.tablet.clock()
        return max(0, round((until - times.parse_time(walk.started_at)).total_seconds()))

    @Property(float, notify=moved)
    def lengthM(self) -> float:
        if self.session is not None:
            return self.session.recording.length_m
        return (self._ended.length_cm or 0) / 100 if self._ended else 0.0

    @Property(bool, notify=moved)
    def located(self) -> bool:
        """Whether we know where we are now."""
        return self.tablet.locator.is_fresh

    @Property(float, notify=moved)
    def latitude(self) -> float:
        """Where we are or last were; the map's own place before the first fix."""
        return self.place()[0]

    @Property(float, notify=moved)
    def longitude(self) -> float:
        return self.place()[1]

    @Property(float, notify=moved)
    def accuracyM(self) -> float:
        """NaN when the receiver does not say."""
        fix = self.tablet.locator.fix
        return math.nan if fix is None or fix.accuracy_m is None else fix.accuracy_m

    @Property(float, notify=moved)
    def heading(self) -> float:
        return self.tablet.locator.heading

    @Property(RowListModel, constant=True)
    def lines(self) -> RowListModel:
        return self._lines

    @Property(RowListModel, constant=True)
    def markers(self) -> RowListModel:
        return self._markers

    @Property(RowListModel, constant=True)
    def members(self) -> RowListModel:
        """Of the cluster that is open."""
        return self._members

    @Property(int, notify=changed)
    def reportCount(self) -> int:
        return self._reports

    @Property(int, notify=changed)
    def spaceCount(self) -> int:
        return self._spaces

    @Property(int, notify=changed)
    def stopCount(self) -> int:
        return self._stops

    @told
    def start(self, plan: WalkPlan | None, territory: str | None) -> None:
        """Begin: on disk when this returns."""
        from walker.domain.walk_session import WalkSession

        fields: dict[str, Any] = {} if plan is None else _planned(plan)
        self._follow(WalkSession.start(self.tablet.store, self.tablet.clock, **{"territory": territory, **fields}))

    @told
    def resume(self, walk_id: str) -> None:
        """Go on with a walk that was cut off."""
        from walker.domain.walk_session import WalkSession

        self._follow(WalkSession.resume(self.tablet.store, walk_id, self.tablet.clock))

    def forget(self) -> None:
        """The walk that ended here is no longer shown: the tablet goes to others."""
        if self.session is None:
            self._ended = None
            self._reports = self._spaces = self._stops = 0
            self._frozen, self._frozen_to = [], 0
            self._lines.show([])
            self._look()

    @told
    def take_part(self, walk_id: str) -> None:
        """A walk that another tablet leads: recorded here too, also again after its end here."""
        walk = self.tablet.store.records.get(walk_id)
        if isinstance(walk, ExploratoryWalk) and walk.ended_at is not None:
            self._ended = walk
            self.goOn()
        else:
            self.resume(walk_id)

    @Slot(float, float)
    @told
    def stopHere(self, lat: float, lon: float) -> None:
        """The group stops: here, or at the middle of the map when we do not know where we are."""
        place = self.tablet.place_now(lat, lon)
        if self.session is None or place is None:
            return
        stop = self.session.stop_here(place=place)
        self.recorded.emit("stop", stop.id, str(stop.ordinal + 1))
        self.tablet.recordsChanged.emit()

    @Slot(result=bool)
    def finish(self) -> bool:
        """Stop recording; true once that is on disk."""
        if self.session is None:
            return True
        self._finish()
        return self.session is None

    @Slot()
    @told
    def goOn(self) -> None:
        """The walk was not over: record again after a gap."""
        if self.session is not None or self._ended is None:
            return
        store, walk_id = self.tablet.store, self._ended.id
        with store.transaction():
            for stop in store.records.all(Stop, walk_id=walk_id):
                if stop.source == "track":  # found again at the next end
                    store.records.delete(stop.id)
        self.resume(walk_id)
        if self.session is not None:
            self.session.edit(ended_at=None, length_cm=None, period_held=None)
        self.changed.emit()

    @Slot(float, float, float, float, float)
    def look(self, lat: float, lon: float, zoom: float, width: float, height: float) -> None:
        """What of the map is on screen now."""
        self._view = MapView(lat=lat, lon=lon, zoom=zoom, width=width, height=height)
        self._markers.show(visible(self._marks, self._view))

    def looked_at(self) -> tuple[float, float]:
        """The middle of the map while a walk is held; NaN without one."""
        shown = self.session is not None and self._view.width > 0
        return (self._view.lat, self._view.lon) if shown else (math.nan, math.nan)

    @Slot(str)
    def openCluster(self, ids: str) -> None:
        """Show the members of a cluster as a list; nothing closes it."""
        wanted = set(ids.splitlines())
        self._members.show(
            [
                {"recordId": mark.record_id, "kind": mark.kind, "label": mark.label, "iconName": mark.icon}
                for mark in self._marks
                if mark.record_id in wanted
            ]
        )

    def close(self) -> None:
        """The window closes: what was recorded is on disk, the walk goes on at the next start."""
        self._timer.stop()
        if self.session is not None:
            self.session.pause()
            self._keep_last()

    @told
    def _keep_last(self) -> None:
        assert self.session is not None
        if self._unkept == self.session.recording.points:  # there may be room again
            self.session.recording.save()

    @told
    def _finish(self) -> None:
        assert self.session is not None
        self._ended = self.session.finish().walk
        self.session = None
        self._timer.stop()
        self.tablet.recordsChanged.emit()
        self.ticked.emit()
        self.moved.emit()

    def _follow(self, session: WalkSession) -> None:
        self.session = session
        self._ended = None
        self._frozen, self._frozen_to, self._unkept = [], 0, -1
        self._draw()
        self._timer.start()
        session.follow(self.tablet.locator, self._tell)
        self.tablet.recordsChanged.emit()
        self.moved.emit()

    def _tell(self, fault: StoreError) -> None:
        """A fix is not on disk yet: said at the first of several in a row."""
        assert self.session is not None
        points = self.session.recording.points
        if points != self._unkept + 1:
            self.tablet.tell(fault)
        self._unkept = points

    def _walk(self) -> ExploratoryWalk | None:
        return self.session.walk if self.session is not None else self._ended

    def place(self) -> tuple[float, float]:
        """Where we are or last were, else the middle of the map's pack."""
        fix = self.tablet.locator.fix
        if fix is None and self.session is not None:
            fix = self.session.recording.last
        return (fix.lat, fix.lon) if fix is not None else self._home()

    @Slot()
    def _on_moved(self) -> None:
        if self.session is not None:
            self._draw()
        self.moved.emit()

    def _draw(self) -> None:
        """The track as lines of at most a few hundred points; those behind us are not made again."""
        from PySide6.QtPositioning import QGeoCoordinate

        assert self.session is not None
        recording = self.session.recording
        while recording.points - self._frozen_to > 2 * PIECE:
            self._frozen += _paths(recording.shown(self._frozen_to, self._frozen_to + PIECE + 1), QGeoCoordinate)
            self._frozen_to += PIECE
        tail = _paths(recording.shown(self._frozen_to, recording.points), QGeoCoordinate)
        self._lines.show([*self._frozen, *tail])

    @Slot()
    def _look(self) -> None:
        """Read again what the walk holds."""
        walk = self._walk()
        self._marks = [] if walk is None else self._marks_of(walk.id)
        self._markers.show(visible(self._marks, self._view))
        self.changed.emit()

    def _marks_of(self, walk_id: str) -> list[Mark]:
        records, words = self.tablet.store.records, self.tablet
        reports = records.all(Report, walk_id=walk_id)
        spaces = records.all(SpaceCandidate, walk_id=walk_id)
        stops = records.all(Stop, walk_id=walk_id)
        self._reports, self._spaces, self._stops = len(reports), len(spaces), len(stops)
        marks = [_mark(stop.id, "stop", "", "hand", stop.position, number=stop.ordinal + 1) for stop in stops]
        for report in reports:
            kind = "liked" if report.kind == "liked_place" else "report"
            entry = words.catalogue.get("categories", report.category or "")
            icon = entry.icon if entry else "heart" if kind == "liked" else "flag"
            if report.position is not None:
                marks.append(_mark(report.id, kind, words.label("categories", report.category), icon, report.position))
        for space in spaces:
            entry = words.catalogue.get("space_kinds", space.kind or "")
            if space.position is not None:
                label = words.label("space_kinds", space.kind)
                marks.append(_mark(space.id, "space", label, entry.icon if entry else "flower-2", space.position))
        return marks


def _paths(pieces: Sequence[Sequence[object]], coordinate: type) -> list[Row]:
    return [
        {"path": [coordinate(fix.lat, fix.lon) for fix in piece]}  # type: ignore[attr-defined]
        for piece in pieces
        if len(piece) > 1
    ]


def _mark(record_id: str, kind: str, label: str, icon: str, place: Position, *, number: int = 0) -> Mark:
    return Mark(
        record_id=record_id,
        kind=kind,
        label=label,
        icon=icon,
        lat=place.lat_e7 / DEGREES,
        lon=place.lon_e7 / DEGREES,
        number=number,
    )


def _planned(plan: WalkPlan) -> dict[str, Any]:
    """What a prepared walk says, carried into the walk that is held."""
    names = ("title", "territory", "period_planned", "publics", "themes", "purposes", "organiser_kind")
    more = ("organiser_name", "grid_code", "grid_version", "route", "planned_stops", "follows_walk_id")
    return {"plan_id": plan.id, **{name: getattr(plan, name) for name in (*names, *more)}}


def _ms(moment: str) -> float:
    parsed: datetime = times.parse_time(moment)
    return parsed.timestamp() * 1000
