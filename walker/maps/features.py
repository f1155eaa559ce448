"""What a basemap is drawn from: a GeoJSON file whose features each name their layer.

A member `map_bounds` (west, south, east, north) may say what part of it a pack shall cover.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sync.formats.errors import InputError
from walker.maps.projection import Bounds, Point, to_square

AREA_LAYERS = ("park", "building", "railbed")
LAYERS = (*AREA_LAYERS, "rail", "street", "place")
STREET_WIDTH = 10.0  # metres, for a street that does not say


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One thing to draw, in the unit square, with the box around it."""

    points: list[Point]
    name: str = ""
    width: float = 0.0
    box: tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class Basemap:
    """Shapes by layer, and the box of degrees a pack of them covers."""

    layers: dict[str, list[Shape]] = field(default_factory=lambda: {layer: [] for layer in LAYERS})
    bounds: Bounds

    @property
    def latitude(self) -> float:
        return (self.bounds[1] + self.bounds[3]) / 2


def read_basemap(path: Path) -> Basemap:
    """The drawing in a GeoJSON file: layers park, building, railbed, rail, street (with width) and place."""
    try:
        collection = json.loads(path.read_text(encoding="utf-8-sig"))
        features = collection["features"]
    except FileNotFoundError as error:
        raise InputError("file_missing", "no such file", file=path, mend="check its name") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            "basemap_unreadable",
            "not a GeoJSON collection of features",
            file=path,
            mend="export it again as GeoJSON (WGS84, UTF-8)",
        ) from error
    layers: dict[str, list[Shape]] = {layer: [] for layer in LAYERS}
    corners: list[Point] = []
    for number, feature in enumerate(features, start=1):
        try:
            properties = feature["properties"]
            lonlats = _points(feature["geometry"])
            shape = _shape(lonlats, properties)
            layers[properties["layer"]].append(shape)
        except (KeyError, ValueError, TypeError, IndexError) as error:
            raise InputError(
                "basemap_feature",
                "the feature cannot be drawn",
                file=path,
                place=f"feature {number}",
                mend=f"give it a point, line or polygon in degrees and a layer among {', '.join(LAYERS)}",
            ) from error
        corners += lonlats
    if not corners:
        raise InputError("basemap_empty", "nothing to draw", file=path, mend="add streets to it")
    return Basemap(layers=layers, bounds=_bounds(collection.get("map_bounds"), corners, path))


def _bounds(said: Any, corners: list[Point], path: Path) -> Bounds:
    if said is None:
        longitudes, latitudes = [lon for lon, _ in corners], [lat for _, lat in corners]
        return min(longitudes), min(latitudes), max(longitudes), max(latitudes)
    try:
        west, south, east, north = (float(degree) for degree in said)
    except (TypeError, ValueError):
        west = east = south = north = 0.0
    if not (-180 <= west < east <= 180 and -90 < south < north < 90):
        raise InputError(
            "basemap_bounds", "map_bounds is no box in degrees", file=path, mend="write [west, south, east, north]"
        )
    return west, south, east, north


def _points(geometry: dict[str, Any]) -> list[Point]:
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "Polygon":
        raw = coordinates[0]
    elif kind == "LineString":
        raw = coordinates
    elif kind == "Point":
        raw = [coordinates]
    else:
        raise ValueError(f"a {kind} is not drawn")
    points = [(float(each[0]), float(each[1])) for each in raw]
    if not points or not all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points):
        raise ValueError("positions outside the Earth")
    return points


def _shape(lonlats: list[Point], properties: dict[str, Any]) -> Shape:
    points = [to_square(lon, lat) for lon, lat in lonlats]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Shape(
        points=points,
        name=str(properties.get("name") or ""),
        width=float(properties.get("width") or STREET_WIDTH),
        box=(min(xs), min(ys), max(xs), max(ys)),
    )
