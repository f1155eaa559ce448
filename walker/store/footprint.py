"""What takes room in the data folder, and the one thing that may go: full sizes that the server said it holds."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from sync.protocol.frozen import frozen
from walker.store.database import BACKUPS, StoreDatabase
from walker.store.kits import FOLDER as KITS
from walker.store.media import Media
from walker.store.photos import PRIVATE


@frozen()
class Room:
    """In bytes, but `freeable_count`. Nothing is counted twice."""

    free: int
    waiting: int  # pictures and voices that the server does not hold, and originals that nobody has checked
    freeable: int  # full sizes that the server holds
    freeable_count: int
    previews: int
    records: int  # the database, and the posters that came with walks
    backups: int
    packs: int


class Footprint:
    """Walks the folder: not on the window's thread."""

    def __init__(self, database: StoreDatabase, media: Media) -> None:
        self._database = database
        self._media = media
        self._folder = database.folder

    def measure(self) -> Room:
        freeable = [path.stat().st_size for path in self._freeable()]
        previews = self._previews()
        media = _size(self._media.folder.glob("*")) if self._media.folder.is_dir() else 0
        aside = {BACKUPS, PRIVATE, self._media.folder.name, "packs", KITS}
        others = [path for path in self._folder.iterdir() if path.is_dir() and path.name not in aside]
        return Room(
            free=shutil.disk_usage(self._folder).free,
            waiting=media - sum(freeable) - previews + _below(self._folder / PRIVATE) + sum(map(_below, others)),
            freeable=sum(freeable),
            freeable_count=len(freeable),
            previews=previews,
            records=_size(self._folder.glob(f"{self._database.path.name}*")) + _below(self._folder / KITS),
            backups=_below(self._folder / BACKUPS),
            packs=_below(self._folder / "packs"),
        )

    def free_up(self) -> int:
        """Remove the full sizes that the server holds; their previews stay. How many bytes were won.

        What is removed can be told from what is lost: a medium with a receipt needs no file here.
        """
        files = self._freeable()
        won = sum(path.stat().st_size for path in files)
        self._media.remove_files(files)
        return won

    def _freeable(self) -> list[Path]:
        """Held by the server, and shown by a preview that is here."""
        rows = self._database.query(
            """
            SELECT DISTINCT media.sha256, small.sha256 AS preview FROM media
            JOIN media_receipts ON media_receipts.sha256 = media.sha256
            JOIN media AS small ON small.id = media.id AND small.preview = 1
            JOIN records ON records.id = media.id AND records.pushed_revision = records.revision
            WHERE media.preview = 0
              AND NOT EXISTS (
                  SELECT 1 FROM media AS other JOIN records AS theirs ON theirs.id = other.id
                  WHERE other.sha256 = media.sha256 AND theirs.pushed_revision < theirs.revision
              )
            """
        )
        pairs = [(self._media.path(row["sha256"]), self._media.path(row["preview"])) for row in rows]
        return sorted({full for full, preview in pairs if full.exists() and preview.exists()})

    def _previews(self) -> int:
        rows = self._database.query("SELECT DISTINCT sha256 FROM media WHERE preview = 1")
        return _size(self._media.path(row["sha256"]) for row in rows)


def _size(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files if file.is_file())


def _below(folder: Path) -> int:
    return _size(folder.rglob("*")) if folder.is_dir() else 0
