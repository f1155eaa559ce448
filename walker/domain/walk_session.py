"""A walk while it is held: the window and `walker replay` both record through this, so they cannot differ.

Everything is on disk when a method returns; a session can be taken up again after the tablet went off.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sync.protocol import times
from sync.protocol.catalogue import Catalogue
from sync.protocol.ids import new_id
from sync.protocol.records import (
    ExploratoryWalk,
    GridAnswer,
    Photo,
    Position,
    Report,
    Revisit,
    SpaceCandidate,
    Stop,
    VoiceNote,
    Vote,
    WalkClosureRequest,
)
from sync.rules.daylight import held_period, period_at
from sync.rules.track import TrackAnalysis
from walker.device.position import PositionFix, PositionSource
from walker.domain.grid import grid_of
from walker.domain.numbers import next_number
from walker.domain.preparation import frozen_grid, today_of
from walker.domain.recording import Recording
from walker.domain.revisits import look
from walker.domain.units import DEGREES, centimetres, position
from walker.store import Store

OfWalk = TypeVar(
    "OfWalk", Stop, Report, SpaceCandidate, Photo, VoiceNote, GridAnswer, Vote, Revisit, WalkClosureRequest
)
Clock = Callable[[], datetime]

HELD = "held"
TRACK = "track"  # the source of a stop that the track showed


@dataclass(frozen=True, kw_only=True)
class WalkSummary:
    """What was recorded, once the walk is finished."""

    walk: ExploratoryWalk
    analysis: TrackAnalysis[PositionFix]
    stops: tuple[Stop, ...]


class WalkSession:
    """One walk being recorded. `dated` False: the source knows times of day but no date, so none is written."""

    def __init__(self, store: Store, walk: ExploratoryWalk, clock: Clock, *, dated: bool = True) -> None:
        self._store = store
        self._clock = clock
        self._dated = dated
        self._source: PositionSource | None = None
        self._taken: Callable[[], None] = self._save
        self._is_resuming = False  # what is between the last fix and the next was not recorded
        self.walk = walk
        self.recording = Recording(store, walk.id, clock)

    @classmethod
    def start(cls, store: Store, clock: Clock, *, dated: bool = True, **fields: Any) -> WalkSession:
        """Begin a walk, with what the group said about it (fields of ExploratoryWalk)."""
        now = times.format_time(clock())
        fields = {"state": HELD, "started_at": now, **fields}
        walk = ExploratoryWalk(id=new_id(), writer="", created_at=now, updated_at=now, **fields)
        code, version = grid_of(store, walk)  # newer grids may come while it is held
        walk = dataclasses.replace(walk, grid_code=code, grid_version=version)
        return cls(store, store.records.save(walk), clock, dated=dated)

    @classmethod
    def begin(cls, store: Store, walk_id: str, clock: Clock, catalogue: Catalogue) -> WalkSession:
        """Begin a walk that was prepared; its grid is frozen in the version of that day."""
        with store.transaction():
            prepared = store.records.get(walk_id)
            assert isinstance(prepared, ExploratoryWalk)
            now = times.format_time(clock())
            grid = frozen_grid(prepared, catalogue, today_of(clock, prepared.time_zone))
            walk = dataclasses.replace(prepared, state=HELD, cancel_reason=None, started_at=now, **grid)
            return cls(store, store.records.save(walk), clock)

    @classmethod
    def resume(cls, store: Store, walk_id: str, clock: Clock) -> WalkSession:
        """Take up a walk that was begun here. Raises StoreError when there is none of that id."""
        walk = store.records.get(walk_id)
        assert isinstance(walk, ExploratoryWalk)
        return cls(store, walk, clock)

    def follow(self, source: PositionSource, taken: Callable[[], None] | None = None) -> None:
        """Record what this source gives, until `finish` or `pause`.

        Each fix is on disk when the source goes on; with `taken`, whoever hears it saves the recording when it can.
        """
        self._source, self._taken, self._is_resuming = source, taken or self._save, True
        source.start(self._on_fix)

    def pause(self) -> None:
        """Stop recording; `follow` goes on after a gap."""
        if self._source is not None:
            self._source.stop()
            self._source = None

    def add_fixes(self, source: PositionSource) -> None:
        """Take a whole recording at once: one save at its end instead of one a fix."""
        source.start(self._take)
        self.recording.save()

    def edit(self, **fields: Any) -> ExploratoryWalk:
        """Change what is said about the walk."""
        self.walk = self._changed(**fields)
        return self.walk

    def stop_here(self, name: str = "", place: Position | None = None, illuminance_mlx: int | None = None) -> Stop:
        """The leader says: we stop here. Placed where the map was touched, else at the last good fix.

        `illuminance_mlx`: what the light sensor says here, where the tablet has one.
        """
        if place is None:
            fix = self.recording.last
            if fix is None:
                raise ValueError("no position yet")
            place = position(fix.lat, fix.lon, accuracy_m=fix.accuracy_m)
        now = self._clock()
        ordinal = len(self._store.records.all(Stop, walk_id=self.walk.id, with_deleted=True))
        stop = self._stop(ordinal, place, now, None, source="tapped", name=name)
        return self._store.records.save(dataclasses.replace(stop, illuminance_mlx=illuminance_mlx))

    def add_report(self, **fields: Any) -> Report:
        """A finding of this walk; its number and period are ours to give."""
        return self.save_all([self.new_report(**fields)])[0]

    def save_all(self, reports: Sequence[Report]) -> list[Report]:
        """Several findings, all or none, each with its provisional number."""
        with self._store.transaction():
            return self._store.records.save_all(
                [dataclasses.replace(report, provisional_number=next_number(self._store)) for report in reports]
            )

    def new_report(self, **fields: Any) -> Report:
        """A finding not saved yet, at its own place and time where it has them."""
        return self._new(
            Report, **{"period": self._period(fields.get("position"), fields.get("observed_at")), **fields}
        )

    def add_space(self, **fields: Any) -> SpaceCandidate:
        """A space that could be requalified."""
        with self._store.transaction():
            return self.add(SpaceCandidate, provisional_number=next_number(self._store), **fields)

    def revisit(self, report_id: str, verdict: str, *, place: Position | None = None, text: str = "") -> Revisit:
        """What the group found where an earlier report was made; also « moi aussi » on somebody else's."""
        return look(self._store, self._clock, report_id, verdict, walk_id=self.walk.id, place=place, text=text)

    def add(self, kind: type[OfWalk], /, **fields: Any) -> OfWalk:
        """Any other record of this walk: a grid answer, a vote, the request to close it."""
        return self._store.records.save(self._new(kind, **fields))

    def new_photo(self, **fields: Any) -> Photo:
        """A photo of this walk, to be given with its bytes to `store.photos`."""
        return self._new(Photo, **fields)

    def finish(self, ended_at: str | None = None) -> WalkSummary:
        """End the recording: the track as finally judged, the stops found, length and held period.

        When the disk refuses, the walk goes on being recorded.
        """
        analysis = self.recording.analysis()
        period = held_period(analysis.lines) if self._dated else "unknown"
        with self.recording.finished(analysis):
            stops = self._save_stops(analysis)
            walk = self._changed(
                ended_at=ended_at or (times.format_time(self._clock()) if self._dated else None),
                length_cm=centimetres(analysis.length_m),
                period_held=period,
            )
        self.walk = walk
        self.pause()
        return WalkSummary(walk=walk, analysis=analysis, stops=tuple(stops))

    def _on_fix(self, fix: PositionFix, resumed: bool) -> None:
        self._take(fix, resumed or self._is_resuming)
        self._is_resuming = False
        self._taken()

    def _save(self) -> None:
        self.recording.save()

    def _changed(self, **fields: Any) -> ExploratoryWalk:
        return self._store.records.change(self.walk.id, lambda walk: dataclasses.replace(walk, **fields))

    def _take(self, fix: PositionFix, resumed: bool) -> None:
        self.recording.add(fix, resumed=resumed)

    def _save_stops(self, analysis: TrackAnalysis[PositionFix]) -> list[Stop]:
        """Those found by the track, beside those that the leader tapped."""
        known = self._store.records.all(Stop, walk_id=self.walk.id, with_deleted=True)
        kept = {stop.started_at for stop in known if stop.source == TRACK and stop.deleted_at is None}
        found = [
            self._stop(
                len(known) + number,
                position(stop.lat, stop.lon),
                stop.start if self._dated else None,
                stop.end if self._dated else None,
            )
            for number, stop in enumerate(analysis.stops)
        ]
        return self._store.records.save_all(
            stop for stop in found if stop.started_at is None or stop.started_at not in kept
        )

    def _stop(
        self,
        ordinal: int,
        place: Position,
        started_at: datetime | None,
        ended_at: datetime | None,
        *,
        source: str = TRACK,
        name: str = "",
    ) -> Stop:
        started = times.format_time(started_at) if started_at else None
        return self._new(
            Stop,
            ordinal=ordinal,
            position=place,
            started_at=started,
            ended_at=times.format_time(ended_at) if ended_at else None,
            source=source,
            name=name,
            period=self._period(place, started),
        )

    def _new(self, kind: type[OfWalk], /, **fields: Any) -> OfWalk:
        now = times.format_time(self._clock())
        return kind(id=new_id(), writer="", created_at=now, updated_at=now, walk_id=self.walk.id, **fields)

    def _period(self, place: Position | None, moment: str | None) -> str:
        if place is None or moment is None:
            return "unknown"
        return period_at(place.lat_e7 / DEGREES, place.lon_e7 / DEGREES, times.parse_time(moment))


def forget_found_stops(store: Store, walk_id: str) -> None:
    """The walk goes on: the stops that its track showed are found again at its end. One with words or photos stays."""
    spoken_of = {answer.stop_id for answer in store.records.all(GridAnswer, walk_id=walk_id)}
    spoken_of |= {report.stop_id for report in store.records.all(Report, walk_id=walk_id)}
    spoken_of |= {photo.about for photo in store.records.all(Photo, walk_id=walk_id)}
    spoken_of |= {note.about for note in store.records.all(VoiceNote, walk_id=walk_id)}
    with store.transaction():
        for stop in store.records.all(Stop, walk_id=walk_id):
            if stop.source == TRACK and stop.id not in spoken_of and not stop.name:
                store.records.delete(stop.id)
