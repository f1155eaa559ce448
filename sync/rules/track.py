"""What a raw track says: which fixes are errors, where recording paused, how long the walk was.

One incremental form, LiveTrack, serves the window fix by fix; ``analyse`` feeds it a whole log, so both agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from sync.rules.daylight import TimedPosition
from sync.rules.geodesy import distance_m
from sync.rules.settings import TRACKING, TrackSettings
from sync.rules.stops import StopFound, find_stops


class TrackFix(TimedPosition, Protocol):
    """What the rules need of a fix: position, time and accuracy, the last two possibly unknown."""

    @property
    def accuracy_m(self) -> float | None: ...


F = TypeVar("F", bound=TrackFix)


class PointFlag(StrEnum):
    """What became of a fix: kept, or why it is left out of length and display (never out of the record)."""

    KEPT = "kept"
    INACCURATE = "inaccurate"
    TOO_FAST = "too_fast"
    SPIKE = "spike"


class GapCause(StrEnum):
    """Why the line is broken: nothing recorded, a new segment of the recorder, or a jump to another place."""

    PAUSE = "pause"
    SEGMENT = "segment"
    JUMP = "jump"


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """Between two kept fixes, by their indices; ``seconds`` is None without times."""

    before: int
    after: int
    cause: GapCause
    seconds: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TrackAnalysis(Generic[F]):
    """The whole judgement. Indices count the fixes of all segments, in order, from 0.

    ``pieces`` are the indices of kept fixes between gaps; ``seconds`` is the time recorded within pieces,
    ``elapsed_s`` from the first kept fix to the last; both None when no two fixes have times.
    """

    fixes: tuple[F, ...]
    flags: tuple[PointFlag, ...]
    pieces: tuple[tuple[int, ...], ...]
    gaps: tuple[Gap, ...]
    stops: tuple[StopFound, ...]
    length_m: float
    seconds: float | None
    elapsed_s: float | None

    @property
    def points(self) -> int:
        return len(self.fixes)

    @property
    def kept(self) -> int:
        return sum(flag is PointFlag.KEPT for flag in self.flags)

    @property
    def outliers(self) -> int:
        return self.points - self.kept

    @property
    def lines(self) -> tuple[tuple[F, ...], ...]:
        """The kept fixes of each piece: what is drawn, and what the held period is computed from."""
        return tuple(tuple(self.fixes[index] for index in piece) for piece in self.pieces)


def analyse(segments: Sequence[Sequence[F]], settings: TrackSettings = TRACKING) -> TrackAnalysis[F]:
    """Judges a recorded log; works without times too (then by accuracy alone, and no stops)."""
    track: LiveTrack[F] = LiveTrack(settings)
    for segment in segments:
        for position, fix in enumerate(segment):
            track.add(fix, new_segment=position == 0)
    return track.analysis()


@dataclass(kw_only=True, slots=True)
class _Piece:
    """Kept fixes without a gap, and the length reached at each; ``cause`` is that of the gap before it."""

    cause: GapCause
    indices: list[int] = field(default_factory=list)
    reached: list[float] = field(default_factory=list)


class LiveTrack(Generic[F]):
    """A track being recorded. ``add`` judges a fix at once; a later fix may change that judgement.

    Only the last fix before it (a spike) and a run of fixes off the line (a new place) are ever judged anew.
    """

    def __init__(self, settings: TrackSettings = TRACKING) -> None:
        self._settings = settings
        self._fixes: list[F] = []
        self._flags: list[PointFlag] = []
        self._pieces: list[_Piece] = []
        self._astray: list[int] = []  # the latest run of fixes off the line that agree with one another

    @property
    def length_m(self) -> float:
        return sum(piece.reached[-1] for piece in self._pieces if piece.reached)

    @property
    def flags(self) -> tuple[PointFlag, ...]:
        return tuple(self._flags)

    def flags_from(self, index: int) -> tuple[PointFlag, ...]:
        """Those of the fixes from that one on."""
        return tuple(self._flags[index:])

    def flag_of(self, index: int) -> PointFlag:
        """What became of one fix, as far as is known now."""
        return self._flags[index]

    @property
    def gaps(self) -> list[Gap]:
        """Where the line is broken so far."""
        pieces = [piece for piece in self._pieces if piece.indices]
        return [
            Gap(
                before=earlier.indices[-1],
                after=later.indices[0],
                cause=later.cause,
                seconds=self._interval(earlier.indices[-1], later.indices[0]),
            )
            for earlier, later in pairwise(pieces)
        ]

    def add(self, fix: F, *, new_segment: bool = False) -> PointFlag:
        """Takes the next fix; says whether it is kept, as far as is known now."""
        index = len(self._fixes)
        self._fixes.append(fix)
        self._flags.append(PointFlag.KEPT)
        if new_segment:
            self._close(GapCause.SEGMENT)
        if fix.accuracy_m is not None and fix.accuracy_m > self._settings.max_accuracy_m:
            self._flags[index] = PointFlag.INACCURATE
            return PointFlag.INACCURATE
        self._place(index)
        return self._flags[index]

    def analysis(self) -> TrackAnalysis[F]:
        """The judgement of all fixes so far, as if the walk ended now."""
        settled = self._settled()
        pieces = tuple(tuple(piece.indices) for piece in settled._pieces)
        kept = [index for piece in pieces for index in piece]
        seconds = [spent for piece in pieces if (spent := self._spent(piece)) is not None]
        return TrackAnalysis(
            fixes=tuple(self._fixes),
            flags=tuple(settled._flags),
            pieces=pieces,
            gaps=tuple(settled.gaps),
            stops=find_stops([(index, self._fixes[index]) for index in kept], self._settings),
            length_m=settled.length_m,
            seconds=sum(seconds) if seconds else None,
            elapsed_s=self._spent(kept),
        )

    def _place(self, index: int) -> None:
        """Puts a fix that is sure enough on the line, or among those astray."""
        piece = self._pieces[-1] if self._pieces else None
        if piece is None or not piece.indices:
            self._append(index)
            return
        pause = self._interval(self._astray[-1] if self._astray else piece.indices[-1], index)
        if pause is not None and pause > self._settings.gap_s:
            self._close(GapCause.PAUSE)
            self._append(index)
            return
        if len(piece.indices) > 1 and not self._astray and self._is_spike(piece.indices[-2], piece.indices[-1], index):
            self._flags[piece.indices.pop()] = PointFlag.SPIKE
            piece.reached.pop()
        if self._reachable(piece.indices[-1], index):
            self._astray.clear()
            self._append(index)
            return
        self._flags[index] = PointFlag.TOO_FAST
        if self._astray and not self._reachable(self._astray[-1], index):
            self._astray.clear()
        self._astray.append(index)
        if len(self._astray) >= self._settings.relocation_fixes:
            self._relocate()

    def _append(self, index: int) -> None:
        if not self._pieces:
            self._pieces.append(_Piece(cause=GapCause.SEGMENT))
        piece = self._pieces[-1]
        reached = 0.0
        if piece.indices:
            reached = piece.reached[-1] + self._distance(piece.indices[-1], index)
        piece.indices.append(index)
        piece.reached.append(reached)

    def _close(self, cause: GapCause) -> None:
        """Ends the piece: the line resumes after a gap. The larger of the piece and the run astray is right."""
        if self._pieces and len(self._astray) > len(self._pieces[-1].indices):
            self._relocate()
        self._astray.clear()
        if self._pieces and self._pieces[-1].indices:
            self._pieces.append(_Piece(cause=cause))

    def _relocate(self) -> None:
        """The fixes astray are a new place: they become a piece, and a shorter piece before them was the error."""
        run, self._astray = self._astray, []
        old = self._pieces[-1]
        if len(old.indices) < len(run):
            for index in old.indices:
                self._flags[index] = PointFlag.TOO_FAST
            old.indices, old.reached = [], []
        else:
            self._pieces.append(_Piece(cause=GapCause.JUMP))
        for index in run:
            self._flags[index] = PointFlag.KEPT
            self._append(index)

    def _settled(self) -> LiveTrack[F]:
        """A copy whose last piece is closed, sharing all that closing does not change."""
        copy: LiveTrack[F] = LiveTrack(self._settings)
        copy._fixes = self._fixes
        copy._flags = list(self._flags)
        copy._astray = list(self._astray)
        copy._pieces = list(self._pieces)
        if copy._pieces:
            last = copy._pieces[-1]
            copy._pieces[-1] = _Piece(cause=last.cause, indices=list(last.indices), reached=list(last.reached))
        copy._close(GapCause.SEGMENT)
        copy._pieces = [piece for piece in copy._pieces if piece.indices]
        return copy

    def _spent(self, piece: Sequence[int]) -> float | None:
        times = [time for index in piece if (time := self._fixes[index].time) is not None]
        return (max(times) - min(times)).total_seconds() if len(times) > 1 else None

    def _interval(self, first: int, second: int) -> float | None:
        """Seconds between two fixes whichever came first; None without both times."""
        start, end = self._fixes[first].time, self._fixes[second].time
        return None if start is None or end is None else abs((end - start).total_seconds())

    def _distance(self, first: int, second: int) -> float:
        start, end = self._fixes[first], self._fixes[second]
        return distance_m(start.lat, start.lon, end.lat, end.lon)

    def _reachable(self, first: int, second: int) -> bool:
        """Whether one gets from one fix to the other at a possible speed; without times, always."""
        interval = self._interval(first, second)
        if interval is None:
            return True
        limit = self._settings.max_speed_mps * max(interval, self._settings.min_interval_s)
        return self._distance(first, second) <= limit

    def _is_spike(self, before: int, middle: int, after: int) -> bool:
        """Out and back again, quicker than anyone turns round."""
        settings = self._settings
        out, back = self._interval(before, middle), self._interval(middle, after)
        if out is None or back is None or max(out, back) > settings.spike_interval_s:
            return False
        there, again = self._distance(before, middle), self._distance(middle, after)
        if min(there, again) < settings.spike_m:
            return False
        floor = settings.min_interval_s
        if min(there / max(out, floor), again / max(back, floor)) < settings.spike_speed_mps:
            return False
        return self._distance(before, after) < min(there, again) / 2
