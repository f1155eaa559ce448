"""Builds a basemap pack from a drawing, so that a group has a map without asking anyone for one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sync.durable import replace_durably
from walker.maps.draw import Sheet, draw_sheet
from walker.maps.features import Basemap
from walker.maps.labels import place_labels
from walker.maps.palette import DEFAULT_THEME, PALETTES
from walker.maps.projection import TILE_SIZE, Bounds, tile_range

if TYPE_CHECKING:
    import sqlite3

LOWEST_ZOOM, HIGHEST_ZOOM = 13, 18
TILES_A_SHEET = 4

_SCHEMA = """
CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB NOT NULL,
                    PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;
"""


def build_pack(
    basemap: Basemap,
    out: Path,
    *,
    title: str,
    theme: str = DEFAULT_THEME,
    zooms: range = range(LOWEST_ZOOM, HIGHEST_ZOOM + 1),
    attribution: str = "",
) -> int:
    """Draw every tile of the basemap's bounds into an MBTiles file; gives their number.

    The same drawing gives the same tiles. The file appears whole or not at all.
    """
    import sqlite3  # on use: the composition root puts SQLCipher's driver in the place of this name first

    area = basemap.bounds
    part = out.with_name(out.name + ".part")
    part.unlink(missing_ok=True)
    try:
        connection = sqlite3.connect(part)
        try:
            connection.executescript(_SCHEMA)
            metadata = _metadata(title, theme, zooms, area, attribution)
            connection.executemany("INSERT INTO metadata VALUES (?, ?)", metadata.items())
            count = sum(_insert(connection, *tile) for zoom in zooms for tile in _tiles(basemap, area, zoom, theme))
            connection.commit()
        finally:
            connection.close()
        replace_durably(part, out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return count


def _insert(connection: sqlite3.Connection, zoom: int, column: int, row: int, picture: bytes) -> int:
    connection.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", (zoom, column, (1 << zoom) - 1 - row, picture))
    return 1


def _metadata(title: str, theme: str, zooms: range, area: Bounds, attribution: str) -> dict[str, str]:
    west, south, east, north = area
    return {
        "name": title,
        "format": "png",
        "type": "baselayer",
        "version": "1",
        "bounds": f"{west:.6f},{south:.6f},{east:.6f},{north:.6f}",
        "center": f"{(west + east) / 2:.6f},{(south + north) / 2:.6f},{min(zooms[-1], 17)}",
        "minzoom": str(zooms[0]),
        "maxzoom": str(zooms[-1]),
        "attribution": attribution,
        "theme": theme,
    }


def _tiles(basemap: Basemap, area: Bounds, zoom: int, theme: str) -> Iterator[tuple[int, int, int, bytes]]:
    """Zoom, column, row and picture of each tile, cut from larger sheets."""
    labels = place_labels(basemap, zoom)
    first_column, first_row, last_column, last_row = tile_range(area, zoom)
    for top in range(first_row, last_row + 1, TILES_A_SHEET):
        for left in range(first_column, last_column + 1, TILES_A_SHEET):
            sheet = Sheet(zoom=zoom, left=left * TILE_SIZE, top=top * TILE_SIZE, side=TILES_A_SHEET * TILE_SIZE)
            image = draw_sheet(basemap, labels, sheet, PALETTES[theme])
            for row in range(top, min(top + TILES_A_SHEET, last_row + 1)):
                for column in range(left, min(left + TILES_A_SHEET, last_column + 1)):
                    x, y = (column - left) * TILE_SIZE, (row - top) * TILE_SIZE
                    out = io.BytesIO()
                    image.crop((x, y, x + TILE_SIZE, y + TILE_SIZE)).save(out, "PNG", compress_level=9)
                    yield zoom, column, row, out.getvalue()
