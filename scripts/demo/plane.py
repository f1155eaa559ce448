"""A flat drawing board in metres over the demonstration place, so that streets can be drawn by hand.

The place is the Bois de Vincennes: inside Paris, yet without a single dwelling, so nothing said on the
demonstration can be taken for a remark about somebody's real street.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

Point = tuple[float, float]

CENTRE_LATITUDE = 48.8290
CENTRE_LONGITUDE = 2.4475
METRES_PER_DEGREE_LATITUDE = 111_195.0
METRES_PER_DEGREE_LONGITUDE = METRES_PER_DEGREE_LATITUDE * math.cos(math.radians(CENTRE_LATITUDE))


def to_lonlat(point: Point) -> list[float]:
    """Longitude and latitude of a point of the board (x to the east, y to the north, metres)."""
    x, y = point
    return [
        round(CENTRE_LONGITUDE + x / METRES_PER_DEGREE_LONGITUDE, 7),
        round(CENTRE_LATITUDE + y / METRES_PER_DEGREE_LATITUDE, 7),
    ]


def line_to_lonlat(points: Iterable[Point]) -> list[list[float]]:
    return [to_lonlat(point) for point in points]


def distance(a: Point, b: Point) -> float:
    return math.hypot(b[0] - a[0], b[1] - a[1])


def along(path: list[Point], metres: float) -> Point:
    """The point reached after walking so many metres on a path; its end when the path is shorter."""
    left = metres
    for a, b in pairwise(path):
        step = distance(a, b)
        if left <= step and step > 0:
            share = left / step
            return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        left -= step
    return path[-1]


def length(path: list[Point]) -> float:
    return sum(distance(a, b) for a, b in pairwise(path))
