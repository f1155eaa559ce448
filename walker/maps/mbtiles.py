"""Reads one MBTiles pack of map pictures; what is missing or damaged inside it is a blank, never a failure.

Packs come from anywhere, so a file that is no pack, is damaged or holds vectors is refused by name when it is opened.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sync.formats.errors import InputError
from walker.maps.projection import LATITUDE_LIMIT, Bounds

if TYPE_CHECKING:
    import sqlite3

_log = logging.getLogger(__name__)

HIGHEST_ZOOM = 22


def picture_format(data: bytes | None) -> str | None:
    """`png`, `jpg` or `webp` by the first bytes, since metadata lies; `pbf` for vectors; None for anything else."""
    if not data:
        return None
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"\x1f\x8b"):
        return "pbf"
    return None


class MBTiles:
    """An open pack. Rows are counted from the north, as in addresses; the file counts them from the south."""

    def __init__(self, path: Path) -> None:
        # Imported on use: the composition root puts SQLCipher's driver in the place of this name first.
        import sqlite3

        self.path = path
        self._errors = sqlite3.DatabaseError
        self._lock = threading.Lock()  # one connection, asked by the server's threads in turn
        self._told = False
        if not path.is_file():
            raise InputError("file_missing", "no such map pack", file=path, mend="check the name of the file")
        self._connection = self._connect(sqlite3)
        try:
            # A file from anywhere must not make SQLite run functions hidden in its schema.
            self._select("PRAGMA trusted_schema = OFF", ())
            self.metadata = self._read_metadata()
            self.format = self._find_format()
            if self.format == "pbf":
                raise InputError(
                    "pack_vector",
                    "this pack holds vector tiles, which cannot be displayed yet",
                    file=path,
                    mend="ask for the same pack with pictures (PNG, JPEG or WebP)",
                )
            self.minzoom, self.maxzoom = self._zooms()
        except BaseException:
            self.close()
            raise

    @property
    def theme(self) -> str | None:
        """Which palette the pack was drawn in, when it says so."""
        return self.metadata.get("theme")

    @property
    def title(self) -> str:
        return self.metadata.get("name") or self.path.stem

    @property
    def attribution(self) -> str:
        return self.metadata.get("attribution", "")

    @property
    def bounds(self) -> Bounds | None:
        """West, south, east, north in degrees; None when the pack does not say or says nonsense."""
        try:
            west, south, east, north = (float(part) for part in self.metadata["bounds"].split(","))
        except (KeyError, ValueError):
            return None
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            return None
        return west, max(south, -LATITUDE_LIMIT), east, min(north, LATITUDE_LIMIT)

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The picture at that place, or None where the pack has none that can be shown."""
        if not (0 <= zoom <= HIGHEST_ZOOM and 0 <= column < 1 << zoom and 0 <= row < 1 << zoom):
            return None
        try:
            rows = self._select(
                "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?",
                (zoom, column, (1 << zoom) - 1 - row),
            )
        except self._errors as error:
            if not self._told:
                self._told = True
                _log.warning("%s: part of this map pack cannot be read (%s); blanks are shown", self.path, error)
            return None
        data = rows[0][0] if rows else None
        return data if isinstance(data, bytes) and picture_format(data) not in (None, "pbf") else None

    def check(self) -> None:
        """Refuse a pack that is damaged or has not one picture: asked before it is taken in."""
        try:
            verdict = self._select("PRAGMA quick_check(1)", ())[0][0]
        except self._errors as error:
            verdict = str(error)
        if verdict != "ok":
            raise InputError(
                "pack_damaged",
                f"the map pack is damaged ({verdict})",
                file=self.path,
                mend="copy it again from where it came",
            )
        if self.format is None:
            raise InputError(
                "pack_no_picture",
                "the pack holds no picture that can be shown",
                file=self.path,
                mend="choose an MBTiles pack with PNG, JPEG or WebP tiles",
            )

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _connect(self, driver: Any) -> sqlite3.Connection:
        # A pack is never changed in place, so it opens on read-only disks and beside a leftover journal too.
        address = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            connection: sqlite3.Connection = driver.connect(address, uri=True, check_same_thread=False)
        except self._errors as error:
            raise self._no_pack(error) from error
        return connection

    def _read_metadata(self) -> dict[str, str]:
        try:
            pairs = self._select("SELECT name, value FROM metadata", ())
            self._select("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles LIMIT 0", ())
        except self._errors as error:
            raise self._no_pack(error) from error
        return {str(name): str(value) for name, value in pairs if value is not None}

    def _find_format(self) -> str | None:
        if self.metadata.get("format") == "pbf":
            return "pbf"
        try:
            rows = self._select("SELECT tile_data FROM tiles WHERE tile_data IS NOT NULL LIMIT 1", ())
        except self._errors as error:
            raise self._no_pack(error) from error
        return picture_format(rows[0][0]) if rows else None

    def _zooms(self) -> tuple[int, int]:
        try:
            return int(self.metadata["minzoom"]), int(self.metadata["maxzoom"])
        except (KeyError, ValueError):
            pass  # an old or careless writer: the tiles themselves tell
        try:
            lowest, highest = self._select("SELECT min(zoom_level), max(zoom_level) FROM tiles", ())[0]
        except self._errors as error:
            raise self._no_pack(error) from error
        return int(lowest or 0), int(highest or 0)

    def _select(self, sql: str, values: tuple[int, ...]) -> list[Any]:
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def _no_pack(self, error: Exception) -> InputError:
        return InputError(
            "pack_unreadable",
            f"this is not a map pack that can be read ({error})",
            file=self.path,
            mend="choose an MBTiles file, or copy it again from where it came",
        )
