"""Points, lines and outlines drawn by a finger or walked round: how large they are, and what is odd about them.

Corners are integers (degrees x 10^7), so whether two sides cross is decided exactly.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sync.protocol.records import Point
from sync.rules.geodesy import distance_m

POINT, LINE, POLYGON = "point", "line", "polygon"
FEWEST = {POINT: 1, LINE: 2, POLYGON: 3}
DEGREES = 10_000_000

Corners = Sequence[Point]
_Side = tuple[Point, Point]


def missing_corners(shape: str, corners: Corners) -> int:
    """How many more different corners it takes to be that shape."""
    return max(0, FEWEST.get(shape, 1) - len(set(corners)))


def settled(shape: str, corners: Corners) -> tuple[str, tuple[Point, ...]]:
    """What these corners are enough for: an outline of two is a line, a line of one is a point. No corner goes."""
    for simpler in (POLYGON, LINE):
        if shape == simpler and missing_corners(simpler, corners):
            shape = LINE if simpler == POLYGON else POINT
    return shape, tuple(corners[-1:] if shape == POINT else corners)


def length_m(shape: str, corners: Corners) -> float:
    """Metres along a line, or all round an outline."""
    return sum(_metres(first, second) for first, second in _sides(shape, corners))


def area_m2(corners: Corners) -> float:
    """Square metres inside an outline; of one that crosses itself, what its parts leave of one another."""
    if len(corners) < FEWEST[POLYGON]:
        return 0.0
    return abs(_twice_area(_plane(corners))) / 2


def crosses_itself(shape: str, corners: Corners) -> bool:
    """Whether two sides that are not neighbours meet, or one goes back over its neighbour."""
    sides = list(_sides(shape, corners))
    around = shape == POLYGON and len(corners) > 2
    for at, side in enumerate(sides):
        for later in range(at + 1, len(sides)):
            neighbours = later == at + 1 or (around and at == 0 and later == len(sides) - 1)
            if _goes_back(side, sides[later]) if neighbours else _meet(side, sides[later]):
                return True
    return False


def middle(shape: str, corners: Corners) -> Point:
    """Where a mark of it stands: the middle of the surface, of the line's length, or the point itself.

    Raises ValueError when there is no corner.
    """
    if not corners:
        raise ValueError("no corner")
    if shape == POLYGON and (found := _surface_middle(corners)) is not None:
        return found
    if shape == LINE and len(corners) > 1:
        return _half_way(corners)
    north, east = sum(c.lat_e7 for c in corners), sum(c.lon_e7 for c in corners)
    return Point(lat_e7=round(north / len(corners)), lon_e7=round(east / len(corners)))


def thinned(corners: Corners, tolerance_m: float) -> list[Point]:
    """A walked line without the points that lie within the tolerance of the line through the others."""
    if len(corners) < 3:
        return list(corners)
    plane = _plane(corners)
    kept = {0, len(corners) - 1}
    waiting = [(0, len(corners) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = max(
            ((_from_segment(plane[index], plane[first], plane[last]), index) for index in range(first + 1, last)),
            default=(0.0, first),
        )
        if far > tolerance_m:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [corners[index] for index in sorted(kept)]


def _sides(shape: str, corners: Corners) -> Iterator[_Side]:
    if shape == POINT:
        return
    yield from pairwise(corners)
    if shape == POLYGON and len(corners) > 2:
        yield corners[-1], corners[0]


def _metres(first: Point, second: Point) -> float:
    return distance_m(first.lat_e7 / DEGREES, first.lon_e7 / DEGREES, second.lat_e7 / DEGREES, second.lon_e7 / DEGREES)


def _plane(corners: Corners) -> list[tuple[float, float]]:
    """Metres east and north of the first corner; exact enough for what a group can walk round."""
    origin = corners[0]
    lat, lon = origin.lat_e7 / DEGREES, origin.lon_e7 / DEGREES
    middle_lat = sum(corner.lat_e7 for corner in corners) / len(corners) / DEGREES
    east = distance_m(middle_lat, lon - 0.005, middle_lat, lon + 0.005) / 0.01 / DEGREES
    north = distance_m(lat - 0.005, lon, lat + 0.005, lon) / 0.01 / DEGREES
    return [((c.lon_e7 - origin.lon_e7) * east, (c.lat_e7 - origin.lat_e7) * north) for c in corners]


def _twice_area(plane: Sequence[tuple[float, float]]) -> float:
    """Signed, of the ring."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*plane, plane[0]]))


def _surface_middle(corners: Corners) -> Point | None:
    """In the corners' own units; None for a ring that has no surface, or one whose loops leave nothing."""
    origin = corners[0]
    ring = [(c.lon_e7 - origin.lon_e7, c.lat_e7 - origin.lat_e7) for c in [*corners, origin]]
    parts = [(x1 + x2, y1 + y2, x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairwise(ring)]
    whole = 3 * sum(part[2] for part in parts)
    if whole == 0:
        return None
    found = Point(
        lat_e7=origin.lat_e7 + round(sum(y * weight for _, y, weight in parts) / whole),
        lon_e7=origin.lon_e7 + round(sum(x * weight for x, _, weight in parts) / whole),
    )
    return found if _near(found, corners) else None  # loops that almost cancel out throw the middle far away


def _near(found: Point, corners: Corners) -> bool:
    lats, lons = [c.lat_e7 for c in corners], [c.lon_e7 for c in corners]
    return min(lats) <= found.lat_e7 <= max(lats) and min(lons) <= found.lon_e7 <= max(lons)


def _half_way(corners: Corners) -> Point:
    rest = length_m(LINE, corners) / 2
    for first, second in pairwise(corners):
        leg = _metres(first, second)
        if leg >= rest and leg > 0:
            part = rest / leg
            return Point(
                lat_e7=first.lat_e7 + round((second.lat_e7 - first.lat_e7) * part),
                lon_e7=first.lon_e7 + round((second.lon_e7 - first.lon_e7) * part),
            )
        rest -= leg
    return corners[-1]


def _turn(a: Point, b: Point, c: Point) -> int:
    """Left (1), right (-1) or straight (0) from a by b to c; exact."""
    product = (b.lon_e7 - a.lon_e7) * (c.lat_e7 - a.lat_e7) - (b.lat_e7 - a.lat_e7) * (c.lon_e7 - a.lon_e7)
    return (product > 0) - (product < 0)


def _between(a: Point, b: Point, c: Point) -> bool:
    """Whether c, on the line through a and b, lies on the side itself."""
    return min(a.lon_e7, b.lon_e7) <= c.lon_e7 <= max(a.lon_e7, b.lon_e7) and (
        min(a.lat_e7, b.lat_e7) <= c.lat_e7 <= max(a.lat_e7, b.lat_e7)
    )


def _meet(one: _Side, other: _Side) -> bool:
    (a, b), (c, d) = one, other
    turns = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if turns[0] != turns[1] and turns[2] != turns[3]:
        return True
    touching = ((a, b, c), (a, b, d), (c, d, a), (c, d, b))
    return any(turn == 0 and _between(*three) for turn, three in zip(turns, touching, strict=True))


def _goes_back(one: _Side, other: _Side) -> bool:
    """Two neighbours share a corner; they overlap when the far ends lie on the same side of it."""
    shared = one[1] if one[1] == other[0] else one[0]
    far, next_far = (one[0] if shared == one[1] else one[1]), (other[1] if shared == other[0] else other[0])
    if _turn(far, shared, next_far) != 0:
        return False
    east = (far.lon_e7 - shared.lon_e7) * (next_far.lon_e7 - shared.lon_e7)
    north = (far.lat_e7 - shared.lat_e7) * (next_far.lat_e7 - shared.lat_e7)
    return east + north > 0


def _from_segment(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    part = 0.0 if square == 0 else ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square
    part = min(1.0, max(0.0, part))
    return math.hypot(point[0] - start[0] - part * dx, point[1] - start[1] - part * dy)
