"""In which district a walk counts: where half of its recorded length lies, else the one its group declared."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sync.protocol.codec import CodecError
from sync.protocol.records import ExploratoryWalk, TrackSegment
from sync.protocol.track import AFTER_GAP, OUTLIER, TrackPoint, unpack
from sync.rules.geodesy import share_inside
from sync.server.territories.resolve import perimeters

_log = logging.getLogger(__name__)
_E7 = 10_000_000
_HALF = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class District:
    """Its code, '' outside any; `declared`: by the group, the recorded track says nothing of it."""

    code: str
    declared: bool


@dataclass(frozen=True, slots=True)
class _Degrees:
    lat: float
    lon: float


def district_of(walk: ExploratoryWalk, segments: Iterable[TrackSegment]) -> District:
    """The first perimeter of that day, priority districts before others, that holds half of the track."""
    pieces = _pieces(segments)
    day = _day(walk, pieces)
    lines = [[_Degrees(point.lat_e7 / _E7, point.lon_e7 / _E7) for point in piece] for piece in pieces]
    for each in perimeters() if lines else ():
        if each.valid(day) and share_inside(lines, each.area) >= _HALF:
            return District(code=each.code, declared=False)
    return District(code=walk.territory or "", declared=bool(walk.territory))


def readable_points(segment: TrackSegment) -> tuple[TrackPoint, ...]:
    """Its points; none, and a line in the log, for one that was taken in before segments were read at the door."""
    try:
        return unpack(segment.points, segment.count)
    except CodecError as fault:
        _log.warning("track_segment %s cannot be read: %s", segment.id, fault)
        return ()


def _pieces(segments: Iterable[TrackSegment]) -> list[list[TrackPoint]]:
    """The track without stray fixes, cut where recording was interrupted and never where a segment was merely full."""
    pieces: list[list[TrackPoint]] = []
    writer = None
    for segment in sorted(segments, key=lambda each: (each.writer, each.ordinal)):
        for point in readable_points(segment):
            if point.flags & OUTLIER:
                continue
            if segment.writer != writer or point.flags & AFTER_GAP:
                pieces.append([])
                writer = segment.writer
            pieces[-1].append(point)
    return pieces


def _day(walk: ExploratoryWalk, pieces: list[list[TrackPoint]]) -> date | None:
    if walk.started_at:
        return date.fromisoformat(walk.started_at[:10])
    times = (point.time_ms for piece in pieces for point in piece if point.time_ms is not None)
    first = next(times, None)
    return datetime.fromtimestamp(first / 1000, UTC).date() if first is not None else None
