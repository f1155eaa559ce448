"""One door for all exports: the ending chooses the format; a file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sync.durable import replace_durably
from sync.formats.export import csv_table, geojson, geopackage, gpx, xlsx
from sync.formats.export.layer import Layer

_WRITERS: dict[str, Callable[[Path, Sequence[Layer]], None]] = {
    ".geojson": geojson.write,
    ".csv": csv_table.write,
    ".xlsx": xlsx.write,
    ".gpkg": geopackage.write,
    ".gpx": gpx.write,
}
ENDINGS = tuple(_WRITERS)


class UnknownEnding(ValueError):
    """The file's ending names no format that we write."""


def write_layers(path: Path, layers: Sequence[Layer]) -> None:
    """Write aside, sync, rename. Raises UnknownEnding, or OSError when the folder cannot be written."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise UnknownEnding(f"{path}: unknown ending {path.suffix or '(none)'}; use {', '.join(ENDINGS)}")
    aside = path.with_name(f".{path.name}.part{path.suffix}")
    try:
        writer(aside, layers)
        replace_durably(aside, path)
    finally:
        aside.unlink(missing_ok=True)
