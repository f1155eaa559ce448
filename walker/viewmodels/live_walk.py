"""The walk being held: begun, recorded, paused, stopped at places, ended. Records as replay does."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import ExploratoryWalk
from walker.viewmodels.headcount import Headcount
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.night_question import NightQuestion
from walker.viewmodels.pause_note import PauseNote
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from walker.domain.walk_session import WalkSession, WalkSummary
    from walker.viewmodels.live_map import LiveMap
else:  # what QML is told: the type itself comes with its module
    LiveMap = QObject

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 1000
GAP_SAID_S = 120  # a gap that just ended is said for so long


def unfinished(walks: Sequence[ExploratoryWalk]) -> ExploratoryWalk | None:
    """The walk that was being held when the tablet went off."""
    open_ones = [walk for walk in walks if walk.state == "held" and walk.ended_at is None and walk.length_cm is None]
    return open_ones[-1] if open_ones else None


@QmlElement
class LiveWalk(QObject):
    """One walk at a time; `running` False when there is none."""

    changed = Signal()  # begun, paused, ended, or something recorded
    moved = Signal()
    kept = Signal()  # what was walked is on disk
    ended = Signal(str)  # id of the walk whose end is on disk
    ticked = Signal()
    recorded = Signal(str, str, str)  # kind, id, label: what the undo bar offers to take back
    stopped = Signal(str, bool)  # id of the stop, and whether it is dark there
    answered = Signal(str)  # id of the stop: in the dark, on the map

    def __init__(self, tablet: Tablet, maps: MapPacks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self.session: WalkSession | None = None
        self._maps = maps
        self._night = NightQuestion(tablet, self)
        self._night.answered.connect(self.answered)
        self._headcount = Headcount(tablet, self)
        self._pause = PauseNote(tablet)
        self._locked = False
        self._refused = False  # the disk took no fix of late
        self._reports = self._spaces = self._stops = 0
        self._ended: ExploratoryWalk | None = None
        self._over: WalkSession | None = None  # of that walk, which may not be over
        self._ending = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.ticked)
        self._timer.timeout.connect(self.moved)  # a fix grows old
        tablet.locator.moved.connect(self._on_moved)
        tablet.recordsChanged.connect(self._look)

    @cached_property
    def _map(self) -> LiveMap:
        from walker.viewmodels.live_map import LiveMap

        return LiveMap(self.tablet, self._maps.covers, self)

    @Property(bool, notify=changed)
    def running(self) -> bool:
        return self.session is not None

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        """The walk goes on, its track is not recorded."""
        return self.session is not None and self._pause.is_paused

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        """Nothing on the page can be touched, against pockets and rain; recording goes on."""
        return self._locked

    @Slot(bool)
    def lock(self, wanted: bool) -> None:
        self._locked = wanted
        self.changed.emit()

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
        """Since the start, pauses left out."""
        walk = self._walk()
        if walk is None or walk.started_at is None:
            return 0
        until = times.parse_time(walk.ended_at) if walk.ended_at else self.tablet.clock()
        return max(0, round((until - times.parse_time(walk.started_at)).total_seconds() - self._pause.seconds))

    @Property(float, notify=moved)
    def lengthM(self) -> float:
        if self.session is not None:
            return self.session.recording.length_m
        return (self._ended.length_cm or 0) / 100 if self._ended else 0.0

    @Property(bool, notify=moved)
    def located(self) -> bool:
        """Whether we know where we are now."""
        return self.tablet.locator.is_fresh

    @Property(int, notify=moved)
    def lostSeconds(self) -> int:
        """For how long we have not known where we are; 0 while we do, or never did."""
        age = self.tablet.locator.age
        return 0 if age is None or self.tablet.locator.is_fresh else round(age.total_seconds())

    @Property(int, notify=moved)
    def gapSeconds(self) -> int:
        """How much of the way was not recorded, just after a gap; 0 otherwise."""
        gap = self.session.recording.last_gap if self.session is not None else None
        if gap is None or gap.seconds is None or gap.after.time is None:
            return 0
        since = (self.tablet.clock() - gap.after.time).total_seconds()
        return round(gap.seconds) if 0 <= since < GAP_SAID_S else 0

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

    @Property(LiveMap, constant=True)
    def map(self) -> LiveMap:
        return self._map

    @Property(NightQuestion, constant=True)
    def night(self) -> NightQuestion:
        return self._night

    @Property(Headcount, constant=True)
    def headcount(self) -> Headcount:
        return self._headcount

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
    def start(self, prepared: str, territory: str | None) -> None:
        """Begin the prepared walk of that id, else one without preparation: on disk when this returns."""
        from walker.domain.preparation import prepare
        from walker.domain.walk_session import WalkSession

        store, clock = self.tablet.store, self.tablet.clock
        with store.transaction():
            walk_id = prepared or prepare(store, clock, territory=territory).id
            session = WalkSession.begin(store, walk_id, clock, self.tablet.catalogue)
        self._follow(session)

    @told
    def resume(self, walk_id: str) -> None:
        """Go on with a walk that was cut off; one that paused still does."""
        from walker.domain.walk_session import WalkSession

        self._follow(WalkSession.resume(self.tablet.store, walk_id, self.tablet.clock))

    def forget(self) -> None:
        """The walk that ended here is no longer shown: the tablet goes to others."""
        if self.session is None:
            self._ended = self._over = None
            self._reports = self._spaces = self._stops = 0
            self._map.forget()
            self.changed.emit()

    @told
    def take_part(self, walk_id: str) -> None:
        """A walk that another tablet leads: recorded here too, also again after its end here."""
        walk = self.tablet.store.records.get(walk_id)
        if isinstance(walk, ExploratoryWalk) and walk.ended_at is not None:
            self._ended = walk
            self.goOn()
        else:
            self.resume(walk_id)

    @Slot()
    @told
    def pause(self) -> None:
        """Stop recording the track; findings can still be made."""
        if self.session is None or self._pause.is_paused or self._ending:
            return
        self._pause.begin()
        self.tablet.locator.watch(True)  # the map still follows
        self.session.pause()
        self.changed.emit()

    @Slot()
    @told
    def unpause(self) -> None:
        """Record again, after a gap."""
        if self.session is None or not self._pause.is_paused or self._ending:
            return
        self._pause.end()
        self.session.follow(self.tablet.locator, self._keep)
        self.tablet.locator.watch(False)
        self.changed.emit()

    @Slot(float, float)
    @told
    def stopHere(self, lat: float, lon: float) -> None:
        """The group stops: here, or at the middle of the map when we do not know where we are."""
        place = self.tablet.place_now(lat, lon)
        if self.session is None or place is None:
            return
        stop = self.session.stop_here(place=place, illuminance_mlx=self.tablet.illuminance_mlx())
        is_dark = stop.period == "night"
        self._night.ask(*((self.session.walk, stop) if is_dark else (None, None)))
        self.recorded.emit("stop", stop.id, str(stop.ordinal + 1))
        self.tablet.recordsChanged.emit()
        self.stopped.emit(stop.id, is_dark)

    @Slot()
    def finish(self) -> None:
        """Stop recording; `ended` once that is on disk: hours are judged beside the window's thread."""
        session = self.session
        if session is None or self._ending:
            return
        self._ending = True
        session.pause()

        def ended(summary: WalkSummary) -> None:
            if self.session is session:  # else the tablet was handed back meanwhile
                self._end(summary)

        def refused(fault: Exception) -> None:
            if self.session is session:
                self._end_refused(fault)

        self.tablet.track.run(session.finish, ended, refused)

    @told
    def finish_now(self) -> None:
        """The same at once, for whoever hands the tablet back; a disk that refuses is told."""
        if self.session is not None:
            self.tablet.track.settle()
            self._take_end(self.session.finish())

    @Slot()
    @told
    def goOn(self) -> None:
        """The walk was not over: record again after a gap."""
        ended = self._ended
        if self.session is not None or ended is None:
            return
        from walker.domain.walk_session import WalkSession, forget_found_stops

        store = self.tablet.store
        forget_found_stops(store, ended.id)
        session = self._over if self._over is not None and self._over.walk.id == ended.id else None
        self._follow(session or WalkSession.resume(store, ended.id, self.tablet.clock))
        if self.session is not None:
            self.session.edit(ended_at=None, length_cm=None, period_held=None)
        self.changed.emit()

    def looked_at(self) -> tuple[float, float]:
        """The middle of the map while a walk is held; NaN without one."""
        return self._map.middle if self.session is not None else (math.nan, math.nan)

    def close(self) -> None:
        """The window closes: what was recorded is on disk, the walk goes on at the next start."""
        self._timer.stop()
        self.tablet.light.stop()
        if self.session is not None:
            self.session.pause()
            self._keep_last()

    def place(self) -> tuple[float, float]:
        """Where we are or last were, else the middle of the map's pack."""
        fix = self.tablet.locator.fix
        if fix is None and self.session is not None:
            fix = self.session.recording.last
        return (fix.lat, fix.lon) if fix is not None else self._maps.centre()

    @told
    def _keep_last(self) -> None:
        assert self.session is not None
        self.tablet.track.settle()
        self.session.recording.save()  # there may be room again for what the disk refused

    def _keep(self) -> None:
        """A fix was taken: it goes to disk beside the window's thread, after those before it."""
        assert self.session is not None
        recording = self.session.recording

        def kept(_nothing: None) -> None:
            self._refused = False
            if self.session is not None and self.session.recording is recording:
                self._map.draw(recording)
                self.kept.emit()

        self.tablet.track.run(recording.save, kept, self._refuse)

    def _end(self, summary: WalkSummary) -> None:
        self._take_end(summary)
        self.ended.emit(summary.walk.id)

    def _end_refused(self, fault: Exception) -> None:
        """The walk goes on being recorded."""
        self._ending = False
        if self.session is not None and not self._pause.is_paused:
            self.session.follow(self.tablet.locator, self._keep)
        self.tablet.tell(fault)

    def _take_end(self, summary: WalkSummary) -> None:
        self._ended, self._ending = summary.walk, False
        if self._pause.is_paused:
            self._pause.end()
            self.tablet.locator.watch(False)
        self._over, self.session = self.session, None
        self._timer.stop()
        self.tablet.light.stop()
        self._night.ask(None, None)
        self._headcount.follow(None)
        self.tablet.recordsChanged.emit()
        self.ticked.emit()
        self.moved.emit()

    def _follow(self, session: WalkSession) -> None:
        self.session = session
        self._ended = self._over = None
        self._refused = False
        self._pause.open(session.walk.id)
        self._headcount.follow(session)
        self._timer.start()
        self.tablet.light.start()
        if self._pause.is_paused:
            self.tablet.locator.watch(True)
        else:
            session.follow(self.tablet.locator, self._keep)
        self._map.open(session.walk, session.recording)
        self.tablet.recordsChanged.emit()
        self.moved.emit()

    def _refuse(self, fault: Exception) -> None:
        """What was walked goes to disk with the next fix instead: said at the first of several in a row."""
        if not self._refused:
            self._refused = True
            self.tablet.tell(fault)

    def _walk(self) -> ExploratoryWalk | None:
        return self.session.walk if self.session is not None else self._ended

    @Slot()
    def _on_moved(self) -> None:
        if self.session is not None:
            self._map.moved()
        self.moved.emit()

    @Slot()
    def _look(self) -> None:
        """Count again what the walk holds."""
        walk = self._walk()
        if walk is not None:
            self._reports, self._spaces, self._stops = self._map.read(walk)
        self.changed.emit()


def _ms(moment: str) -> float:
    parsed: datetime = times.parse_time(moment)
    return parsed.timestamp() * 1000
