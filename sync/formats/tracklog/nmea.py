"""NMEA 0183 of any talker: sentences of one instant make one fix, the day is carried over midnight.

Sentences are found anywhere in the bytes, since raw logs mix them with a maker's binary messages.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from pathlib import Path

from sync.formats.errors import InputError
from sync.formats.text import decode
from sync.formats.tracklog.model import (
    METRES_PER_HDOP,
    Collector,
    Fix,
    TrackLog,
    plain_float,
    position_problem,
)

# The day that times without any date are counted from; TrackLog.dated says so.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MPS_PER_KNOT = 1852 / 3600
_HALF_DAY = timedelta(hours=12)
# Upper-case name, fields, checksum; what follows the star is judged later, so that a garbled one is counted.
_SENTENCE = re.compile(rb"\$([A-Z][A-Z0-9.]{2,12}(?:,[^$\r\n*]{0,400})?)(?:\*([^$\r\n]{0,2}))?")


class _Garbled(Exception):
    """A sentence with a right checksum (or none) whose fields are not what its name promises."""


@dataclass(kw_only=True, slots=True)
class _Instant:
    """What the sentences of one time of day say together; None where nothing was said."""

    clock: timedelta | None
    line: int
    position: tuple[float, float] | None = None
    problem: str | None = None
    hdop: float | None = None
    sigma_m: float | None = None
    elevation_m: float | None = None
    speed_mps: float | None = None
    course_deg: float | None = None
    moment: datetime | None = None


@dataclass(kw_only=True, slots=True)
class _Log:
    """The instants in file order, and at which of them a date was said."""

    instants: list[_Instant] = field(default_factory=list)
    anchors: list[tuple[int, datetime]] = field(default_factory=list)

    def at(self, clock: timedelta | None, line: int) -> _Instant:
        """The instant being told, or a new one when the time of day has moved on."""
        if not self.instants or clock is None or self.instants[-1].clock != clock:
            self.instants.append(_Instant(clock=clock, line=line))
        return self.instants[-1]

    def anchor(self, day: date, clock: timedelta, index: int) -> None:
        self.anchors.append((index, datetime(day.year, day.month, day.day, tzinfo=UTC) + clock))


def read_nmea(data: bytes, file: Path) -> TrackLog:
    """One fix for each instant with a position; bad checksums and lost fixes are skipped and named."""
    if b"\0" in data[:64]:
        data = decode(data).encode("utf-8", errors="replace")  # saved by an editor as UTF-16
    found = Collector("nmea", file)
    log = _Log()
    sentences = [(match.start(), match[1], match[2]) for match in _SENTENCE.finditer(data)]
    # Old recorders write no checksum at all; beside sentences that have one, a missing one means a cut.
    checked = any(checksum is not None for _, _, checksum in sentences)
    line, counted = 1, 0
    for start, body, checksum in sentences:
        line += data.count(b"\n", counted, start)
        counted = start
        read = _READERS.get(body[2:5]) if body[5:6] == b"," else None
        if checksum is not None and not _agrees(body, checksum):
            found.skip(f"line {line}", "bad_checksum")
        elif read and checked and checksum is None:
            found.skip(f"line {line}", "truncated" if start + len(body) + 1 >= len(data) else "bad_sentence")
        elif read:
            try:
                read(log, body.decode("ascii", errors="replace").split(",")[1:], line)
            except (_Garbled, ValueError, IndexError, OverflowError):
                found.skip(f"line {line}", "bad_sentence")
    if not log.instants:
        raise InputError(
            "log_no_fix",
            "it holds receiver messages, but no position",
            file=file,
            mend="choose the log that holds GGA or RMC sentences",
        )
    _date(log)
    for instant in _in_order(log.instants):
        _emit(instant, found)
    return found.finish(why_none="the receiver never had a fix", dated=bool(log.anchors))


def _agrees(body: bytes, checksum: bytes) -> bool:
    try:
        return reduce(int.__xor__, body) == int(checksum, 16)
    except ValueError:
        return False


def _in_order(instants: Sequence[_Instant]) -> list[_Instant]:
    """One instant for each moment, by time: buffers of some receivers mix the order of their sentences."""
    by_moment: dict[datetime, _Instant] = {}
    ordered: list[_Instant] = []
    for instant in instants:
        told = by_moment.setdefault(instant.moment, instant) if instant.moment else instant
        if told is instant:
            ordered.append(instant)
            continue
        for part in fields(_Instant):
            if getattr(told, part.name) is None:
                setattr(told, part.name, getattr(instant, part.name))
    if len(by_moment) == len(ordered):
        ordered.sort(key=lambda instant: instant.moment or _EPOCH)
    return ordered


def _emit(instant: _Instant, found: Collector) -> None:
    if instant.position is None:
        if instant.problem:
            found.skip(f"line {instant.line}", instant.problem)
        return
    accuracy = instant.sigma_m
    if accuracy is None and instant.hdop is not None:
        accuracy = instant.hdop * METRES_PER_HDOP
    found.add(
        Fix(
            lat=instant.position[0],
            lon=instant.position[1],
            time=instant.moment,
            accuracy_m=accuracy,
            elevation_m=instant.elevation_m,
            speed_mps=instant.speed_mps,
            course_deg=instant.course_deg,
        )
    )


def _date(log: _Log) -> None:
    """Gives each instant the day that puts it nearest to its neighbour, from the dates said in the log.

    Going forward from a date for what follows it, backward for what precedes the first one: so midnight
    is passed rightly both ways, and a log with no date at all keeps its true durations.
    """
    instants = log.instants
    anchors = dict(log.anchors)  # of several at one instant the last holds
    first = min(anchors, default=0)
    start = anchors.get(first, _EPOCH)
    if not anchors and instants[0].clock is not None:
        start += instants[0].clock
    previous = start
    for index, instant in enumerate(instants[first:], start=first):
        previous = anchors.get(index, previous)
        if instant.clock is not None:
            previous = instant.moment = _nearest(instant.clock, previous)
    previous = start
    for instant in reversed(instants[:first]):
        if instant.clock is not None:
            previous = instant.moment = _nearest(instant.clock, previous)


def _nearest(clock: timedelta, neighbour: datetime) -> datetime:
    moment = neighbour.replace(hour=0, minute=0, second=0, microsecond=0) + clock
    if moment - neighbour > _HALF_DAY:
        return moment - timedelta(days=1)
    if neighbour - moment > _HALF_DAY:
        return moment + timedelta(days=1)
    return moment


def _gga(log: _Log, cells: Sequence[str], line: int) -> None:
    instant = log.at(_clock(cells[0]), line)
    if cells[5] in ("", "0"):
        instant.problem = instant.problem or "no_fix"
        return
    _place(instant, cells[1:5])
    instant.hdop = plain_float(cells[7])
    instant.elevation_m = plain_float(cells[8])


def _gns(log: _Log, cells: Sequence[str], line: int) -> None:
    instant = log.at(_clock(cells[0]), line)
    if not cells[5].strip("N"):
        instant.problem = instant.problem or "no_fix"
        return
    if not cells[1]:
        return  # one of several GNS, each for one constellation; the first holds the position
    _place(instant, cells[1:5])
    instant.hdop = plain_float(cells[7]) if instant.hdop is None else instant.hdop
    instant.elevation_m = plain_float(cells[8]) if instant.elevation_m is None else instant.elevation_m


def _rmc(log: _Log, cells: Sequence[str], line: int) -> None:
    clock = _clock(cells[0])
    instant = log.at(clock, line)
    if clock is not None and (day := _day(cells[8])):
        log.anchor(day, clock, len(log.instants) - 1)
    if cells[1] != "A":
        instant.problem = instant.problem or "no_fix"
        return
    _place(instant, cells[2:6])
    knots = plain_float(cells[6])
    instant.speed_mps = knots * _MPS_PER_KNOT if knots is not None else None
    instant.course_deg = plain_float(cells[7])


def _gll(log: _Log, cells: Sequence[str], line: int) -> None:
    instant = log.at(_clock(cells[4]) if len(cells) > 4 else None, line)
    if len(cells) > 5 and cells[5] != "A":
        instant.problem = instant.problem or "no_fix"
        return
    _place(instant, cells[0:4])


def _gst(log: _Log, cells: Sequence[str], line: int) -> None:
    clock = _clock(cells[0])
    lat, lon = plain_float(cells[5]), plain_float(cells[6])
    if clock is not None and lat is not None and lon is not None:
        log.at(clock, line).sigma_m = math.hypot(lat, lon)


def _zda(log: _Log, cells: Sequence[str], line: int) -> None:
    clock = _clock(cells[0])
    if clock is not None and all(cells[1:4]):
        log.anchor(date(int(cells[3]), int(cells[2]), int(cells[1])), clock, len(log.instants))


_READERS: dict[bytes, Callable[[_Log, Sequence[str], int], None]] = {
    b"GGA": _gga,
    b"GNS": _gns,
    b"RMC": _rmc,
    b"GLL": _gll,
    b"GST": _gst,
    b"ZDA": _zda,
}


def _place(instant: _Instant, cells: Sequence[str]) -> None:
    """Sets the position, unless an earlier sentence of the instant gave it."""
    lat = _degrees(cells[0], cells[1], "NS")
    lon = _degrees(cells[2], cells[3], "EW")
    if problem := position_problem(lat, lon):
        instant.problem = problem
    elif instant.position is None:
        instant.position = (lat, lon)


def _degrees(text: str, side: str, sides: str) -> float:
    """Degrees from ``ddmm.mmmm`` and its letter."""
    if side not in sides or not side or not re.fullmatch(r"\d{3,5}(\.\d*)?", text):
        raise _Garbled(text)
    whole, _, fraction = text.partition(".")
    minutes = float(f"{whole[-2:]}.{fraction or 0}")
    if minutes >= 60:
        raise _Garbled(text)
    degrees = int(whole[:-2]) + minutes / 60
    return -degrees if side == sides[1] else degrees


def _clock(text: str) -> timedelta | None:
    """Time of day from ``hhmmss.sss``; None when the field is empty."""
    if not text:
        return None
    if not re.fullmatch(r"\d{6}(\.\d*)?", text):
        raise _Garbled(text)
    hours, minutes, seconds = int(text[:2]), int(text[2:4]), float(text[4:])
    if hours > 23 or minutes > 59 or seconds >= 61:
        raise _Garbled(text)
    return timedelta(hours=hours, minutes=minutes, milliseconds=round(seconds * 1000))


def _day(text: str) -> date | None:
    """The date of ``ddmmyy``; receivers of the nineties are the only ones that need the other century."""
    if not re.fullmatch(r"\d{6}", text):
        return None
    year = int(text[4:])
    return date(year + (1900 if year >= 80 else 2000), int(text[2:4]), int(text[:2]))
