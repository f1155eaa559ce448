"""What stands on the map: the findings and stops of a walk, those too close to be touched apart as one with a count."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from walker.maps.projection import TILE_SIZE, to_square
from walker.viewmodels.rows import Row

NAMES = ("recordId", "kind", "label", "iconName", "number", "latitude", "longitude", "members")
APART_PX = 64  # markers nearer than this cannot be touched apart
MARGIN_PX = 80
MOST = 200  # more would make the map slow


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One thing at one place. `number` is a stop's; 0 for others."""

    record_id: str
    kind: str
    label: str
    icon: str
    lat: float
    lon: float
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class MapView:
    """What of the map is on screen."""

    lat: float = 0.0
    lon: float = 0.0
    zoom: float = 17.0
    width: float = 0.0
    height: float = 0.0


def visible(marks: Sequence[Mark], view: MapView) -> list[Row]:
    """At most `MOST` rows; stops are never joined, since their number is their name."""
    centre = _pixels(view.lat, view.lon, view.zoom)
    half = (view.width / 2 + MARGIN_PX, view.height / 2 + MARGIN_PX)
    groups: list[tuple[tuple[float, float], list[Mark]]] = []
    alone: list[Row] = []
    for mark in marks:
        at = _pixels(mark.lat, mark.lon, view.zoom)
        if abs(at[0] - centre[0]) > half[0] or abs(at[1] - centre[1]) > half[1]:
            continue
        if mark.number:
            alone.append(_row(mark))
            continue
        near = next((group for place, group in groups if math.dist(place, at) < APART_PX), None)
        if near is None:
            groups.append((at, [mark]))
        else:
            near.append(mark)
    rows = [_row(group[0]) if len(group) == 1 else _cluster(group) for _, group in groups]
    return (alone + rows)[:MOST]


def _row(mark: Mark) -> Row:
    return {
        "recordId": mark.record_id,
        "kind": mark.kind,
        "label": mark.label,
        "iconName": mark.icon,
        "number": mark.number,
        "latitude": mark.lat,
        "longitude": mark.lon,
        "members": "",
    }


def _cluster(group: Sequence[Mark]) -> Row:
    first = group[0]
    return {
        "recordId": "",
        "kind": "cluster",
        "label": "",
        "iconName": first.icon,
        "number": len(group),
        "latitude": _mean(mark.lat for mark in group),
        "longitude": _mean(mark.lon for mark in group),
        "members": "\n".join(mark.record_id for mark in group),
    }


def _mean(values: Iterable[float]) -> float:
    held = list(values)
    return sum(held) / len(held)


def _pixels(lat: float, lon: float, zoom: float) -> tuple[float, float]:
    x, y = to_square(lon, lat)
    size = TILE_SIZE * 2**zoom
    return x * size, y * size
