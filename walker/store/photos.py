"""The life of a picture: private until a person checked it, then final bytes with a name, then sent.

Order is everything: bytes are on disk before the row that names them, and the private original goes only once the row
that replaces it is on disk. A crash in between leaves a spare file, never a row without its picture.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sync.protocol import times
from sync.protocol.frozen import frozen
from sync.protocol.ids import new_id
from sync.protocol.records import Photo
from walker.errors import StoreError
from walker.store.database import Row, StoreDatabase
from walker.store.files import disk_fault, write_durably
from walker.store.media import Media
from walker.store.records import Records

PRIVATE = "private"
HELD = "held"
CHECKED = "checked"
DROPPED = "dropped"
SENT = "sent"
FOUND, ABSENT = "found", "absent"
NOTHING_DRAWN = "[]"


class FinalPicture(Protocol):
    """What sync.formats.photo.prepare gives."""

    @property
    def jpeg(self) -> bytes: ...

    @property
    def preview(self) -> bytes: ...

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...


@frozen()
class Shot:
    """The private side of a photo: its original while there is one, what the finder said, what a person drew on it.

    `boxes` are left, top, right, bottom and, where the finder gave them, kind and score. `looked` is None until the
    finder has looked; then FOUND, ABSENT or the code of a refused picture. `drawn` is what is not accepted yet.
    """

    photo_id: str
    file: Path | None
    original_name: str
    boxes: tuple[tuple[int, ...], ...]
    state: str
    looked: str | None = None
    drawn: str = NOTHING_DRAWN


def is_refused(shot: Shot) -> bool:
    """Whether its picture cannot be read."""
    return shot.looked not in (None, FOUND, ABSENT)


class Photos:
    """Every method that changes something is on disk when it returns."""

    def __init__(self, database: StoreDatabase, records: Records, media: Media, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._records = records
        self.media = media
        self._clock = clock
        self.folder = database.folder / PRIVATE

    def add(
        self, photo: Photo, original: bytes, *, original_name: str = "", boxes: Sequence[Sequence[int]] = ()
    ) -> Photo:
        """Keep a shot in private/, without hash, held until a person checks it."""
        file = self.write_original(original, original_name)
        with self._database.write():
            return self.name_original(photo, file, original_name=original_name, boxes=boxes)

    def write_original(self, original: bytes, original_name: str = "") -> Path:
        """Bytes first, outside of any transaction: name them in the next one."""
        file = self.folder / f"{new_id()}{Path(original_name).suffix.lower() or '.jpg'}"
        write_durably(file, original)
        return file

    def name_original(
        self, photo: Photo, file: Path, *, original_name: str = "", boxes: Sequence[Sequence[int]] = ()
    ) -> Photo:
        """The photo whose original that is. A step of a transaction."""
        kept = self._records.save(photo)
        self._database.execute(
            "INSERT INTO shots (id, file, original_name, boxes, state) VALUES (?, ?, ?, ?, ?)",
            (kept.id, file.name, original_name, json.dumps([list(box) for box in boxes]), HELD),
        )
        return kept

    def add_checked(self, photo: Photo, final: FinalPicture, *, original_name: str = "") -> Photo:
        """Keep a photo that a person looked at before it came here: final bytes at once, no private original."""
        with_bytes = self._write(photo, final)
        with self._database.write():
            kept = self._records.save(with_bytes)
            self._name(kept, final)
            self._database.execute(
                "INSERT INTO shots (id, file, original_name, state) VALUES (?, NULL, ?, ?)",
                (kept.id, original_name, CHECKED),
            )
        return kept

    def check(self, photo_id: str, final: FinalPicture, *, drawn: str | None = None) -> Photo:
        """A person checked it: the final bytes get their name, the record may leave, the original is removed.

        Again for a later blur or arrow: a new revision with a new hash; the superseded bytes are removed. Raises
        StoreError `changed_meanwhile` when more than `drawn` (what the final bytes show) was drawn since.
        """
        photo = self._photo(photo_id)
        if photo.deleted_at is not None:
            raise StoreError("unknown_record", f"photo {photo_id} was thrown away")
        with_bytes = self._write(photo, final)
        with self._database.write():
            if drawn is not None and self.shot(photo_id).drawn != drawn:
                raise StoreError(
                    "changed_meanwhile",
                    f"photo {photo_id} was drawn on while it was being kept",
                    mend="look at it and accept it again",
                )
            kept = self._records.save(with_bytes)
            superseded = self._name(kept, final)
            self._database.execute(
                "UPDATE shots SET state = ?, drawn = ? WHERE id = ?", (CHECKED, NOTHING_DRAWN, photo_id)
            )
        self.media.remove_files(superseded)
        self._remove_originals()
        return kept

    def looked(self, photo_id: str, boxes: Sequence[Sequence[int]], answer: str) -> None:
        """What the finder found in a shot: FOUND, ABSENT without a finder, or the code of a refused picture."""
        with self._database.write():
            self._database.execute(
                "UPDATE shots SET boxes = ?, looked = ? WHERE id = ?",
                (json.dumps([list(box) for box in boxes]), answer, photo_id),
            )

    def unlooked(self) -> list[str]:
        """Shots that the finder has not looked at, oldest first."""
        rows = self._database.query(
            "SELECT shots.id FROM shots JOIN visible_records ON visible_records.id = shots.id"
            " WHERE shots.looked IS NULL AND shots.state = ? AND shots.file IS NOT NULL"
            " AND visible_records.deleted_at IS NULL ORDER BY visible_records.ordinal",
            (HELD,),
        )
        return [row["id"] for row in rows]

    def draw(self, photo_id: str, drawn: str) -> None:
        """What a person has drawn on it so far, kept until the photo is accepted."""
        with self._database.write():
            self._database.execute("UPDATE shots SET drawn = ? WHERE id = ?", (drawn, photo_id))

    def delete(self, photo_id: str) -> Photo:
        """The person does not want it: the record is marked deleted, its bytes are removed."""
        with self._database.write():
            deleted = self._records.delete(photo_id)
            files = self.forget(photo_id)
        self.remove_forgotten(files)
        assert isinstance(deleted, Photo)
        return deleted

    def forget(self, record_id: str) -> list[Path]:
        """A step of a transaction: after it, give what comes back to `remove_forgotten`."""
        self._database.execute("UPDATE shots SET state = ? WHERE id = ?", (DROPPED, record_id))
        return self.media.forget(record_id)

    def remove_forgotten(self, files: Sequence[Path]) -> None:
        """Remove the bytes of what was forgotten, now that this is on disk."""
        self.media.remove_files(files)
        self._remove_originals()

    def shot(self, photo_id: str) -> Shot:
        """Raises StoreError `unknown_record`."""
        rows = self._database.query("SELECT * FROM shots WHERE id = ?", (photo_id,))
        if not rows:
            raise StoreError("unknown_record", f"there is no photo {photo_id}")
        return self._shot(rows[0])

    def original(self, photo_id: str) -> bytes:
        """The private original, for the check. Raises StoreError when it is gone."""
        file = self.shot(photo_id).file
        if file is None:
            raise StoreError("unknown_record", f"photo {photo_id} was checked: its original is removed")
        try:
            return file.read_bytes()
        except OSError as fault:
            raise disk_fault(fault, file) from fault

    def final(self, photo_id: str) -> bytes:
        """The checked picture's own bytes. Raises StoreError when there are none."""
        sha256 = self._photo(photo_id).sha256
        if sha256 is None:
            raise StoreError("unknown_record", f"photo {photo_id} was not checked")
        try:
            return self.media.path(sha256).read_bytes()
        except OSError as fault:
            raise disk_fault(fault, self.media.path(sha256)) from fault

    def state(self, photo: Photo) -> str:
        """held, checked (may leave), or sent (the server holds its full size)."""
        if photo.sha256 is None or photo.checked_at is None:
            return HELD
        return SENT if self.media.is_held_by_server(photo.sha256) else CHECKED

    def sweep(self) -> None:
        """At the start: finish what a crash cut short. Originals that nobody knows are kept: doctor names them."""
        self.media.remove_files(self.media.unnamed())
        self._remove_originals()
        if self.folder.is_dir():
            self.media.remove_files([file for file in self.folder.iterdir() if file.suffix == ".part"])

    def strays(self) -> list[Path]:
        """Private files that no photo knows: their bytes were on disk, then came a crash."""
        if not self.folder.is_dir():
            return []
        known = {row["file"] for row in self._database.query("SELECT file FROM shots WHERE file IS NOT NULL")}
        return sorted(file for file in self.folder.iterdir() if file.name not in known)

    def missing(self) -> list[str]:
        """Ids of photos whose bytes are neither here nor, as far as it said, on the server."""
        shots = self._database.query("SELECT id, file FROM shots WHERE file IS NOT NULL")
        named = self._database.query(
            "SELECT id, sha256 FROM media WHERE preview = 1 OR sha256 NOT IN (SELECT sha256 FROM media_receipts)"
        )
        lost = {row["id"] for row in shots if not (self.folder / row["file"]).exists()}
        return sorted(lost | {row["id"] for row in named if not self.media.path(row["sha256"]).exists()})

    def _remove_originals(self) -> None:
        """Those of checked and dropped photos. The row forgets the file last, so that a crash forgets no face."""
        rows = self._database.query(
            "SELECT id, file FROM shots WHERE file IS NOT NULL AND state IN (?, ?)", (CHECKED, DROPPED)
        )
        if not rows:
            return
        self.media.remove_files([self.folder / row["file"] for row in rows])
        with self._database.write():
            for row in rows:
                self._database.execute("UPDATE shots SET file = NULL WHERE id = ?", (row["id"],))
            self._database.execute("DELETE FROM shots WHERE state = ? AND file IS NULL", (DROPPED,))

    def _photo(self, photo_id: str) -> Photo:
        record = self._records.get(photo_id)
        if not isinstance(record, Photo):
            raise StoreError("unknown_record", f"record {photo_id} is no photo")
        return record

    def _write(self, photo: Photo, final: FinalPicture) -> Photo:
        """Bytes first, outside of any transaction."""
        return dataclasses.replace(
            photo,
            sha256=self.media.write(final.jpeg),
            size=len(final.jpeg),
            preview_sha256=self.media.write(final.preview),
            preview_size=len(final.preview),
            width=final.width,
            height=final.height,
            checked_at=times.format_time(self._clock()),
        )

    def _name(self, photo: Photo, final: FinalPicture) -> list[Path]:
        assert photo.sha256 is not None and photo.preview_sha256 is not None
        return self.media.name(
            photo.id,
            photo.revision,
            [(photo.preview_sha256, len(final.preview), True), (photo.sha256, len(final.jpeg), False)],
        )

    def _shot(self, row: Row) -> Shot:
        return Shot(
            photo_id=row["id"],
            file=None if row["file"] is None else self.folder / row["file"],
            original_name=row["original_name"],
            boxes=tuple(tuple(box) for box in json.loads(row["boxes"])),
            state=row["state"],
            looked=row["looked"],
            drawn=row["drawn"],
        )
