"""CSV as French offices open it: semicolons, UTF-8 with BOM, decimal commas; one table.

A text that a spreadsheet would take for a formula gets a leading apostrophe: these words come from the street.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from sync.formats.export.layer import Geometry, Layer, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(path: Path, layers: Sequence[Layer]) -> None:
    """`id`, the columns, then latitude and longitude of points; several layers add a column `layer`."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        many = len(layers) > 1
        columns = list(dict.fromkeys(column for layer in layers for column in layer.columns))
        writer.writerow([*(["layer"] if many else []), "id", *columns, "latitude", "longitude"])
        for layer in layers:
            for feature in layer.features:
                lon, lat = _place(feature.geometry)
                cells = [cell(feature.values.get(column)) for column in columns]
                writer.writerow([*([layer.name] if many else []), feature.id, *cells, cell(lat), cell(lon)])


def cell(value: Value) -> str:
    """A value as a French spreadsheet reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        return f"{value:.7f}".rstrip("0").rstrip(".").replace(".", ",")
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _place(geometry: Geometry | None) -> tuple[float | None, float | None]:
    return geometry.parts[0][0] if geometry is not None and geometry.kind == "Point" else (None, None)
