"""Lengths and areas on the ellipsoid without heavy libraries: the tablet needs them for every fix."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol, TypeAlias

from sync.protocol.frozen import frozen

_EQUATOR_M = 6378137.0  # WGS84
_FLATTENING = 1 / 298.257223563
_E2 = _FLATTENING * (2 - _FLATTENING)
# Within these a plane at the middle latitude agrees with the geodesic to one part in a million (tested).
_SHORT_DEGREES = 0.05
_PLAIN_LATITUDE = 70.0

Ring: TypeAlias = Sequence[Sequence[float]]
"""Positions in GeoJSON's order: longitude, latitude."""
MultiPolygon: TypeAlias = Sequence[Sequence[Ring]]
"""GeoJSON's: polygons, each an outer ring and its holes."""


class Position(Protocol):
    """Anything with WGS84 degrees."""

    @property
    def lat(self) -> float: ...

    @property
    def lon(self) -> float: ...


@frozen(slots=True)
class Box:
    """Bounds in degrees; one that crosses the antimeridian is not needed here."""

    south: float
    west: float
    north: float
    east: float

    def contains(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


def distance_m(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Metres along the geodesic of WGS84, to one part in a million."""
    dlat, dlon = lat2 - lat1, lon2 - lon1
    middle = (lat1 + lat2) / 2
    if abs(dlat) <= _SHORT_DEGREES and abs(dlon) <= _SHORT_DEGREES and abs(middle) <= _PLAIN_LATITUDE:
        # geopy takes 70 µs a leg, this takes one: a long log is read in a blink, and geopy is not loaded.
        phi = math.radians(middle)
        w2 = 1 - _E2 * math.sin(phi) ** 2
        prime_vertical = _EQUATOR_M / math.sqrt(w2)
        meridian = prime_vertical * (1 - _E2) / w2
        return math.hypot(math.radians(dlat) * meridian, math.radians(dlon) * prime_vertical * math.cos(phi))
    from geopy.distance import geodesic

    return float(geodesic((lat1, lon1), (lat2, lon2)).m)


def length_m(line: Iterable[Position]) -> float:
    """Metres along a line of positions."""
    total = 0.0
    previous: Position | None = None
    for point in line:
        if previous is not None:
            total += distance_m(previous.lat, previous.lon, point.lat, point.lon)
        previous = point
    return total


def bounds(positions: Iterable[Sequence[float]]) -> Box:
    """Box around positions given as (longitude, latitude); raises ValueError when there is none."""
    listed = list(positions)
    lons = [position[0] for position in listed]
    lats = [position[1] for position in listed]
    return Box(south=min(lats), west=min(lons), north=max(lats), east=max(lons))


class Area:
    """A (multi)polygon made ready for many questions of "is this point inside?"."""

    def __init__(self, polygons: MultiPolygon) -> None:
        self._polygons = [
            (bounds(rings[0]), [_edges(ring) for ring in rings]) for rings in polygons if rings and rings[0]
        ]
        self.box = bounds(position for rings in polygons for position in rings[0]) if self._polygons else None

    def contains(self, lat: float, lon: float) -> bool:
        """Whether the point lies inside; of two areas sharing an edge, exactly one has a point on it."""
        if self.box is None or not self.box.contains(lat, lon):
            return False
        return any(
            box.contains(lat, lon) and _inside(rings[0], lat, lon) and not _in_hole(rings, lat, lon)
            for box, rings in self._polygons
        )


def share_inside(lines: Iterable[Sequence[Position]], area: Area, *, step_m: float = 10.0) -> float:
    """The part (0 to 1) of the lines' length that lies in the area, looked at every ``step_m`` along them.

    Lines without length count by their first point, so that a group that never moved is somewhere too.
    """
    inside = total = 0
    lines = [line for line in lines if line]
    for lat, lon in _every(lines, step_m):
        total += 1
        inside += area.contains(lat, lon)
    if total:
        return inside / total
    return float(bool(lines) and area.contains(lines[0][0].lat, lines[0][0].lon))


def _every(lines: Sequence[Sequence[Position]], step_m: float) -> Iterator[tuple[float, float]]:
    """Positions at the middles of equal parts of about ``step_m``, over all lines laid end to end."""
    whole = sum(length_m(line) for line in lines)
    if whole <= 0:
        return
    step = whole / max(1, round(whole / step_m))
    due, gone = step / 2, 0.0
    for line in lines:
        for start, end in pairwise(line):
            leg = distance_m(start.lat, start.lon, end.lat, end.lon)
            while leg > 0 and due <= gone + leg:
                part = (due - gone) / leg
                yield start.lat + (end.lat - start.lat) * part, start.lon + (end.lon - start.lon) * part
                due += step
            gone += leg


_Edge: TypeAlias = tuple[float, float, float, float]


def _edges(ring: Ring) -> list[_Edge]:
    """Edges (lon1, lat1, lon2, lat2); the ring is closed if it was not; level edges never cross a ray."""
    return [
        (first[0], first[1], second[0], second[1])
        for first, second in zip(ring, [*ring[1:], ring[0]], strict=True)
        if first[1] != second[1]
    ]


def _inside(edges: list[_Edge], lat: float, lon: float) -> bool:
    """Even-odd rule: how many edges does a ray to the east cross?"""
    inside = False
    for lon1, lat1, lon2, lat2 in edges:
        if (lat1 > lat) != (lat2 > lat) and lon < lon1 + (lat - lat1) * (lon2 - lon1) / (lat2 - lat1):
            inside = not inside
    return inside


def _in_hole(rings: list[list[_Edge]], lat: float, lon: float) -> bool:
    return any(_inside(hole, lat, lon) for hole in rings[1:])
