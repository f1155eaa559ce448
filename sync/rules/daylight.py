"""Day or night from the sun itself, not from the clock: a walk at 18:00 is one or the other by the season."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

from sync.rules.settings import DARK_BELOW_DEGREES

Period: TypeAlias = Literal["day", "night", "mixed", "unknown"]

# The sun moves a quarter of a degree a minute: looking twice a minute is enough.
_LOOK_EVERY_S = 30


class TimedPosition(Protocol):
    """A position that may know its (aware) time."""

    @property
    def lat(self) -> float: ...

    @property
    def lon(self) -> float: ...

    @property
    def time(self) -> datetime | None: ...


def sun_elevation(lat: float, lon: float, time: datetime) -> float:
    """Degrees of the sun's centre above the horizon, without refraction; ``time`` must be aware."""
    if time.tzinfo is None:
        raise ValueError("a time without an offset says nothing of the sun")
    from astral import Observer
    from astral.sun import elevation

    return elevation(Observer(latitude=lat, longitude=lon), time, with_refraction=False)


def is_dark(lat: float, lon: float, time: datetime) -> bool:
    """Whether the sun is below −6°: civil twilight is over."""
    return sun_elevation(lat, lon, time) < DARK_BELOW_DEGREES


def period_at(lat: float | None, lon: float | None, time: datetime | None) -> Period:
    """Day or night at one place and time; unknown without either."""
    if lat is None or lon is None or time is None:
        return "unknown"
    return "night" if is_dark(lat, lon, time) else "day"


def held_period(lines: Iterable[Sequence[TimedPosition]]) -> Period:
    """The period a walk was held in, from the lines it recorded (gaps lie between lines and do not count).

    Read in this order: *night* when more than half of the recorded time is dark; else *mixed* when any of it
    is, so the walk crossed the limit; else *day*. Unknown when no point has a time.
    """
    seconds = {True: 0.0, False: 0.0}
    seen: dict[int, bool] = {}

    def dark_at(point: TimedPosition, moment: float) -> bool:
        look = int(moment // _LOOK_EVERY_S)
        if look not in seen:
            assert point.time is not None
            when = datetime.fromtimestamp(look * _LOOK_EVERY_S + _LOOK_EVERY_S / 2, tz=point.time.tzinfo)
            seen[look] = is_dark(point.lat, point.lon, when)
        return seen[look]

    for line in lines:
        timed = [point for point in line if point.time is not None]
        stamps = [point.time.timestamp() for point in timed if point.time is not None]
        for point, start, end in zip(timed, stamps, stamps[1:], strict=False):
            seconds[dark_at(point, (start + end) / 2)] += max(0.0, end - start)
        if len(timed) == 1:
            seconds[dark_at(timed[0], stamps[0])] += 0.0
    if not seen:
        return "unknown"
    if sum(seconds.values()) == 0:  # single fixes only: each has the same weight
        seconds = {dark: float(list(seen.values()).count(dark)) for dark in seconds}
    if seconds[True] > seconds[False]:
        return "night"
    return "mixed" if seconds[True] else "day"
