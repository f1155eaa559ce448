"""In which perimeter a point lies that day. Pure Python on cached outlines: 20 districts take microseconds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max

from sync.rules.geodesy import Area, Ring
from sync.server.records import feed
from sync.server.territories.models import Territory

# Overlays (priority security zones, renewal projects, town-hall cells...) lie over these and never replace them.
_RANK = {"priority_district": 0, "watch_district": 1, "demonstration": 2, "hand_drawn": 3}


@dataclass(frozen=True, kw_only=True, slots=True)
class Perimeter:
    """The outline of one territory, and when it is valid."""

    code: str
    rank: int
    valid_from: date | None
    valid_to: date | None
    area: Area

    def valid(self, day: date | None) -> bool:
        return day is None or (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


MEMO = "perimeters"
_cached: dict[tuple[int, int | None], list[Perimeter]] = {}


def territory_at(lat: float, lon: float, day: date | None = None) -> str | None:
    """The code of the district around that point (degrees), None outside any. Priority districts come first."""
    return next((each.code for each in perimeters() if each.area.contains(lat, lon) and each.valid(day)), None)


def perimeters() -> list[Perimeter]:
    """Every outline, most important kind first; read again only when a territory was written."""
    return feed.once(MEMO, _current)


def _current() -> list[Perimeter]:
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


def _perimeter(row: Territory) -> Perimeter:
    return Perimeter(
        code=row.code,
        rank=_RANK[row.kind],
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        area=Area(_polygons(row.geometry or {})),
    )


def rings_of(geometry: dict[str, Any]) -> list[Ring]:
    """All rings, outer and inner, of a GeoJSON Polygon or MultiPolygon."""
    return [ring for polygon in _polygons(geometry) for ring in polygon]


def _polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    polygons: list[list[Ring]] = geometry["coordinates"]
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else polygons
