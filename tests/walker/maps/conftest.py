"""A crossing of two streets with a park, small enough to draw in a moment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from walker.maps.features import Basemap, read_basemap

CENTRE = (2.4475, 48.829)


def _feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


@pytest.fixture
def crossing_file(tmp_path: Path) -> Path:
    lon, lat = CENTRE
    features = [
        _feature("LineString", [[lon - 0.003, lat], [lon + 0.003, lat]], layer="street", name="Rue Longue", width=14),
        _feature("LineString", [[lon, lat - 0.001], [lon, lat + 0.001]], layer="street", width=8),
        _feature(
            "Polygon",
            [[[lon + 0.0005, lat + 0.0003], [lon + 0.002, lat + 0.0003], [lon + 0.002, lat + 0.001],
              [lon + 0.0005, lat + 0.001], [lon + 0.0005, lat + 0.0003]]],
            layer="park",
        ),
    ]  # fmt: skip
    path = tmp_path / "crossing.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


@pytest.fixture
def crossing(crossing_file: Path) -> Basemap:
    return read_basemap(crossing_file)
