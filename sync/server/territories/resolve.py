"""In which perimeter a point lies that day. Pure Python on cached outlines: 20 districts take microseconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max

from sync.server.records import feed
from sync.server.territories.models import Territory

# Overlays (priority security zones, renewal projects, town-hall cells...) lie over these and never replace them.
_RANK = {"priority_district": 0, "watch_district": 1, "demonstration": 2, "hand_drawn": 3}

Ring = Sequence[Sequence[float]]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Perimeter:
    code: str
    rank: int
    valid_from: date | None
    valid_to: date | None
    box: tuple[float, float, float, float]
    rings: tuple[Ring, ...]

    def holds(self, lat: float, lon: float, day: date | None) -> bool:
        south, west, north, east = self.box
        if not (south <= lat <= north and west <= lon <= east):
            return False
        if day is not None and (
            (self.valid_from is not None and day < self.valid_from)
            or (self.valid_to is not None and day > self.valid_to)
        ):
            return False
        return _inside(self.rings, lat, lon)


MEMO = "perimeters"
_cached: dict[tuple[int, int | None], list[_Perimeter]] = {}


def territory_at(lat: float, lon: float, day: date | None = None) -> str | None:
    """The code of the district around that point (degrees), None outside any. Priority districts come first."""
    return next((each.code for each in perimeters() if each.holds(lat, lon, day)), None)


def perimeters() -> list[_Perimeter]:
    """Every outline, most important kind first; read again only when a territory was written."""
    return feed.once(MEMO, _current)


def _current() -> list[_Perimeter]:
    found = Territory.objects.aggregate(count=Count("id"), stamp=Max("stamp"))
    version = (found["count"], found["stamp"])
    outlines = _cached.get(version)
    if outlines is None:
        rows = Territory.objects.exclude(geometry=None).filter(kind__in=_RANK)
        # Of two perimeters of one kind the later one is meant, from the day it is valid.
        newest_first = sorted(map(_perimeter, rows), key=lambda each: each.valid_from or date.min, reverse=True)
        outlines = sorted(newest_first, key=lambda each: each.rank)
        _cached.clear()
        _cached[version] = outlines
    return outlines


def _perimeter(row: Territory) -> _Perimeter:
    return _Perimeter(
        code=row.code,
        rank=_RANK[row.kind],
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        box=(row.south or 0.0, row.west or 0.0, row.north or 0.0, row.east or 0.0),
        rings=tuple(rings_of(row.geometry or {})),
    )


def rings_of(geometry: dict[str, Any]) -> list[Ring]:
    """All rings, outer and inner, of a GeoJSON Polygon or MultiPolygon."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for polygon in polygons for ring in polygon]


def _inside(rings: Sequence[Ring], lat: float, lon: float) -> bool:
    """A ray to the east crosses the rings an odd number of times; holes take care of themselves."""
    inside = False
    for ring in rings:
        before_lon, before_lat = ring[-1][0], ring[-1][1]
        for vertex in ring:
            at_lon, at_lat = vertex[0], vertex[1]
            if (at_lat > lat) != (before_lat > lat) and lon < (before_lon - at_lon) * (lat - at_lat) / (
                before_lat - at_lat
            ) + at_lon:
                inside = not inside
            before_lon, before_lat = at_lon, at_lat
    return inside
