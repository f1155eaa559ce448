"""In which order a group meets things on its way: along the line it walks, or the nearest first where there is none."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from sync.rules.geodesy import Position, distance_m

P = TypeVar("P", bound=Position)
T = TypeVar("T")

# On the way: the pavement across the street and the courtyard behind it, not the next street.
BESIDE_M = 60.0
# A line that passes by twice passes "by" the first time when that is hardly farther off.
AS_NEAR_M = 10.0
# Points of a recorded track nearer than this to one another say nothing about the order of things beside it.
THIN_M = 8.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """Where something stands by a line: how far along it, and how far off."""

    along_m: float
    off_m: float


def beside(line: Sequence[Position], lat: float, lon: float) -> Beside | None:
    """Where the line first comes near that place; None without a line."""
    if len(line) < 2:
        return None
    legs: list[Beside] = []
    ends: list[bool] = []  # whether the leg is nearest at its end: the line is still coming nearer
    gone = 0.0
    for start, end in pairwise(line):
        along, off, length = _on_leg(start, end, lat, lon)
        legs.append(Beside(along_m=gone + along, off_m=off))
        ends.append(along >= length)
        gone += length
    nearest = min(leg.off_m for leg in legs)
    at = next(index for index, leg in enumerate(legs) if leg.off_m <= nearest + AS_NEAR_M)
    while ends[at] and at + 1 < len(legs) and legs[at + 1].off_m <= legs[at].off_m:
        at += 1
    return legs[at]


def thinned(line: Iterable[P]) -> list[P]:
    """The same line without the points that lie close behind the one before: a track of an hour has thousands."""
    kept: list[P] = []
    last: P | None = None
    for point in line:
        if not kept or distance_m(kept[-1].lat, kept[-1].lon, point.lat, point.lon) >= THIN_M:
            kept.append(point)
        last = point
    if last is not None and kept[-1] is not last:
        kept.append(last)
    return kept


def nearest_first(things: Iterable[tuple[T, Position | None]], here: Position | None) -> list[T]:
    """By distance from here; what has no place comes last. Without a here: as given."""
    given = list(things)
    if here is None:
        return [thing for thing, place in given if place is not None] + [
            thing for thing, place in given if place is None
        ]

    def away(item: tuple[T, Position | None]) -> float:
        return math.inf if item[1] is None else distance_m(here.lat, here.lon, item[1].lat, item[1].lon)

    return [thing for thing, _ in sorted(given, key=away)]


def _on_leg(start: Position, end: Position, lat: float, lon: float) -> tuple[float, float, float]:
    """Metres along this leg and off it, and its length: on the plane of the place, true to a centimetre here."""
    east = 111_320.0 * math.cos(math.radians(lat))
    north = 111_132.0
    sx, sy = (start.lon - lon) * east, (start.lat - lat) * north
    dx, dy = (end.lon - start.lon) * east, (end.lat - start.lat) * north
    length = math.hypot(dx, dy)
    part = 0.0 if length == 0 else max(0.0, min(1.0, -(sx * dx + sy * dy) / length**2))
    return part * length, math.hypot(sx + part * dx, sy + part * dy), length
