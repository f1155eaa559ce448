"""GeoJSON (RFC 7946): WGS84, longitude first, exterior rings counter-clockwise, no crs member."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sync.formats.export.layer import Coordinate, Geometry, Layer


def write(path: Path, layers: Sequence[Layer]) -> None:
    """One FeatureCollection; with several layers, each feature says its own in `layer`."""
    features = [
        {
            "type": "Feature",
            "id": feature.id,
            "geometry": geometry(feature.geometry),
            "properties": ({"layer": layer.name} if len(layers) > 1 else {})
            | {column: feature.values.get(column) for column in layer.columns},
        }
        for layer in layers
        for feature in layer.features
    ]
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def geometry(shape: Geometry | None) -> dict[str, Any] | None:
    """The geometry member; None stays null, as the RFC wants for an unlocated feature."""
    if shape is None:
        return None
    if shape.kind == "Point":
        return {"type": "Point", "coordinates": list(shape.parts[0][0])}
    if shape.kind == "LineString":
        return {"type": "LineString", "coordinates": [list(place) for place in shape.parts[0]]}
    if shape.kind == "MultiLineString":
        return {"type": "MultiLineString", "coordinates": [[list(place) for place in part] for part in shape.parts]}
    rings = [_wound(ring, counter_clockwise=at == 0) for at, ring in enumerate(shape.parts)]
    return {"type": "Polygon", "coordinates": [[list(place) for place in ring] for ring in rings]}


def _wound(ring: tuple[Coordinate, ...], *, counter_clockwise: bool) -> tuple[Coordinate, ...]:
    closed = ring if ring[0] == ring[-1] else (*ring, ring[0])
    doubled = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in itertools.pairwise(closed))
    return closed if (doubled > 0) == counter_clockwise else closed[::-1]
