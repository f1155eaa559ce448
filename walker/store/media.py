"""Final bytes under media/, named by their sha256, and which record names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sync.durable import sync_folder
from sync.protocol import codec
from sync.protocol.records import Photo
from walker.store.database import Row, StoreDatabase
from walker.store.files import disk_fault, write_durably

MEDIA = "media"


class Media:
    """Files are written before the row that names them, and removed after the row is gone."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database
        self.folder = database.folder / MEDIA

    def path(self, sha256: str) -> Path:
        return self.folder / sha256

    def picture(self, photo: Photo) -> Path:
        """To show: the full size, or its preview where the full size made room after the server had it."""
        full = self.path(photo.sha256 or "")
        if photo.sha256 is not None and not full.exists() and photo.preview_sha256 is not None:
            return self.path(photo.preview_sha256)
        return full

    def write(self, content: bytes) -> str:
        """Put these bytes on disk, outside of any transaction; their sha256."""
        sha256 = codec.sha256(content)
        path = self.path(sha256)
        if not path.exists() or path.read_bytes() != content:
            write_durably(path, content)
        return sha256

    def name(self, record_id: str, revision: int, contents: Iterable[tuple[str, int, bool]]) -> list[Path]:
        """This revision names these (sha256, size, preview) and no others; files that nobody names any more.

        A step of a transaction: remove the files once it is on disk.
        """
        before = self.forget(record_id)
        for sha256, size, preview in contents:
            self._database.execute(
                "INSERT OR REPLACE INTO media (sha256, id, revision, size, preview) VALUES (?, ?, ?, ?, ?)",
                (sha256, record_id, revision, size, preview),
            )
        return [path for path in before if not self.naming(path.name)]

    def forget(self, record_id: str) -> list[Path]:
        """The record is gone or names others; files that nobody names any more. A step of a transaction."""
        rows = self._database.query("SELECT sha256 FROM media WHERE id = ?", (record_id,))
        self._database.execute("DELETE FROM media WHERE id = ?", (record_id,))
        self._database.execute("DELETE FROM tray WHERE id = ? AND subject != ''", (record_id,))
        return [self.path(row["sha256"]) for row in rows if not self.naming(row["sha256"])]

    def naming(self, sha256: str) -> list[Row]:
        """Ids and revisions of the records that name it."""
        return self._database.query("SELECT id, revision FROM media WHERE sha256 = ?", (sha256,))

    def waiting(self) -> list[Row]:
        """Named by an acknowledged revision, not held by the server, not in the tray.

        Previews first; then full sizes, those of the walk of which least is left first, so that walks become whole.
        """
        return self._database.query(
            """
            WITH waiting AS (
                SELECT media.sha256, media.size, preview, ordinal, ifnull(records.walk_id, '') AS walk FROM media
                JOIN records ON records.id = media.id AND records.pushed_revision >= media.revision
                LEFT JOIN media_receipts ON media_receipts.sha256 = media.sha256
                LEFT JOIN tray ON tray.id = media.id AND tray.subject = media.sha256
                WHERE media_receipts.sha256 IS NULL AND tray.id IS NULL AND records.deleted_at IS NULL
            ), walks AS (
                SELECT walk, sum(size) AS rest FROM waiting WHERE preview = 0 GROUP BY walk
            )
            SELECT sha256, size, preview FROM waiting LEFT JOIN walks USING (walk) GROUP BY sha256
            ORDER BY preview DESC, CASE WHEN preview THEN 0 ELSE min(rest) END,
                CASE WHEN preview THEN '' ELSE min(walk) END, min(ordinal)
            """
        )

    def unreceived(self, walk_id: str | None) -> list[Row]:
        """As `waiting`, also of records that still wait themselves; of one walk, or of all."""
        return self._database.query(
            """
            SELECT media.sha256, media.size, media.preview FROM media
            JOIN records ON records.id = media.id AND records.held IS NULL
            LEFT JOIN media_receipts ON media_receipts.sha256 = media.sha256
            LEFT JOIN tray ON tray.id = media.id AND tray.subject = media.sha256
            WHERE media_receipts.sha256 IS NULL AND tray.id IS NULL AND records.deleted_at IS NULL
              AND records.walk_id IS ifnull(:walk, records.walk_id)
            GROUP BY media.sha256 ORDER BY media.preview DESC, min(records.ordinal)
            """,
            {"walk": walk_id},
        )

    def is_held_by_server(self, sha256: str) -> bool:
        return self._database.value("SELECT 1 FROM media_receipts WHERE sha256 = ?", (sha256,)) is not None

    def remove_files(self, files: Sequence[Path]) -> None:
        """Remove what no row names any more; what cannot be removed now is found by the sweep at the next start."""
        try:
            for file in files:
                file.unlink(missing_ok=True)
            for folder in {file.parent for file in files}:
                sync_folder(folder)
        except OSError as fault:
            raise disk_fault(fault, self.folder) from fault

    def unnamed(self) -> list[Path]:
        """Files here that no row names: made just before a crash, whose original is still private/."""
        if not self.folder.is_dir():
            return []
        named = {row["sha256"] for row in self._database.query("SELECT DISTINCT sha256 FROM media")}
        return [path for path in self.folder.iterdir() if path.name not in named]
