"""The recorded track of a walk: every fix judged as it comes, kept on disk, and cut into segments without gaps.

Errors of the receiver are kept and flagged, never dropped. A later fix may change what an earlier one is taken for, so
only the segments that differ are saved again. Saving may go on beside the thread that adds: it takes what there is when
it begins. Two must not save at once.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from sync.protocol import times, track
from sync.protocol.ids import new_id
from sync.protocol.records import TrackSegment
from sync.rules.track import LiveTrack, PointFlag, TrackAnalysis
from walker.device.position import PositionFix
from walker.domain.units import DEGREES, centimetres, e7
from walker.store import Store

UNSETTLED = 32  # fixes; a spike or a move to another place is known within far fewer
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class TrackGap:
    """Two ends of a broken line; `seconds` is None where a source knows no times."""

    before: PositionFix
    after: PositionFix
    seconds: float | None


class Recording:
    """One walk's track. `save` costs nothing when nothing changed: call it after every fix."""

    def __init__(self, store: Store, walk_id: str, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._walk_id = walk_id
        self._clock = clock
        self._live: LiveTrack[PositionFix] = LiveTrack()
        self._fixes: list[PositionFix] = []
        self._breaks: list[int] = []  # where segments begin because the recording was interrupted
        self._saved: list[TrackSegment] | None = None  # None: only the disk knows
        self._kept = 0
        for segment in self._on_disk():
            for point in track.unpack(segment.points, segment.count):
                self._take(_fix(point), resumed=bool(point.flags & track.AFTER_GAP))
        self._kept = len(self._fixes)

    @property
    def length_m(self) -> float:
        return self._live.length_m

    @property
    def points(self) -> int:
        return len(self._fixes)

    @property
    def kept(self) -> int:
        """How many of them are on disk."""
        return self._kept

    @property
    def last(self) -> PositionFix | None:
        """The latest fix that is no error."""
        kept = (index for index in range(len(self._fixes) - 1, -1, -1) if self.is_kept(index))
        index = next(kept, None)
        return None if index is None else self._fixes[index]

    def is_kept(self, index: int) -> bool:
        """Whether that fix is no error, as far as is known now."""
        return self._live.flag_of(index) is PointFlag.KEPT

    def shown(self, start: int, end: int) -> list[list[PositionFix]]:
        """The lines to draw of these fixes: without errors, broken where nothing was recorded."""
        lines: list[list[PositionFix]] = [[]]
        resumed = {gap.after for gap in self._live.gaps}
        for index in range(start, min(end, len(self._fixes))):
            if index in resumed and lines[-1]:
                lines.append([])
            if self.is_kept(index):
                lines[-1].append(self._fixes[index])
        return lines

    @property
    def last_gap(self) -> TrackGap | None:
        gaps = self.gaps
        return gaps[-1] if gaps else None

    @property
    def gaps(self) -> list[TrackGap]:
        """Where the line is broken: what lies between its two ends was walked and not recorded."""
        return [
            TrackGap(before=self._fixes[gap.before], after=self._fixes[gap.after], seconds=gap.seconds)
            for gap in self._live.gaps
        ]

    def add(self, fix: PositionFix, *, resumed: bool = False) -> PointFlag:
        """Take a fix; say whether it is kept, as far as is known now. Not on disk before `save`."""
        return self._take(fix, resumed=resumed or not self._fixes)

    def save(self) -> None:
        """All fixes so far, on disk: only the last segment changes, or those judged anew."""
        settled_to = max(0, self._kept - UNSETTLED) if self._saved is not None else 0
        begin = max(0, settled_to - track.MAX_POINTS)
        flags = self._live.flags_from(begin)
        count = begin + len(flags)
        if self._saved is None or count != self._kept:
            with self._written([at for at in self._breaks if at < count], flags, begin, settled_to):
                pass

    def analysis(self) -> TrackAnalysis[PositionFix]:
        """The judgement of the whole, as if the walk ended now. Slow after hours."""
        return self._live.analysis()

    @contextmanager
    def finished(self, analysis: TrackAnalysis[PositionFix]) -> Iterator[None]:
        """The transaction that puts the track on disk as that judgement cuts it, with what else is saved inside."""
        breaks = sorted({0, *(gap.after for gap in analysis.gaps)} if self._fixes else ())
        with self._written(breaks, analysis.flags):
            yield
        self._breaks = breaks  # as they would be read from the disk: the walk may go on

    def _take(self, fix: PositionFix, *, resumed: bool) -> PointFlag:
        if resumed:
            self._breaks.append(len(self._fixes))
        self._fixes.append(fix)
        return self._live.add(fix, new_segment=resumed)

    @contextmanager
    def _written(
        self, breaks: Sequence[int], flags: Sequence[PointFlag], begin: int = 0, settled_to: int = 0
    ) -> Iterator[None]:
        """Packed before the transaction, in which nobody else can write. `flags` are those from `begin` on.

        Segments up to `settled_to` stay: only the last fixes may be judged anew, but all of them when the disk refused
        some, and at the end.
        """
        count = begin + len(flags)
        cut = _cut(breaks, count)
        fresh: list[TrackSegment] = []
        saved = self._on_disk()
        for ordinal, (start, end) in enumerate(cut):
            held = saved[ordinal] if ordinal < len(saved) else None
            if end <= settled_to and held is not None and held.count == end - start:
                continue
            assert start >= begin
            points = track.pack(
                [self._point(index, flags[index - begin], index in breaks) for index in range(start, end)]
            )
            if held is not None and held.points == points:
                continue
            fresh.append(self._segment(held, ordinal, end - start, points))
        left_over = saved[len(cut) :]
        saved = saved[: len(cut)]
        self._saved = None  # until the commit: a full disk is told there, and then nothing of this was kept
        with self._store.transaction():
            for segment in self._store.records.save_all(fresh):
                saved[segment.ordinal : segment.ordinal + 1] = [segment]
            for segment in left_over:
                self._store.records.delete(segment.id)
            yield
        self._saved, self._kept = saved, count

    def _on_disk(self) -> list[TrackSegment]:
        if self._saved is None:
            self._saved = list(self._store.records.all(TrackSegment, walk_id=self._walk_id))
        return self._saved

    def _segment(self, held: TrackSegment | None, ordinal: int, count: int, points: str) -> TrackSegment:
        if held is not None:
            return dataclasses.replace(held, count=count, points=points)
        now = times.format_time(self._clock())
        return TrackSegment(
            id=new_id(),
            writer="",
            created_at=now,
            updated_at=now,
            walk_id=self._walk_id,
            ordinal=ordinal,
            count=count,
            points=points,
        )

    def _point(self, index: int, flag: PointFlag, after_gap: bool) -> track.TrackPoint:
        fix = self._fixes[index]
        return track.TrackPoint(
            time_ms=None if fix.time is None else round((fix.time - _EPOCH) / timedelta(milliseconds=1)),
            lat_e7=e7(fix.lat),
            lon_e7=e7(fix.lon),
            accuracy_cm=centimetres(fix.accuracy_m),
            flags=(0 if flag is PointFlag.KEPT else track.OUTLIER) | (track.AFTER_GAP if after_gap else 0),
        )


def _cut(breaks: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Where each segment starts and ends: at an interruption, or when it is full."""
    cut: list[tuple[int, int]] = []
    for start, end in pairwise([*breaks, count]):
        cut += [(at, min(at + track.MAX_POINTS, end)) for at in range(start, end, track.MAX_POINTS)]
    return cut


def _fix(point: track.TrackPoint) -> PositionFix:
    return PositionFix(
        lat=point.lat_e7 / DEGREES,
        lon=point.lon_e7 / DEGREES,
        time=None if point.time_ms is None else _EPOCH + timedelta(milliseconds=point.time_ms),
        accuracy_m=None if point.accuracy_cm is None else point.accuracy_cm / 100,
    )
