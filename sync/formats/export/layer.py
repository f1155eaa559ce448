"""What every export writes: named layers of features with the same columns, in WGS84."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Value = str | int | float | bool | None
Coordinate = tuple[float, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Geometry:
    """Degrees as (longitude, latitude). `parts`: one part for a point or line, rings for a polygon,
    one part a segment for a multi-line."""

    kind: Literal["Point", "LineString", "MultiLineString", "Polygon"]
    parts: tuple[tuple[Coordinate, ...], ...]

    @classmethod
    def point(cls, lat: float, lon: float) -> Geometry:
        """One place, given as people say it: latitude first."""
        return cls(kind="Point", parts=(((lon, lat),),))


@dataclass(frozen=True, kw_only=True, slots=True)
class Feature:
    """One row: a stable id, where it is (None: nowhere), and one value a column."""

    id: str
    geometry: Geometry | None
    values: Mapping[str, Value]


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """Features of one kind. `columns` fixes names and order; `text` columns come last by custom, not by rule."""

    name: str
    columns: tuple[str, ...]
    features: tuple[Feature, ...]
