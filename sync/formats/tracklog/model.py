"""What every log reader gives back, whatever the format: fixes in recorded segments, and what was skipped."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sync.formats.errors import InputError

# What one unit of HDOP is worth in metres for the receivers of phones and tablets in a street (1 sigma).
METRES_PER_HDOP = 5.0
# Half way round the Earth: a receiver that says more knows nothing, and records hold no larger number.
_WORST_ACCURACY_M = 20_000_000.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Fix:
    """One recorded position, WGS84 degrees; ``time`` is aware and UTC, or None when the log has none."""

    lat: float
    lon: float
    time: datetime | None = None
    accuracy_m: float | None = None
    elevation_m: float | None = None
    speed_mps: float | None = None
    course_deg: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Skipped:
    """One thing of the file that could not be used: where it is in the file, and why as a code."""

    place: str
    code: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TrackLog:
    """A log that was read. ``segments`` are the recorder's own, in file order, none empty.

    Codes of ``skipped``: ``off_planet``, ``zero_position``, ``not_a_number``, ``bad_time`` (the fix is kept,
    its time is not), ``bad_checksum``, ``bad_sentence``, ``bad_row``, ``no_fix`` (the receiver said so),
    ``truncated`` (the file ends in the middle of a point: all before the cut was read).

    ``dated`` is False when the log tells times of day but no date at all: its times then count from
    1970-01-01, right in order, distance and clock, and say nothing of the day.
    """

    format: str
    segments: tuple[tuple[Fix, ...], ...]
    skipped: tuple[Skipped, ...] = ()
    dated: bool = True

    @property
    def points(self) -> int:
        return sum(len(segment) for segment in self.segments)

    @property
    def skipped_counts(self) -> dict[str, int]:
        return dict(Counter(item.code for item in self.skipped))


class LogReader(Protocol):
    """One format: reads bytes already known to be of it."""

    def __call__(self, data: bytes, file: Path) -> TrackLog: ...


class Collector:
    """Gathers fixes and skips while a reader goes through its file, and judges the whole at the end."""

    def __init__(self, format_name: str, file: Path) -> None:
        self._format = format_name
        self._file = file
        self._segments: list[list[Fix]] = [[]]
        self._skipped: list[Skipped] = []

    def skip(self, place: str, code: str) -> None:
        self._skipped.append(Skipped(place=place, code=code))

    def break_segment(self) -> None:
        if self._segments[-1]:
            self._segments.append([])

    def add(self, fix: Fix) -> None:
        accuracy_m = _accuracy(fix.accuracy_m)
        self._segments[-1].append(fix if accuracy_m == fix.accuracy_m else replace(fix, accuracy_m=accuracy_m))

    def finish(self, *, why_none: str = "it holds no recorded position", dated: bool = True) -> TrackLog:
        """The log; raises InputError when not one position of it is usable."""
        segments = tuple(tuple(segment) for segment in self._segments if segment)
        if segments:
            return TrackLog(format=self._format, segments=segments, skipped=tuple(self._skipped), dated=dated)
        for item in self._skipped:
            if item.code == "off_planet":
                raise InputError(
                    "log_off_planet",
                    "every position is outside the Earth's coordinates (latitude ±90, longitude ±180)",
                    file=self._file,
                    place=item.place,
                    mend="check that latitude and longitude are WGS84 degrees and not swapped",
                )
        place = self._skipped[0].place if self._skipped else None
        if any(item.code == "truncated" for item in self._skipped):
            why_none = "it is cut short before its first position"
        raise InputError(
            "log_no_fix", why_none, file=self._file, place=place, mend="choose the log that the recorder made"
        )


def position_problem(lat: float, lon: float) -> str | None:
    """Why these degrees are no position, as a skip code; None when they are one."""
    if not (math.isfinite(lat) and math.isfinite(lon)):
        return "not_a_number"
    if abs(lat) > 90 or abs(lon) > 180:
        return "off_planet"
    if abs(lat) < 1e-7 and abs(lon) < 1e-7:
        return "zero_position"  # what receivers and phones write when they do not know
    return None


def _accuracy(metres: float | None) -> float | None:
    """What a record can hold; None when it is no accuracy (phones write -1 when they do not know)."""
    if metres is None or math.isnan(metres) or metres < 0:
        return None
    return min(metres, _WORST_ACCURACY_M)


def plain_float(text: str | None) -> float | None:
    """A finite number, or None: an optional column that is empty or garbled never costs its position."""
    try:
        value = float(text) if text else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) else None
