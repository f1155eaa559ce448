"""The planned way of a walk: which of its stops were made, and which comes next."""

from __future__ import annotations

from collections.abc import Sequence

from sync.protocol.records import Point
from sync.rules.geodesy import distance_m
from walker.domain.units import DEGREES

Degrees = tuple[float, float]  # latitude, longitude
AT_STOP_M = 50.0  # a stop made within this of a planned one is that one


def made_stops(planned: Sequence[Point], made: Sequence[Degrees]) -> frozenset[int]:
    """Which of the planned stops the group stood at."""
    return frozenset(at for at, point in enumerate(planned) if any(_apart(point, place) <= AT_STOP_M for place in made))


def next_stop(planned: Sequence[Point], made: Sequence[Degrees]) -> int | None:
    """The first that was not made after the last that was: a stop that the group left out stays left out."""
    done = made_stops(planned, made)
    after = range(max(done, default=-1) + 1, len(planned))
    return next((at for at in after if at not in done), None)


def _apart(point: Point, place: Degrees) -> float:
    return distance_m(point.lat_e7 / DEGREES, point.lon_e7 / DEGREES, *place)
