"""The records of this tablet: saved durably at every tap, with the hash of their bytes beside them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TypeVar, cast

from sync.protocol import codec, times
from sync.protocol.records import ExploratoryWalk, Photo, Record, VoiceNote, Vote, walk_of
from walker.errors import StoreError
from walker.store.database import Row, StoreDatabase
from walker.store.decoded import Decoded

R = TypeVar("R", bound=Record)
Clock = Callable[[], datetime]

UNCHECKED_PHOTO = "unchecked_photo"
UNCHECKED_VOICE = "unchecked_voice"
OPEN_VOTE = "open_vote"
JOINED = "joined"  # the walk of another tablet, which alone sends it
# What a joined tablet may still say of such a walk, for itself: the end of its own recording.
_OWN_END = {"ended_at", "length_cm", "period_held", "revision", "updated_at", "created_at", "writer"}


def held_for(record: Record) -> str | None:
    """Why a record waits for a person before it may leave; None when it may."""
    if isinstance(record, Photo) and (record.sha256 is None or record.checked_at is None):
        return UNCHECKED_PHOTO
    if isinstance(record, VoiceNote) and (record.sha256 is None or record.checked_at is None):
        return UNCHECKED_VOICE
    if isinstance(record, Vote) and record.closed_at is None:
        return OPEN_VOTE
    return None


class Records:
    """Reads and writes records. Every method that writes is on disk when it returns.

    What a locked group made is not read here: for whoever holds the tablet now it does not exist.
    """

    def __init__(self, database: StoreDatabase, writer: Callable[[], str], clock: Clock, decoded: Decoded) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock
        self._decoded = decoded

    def save(self, record: R) -> R:
        """Keep a new record (as revision 1), or the next revision of one; returned as stored.

        Raises StoreError `changed_meanwhile` when another revision was saved since this one was read.
        """
        return self.save_all([record])[0]

    def save_all(self, records: Iterable[R]) -> list[R]:
        """The same for several, all or none of them."""
        with self._database.write():
            return [self._save(record) for record in records]

    def change(self, record_id: str, edit: Callable[[R], R]) -> R:
        """Read, edit and save in one go. Raises StoreError `unknown_record`."""
        with self._database.write():
            return self.save(edit(cast(R, self.get(record_id))))

    def delete(self, record_id: str) -> Record:
        """Mark as deleted: a field that travels like any other, so that the server learns it."""
        deleted_at = times.format_time(self._clock())
        return self.change(record_id, lambda record: dataclasses.replace(record, deleted_at=deleted_at))

    def get(self, record_id: str) -> Record:
        """Raises StoreError `unknown_record`, or `damaged_record` when its bytes are no longer those saved."""
        record = self.find(record_id)
        if record is None:
            raise StoreError("unknown_record", f"there is no record {record_id}")
        return record

    def find(self, record_id: str) -> Record | None:
        """The record, deleted or not; None when there is none."""
        rows = self._database.query("SELECT id, hash, body FROM visible_records WHERE id = ?", (record_id,))
        return self._read(rows[0]) if rows else None

    def all(self, kind: type[R], *, walk_id: str | None = None, with_deleted: bool = False) -> list[R]:
        """Those of one kind in the order made here. A damaged one is left out: `damaged()` names it."""
        return [record for record in self._intact(kind, walk_id) if with_deleted or record.deleted_at is None]

    def where(self, kind: type[R], walk_id: str, **fields: str | None) -> list[R]:
        """Those of a walk whose fields hold exactly these texts, deleted or not, found without reading the rest."""
        sql = "SELECT id, hash, body FROM visible_records WHERE kind = ? AND walk_id = ?"
        sql += "".join(" AND json_extract(CAST(body AS TEXT), ?) IS ?" for _ in fields)
        values = [value for name, text in fields.items() for value in (f"$.{name}", text)]
        rows = self._database.query(f"{sql} ORDER BY ordinal", (kind.RECORD, walk_id, *values))
        return [cast(R, self._decoded.of(row)) for row in rows if is_intact(row)]

    def latest(self, kind: type[R], count: int) -> list[R]:
        """The last ones made here that are not deleted, newest first, without reading the others."""
        sql = (
            "SELECT id, hash, body FROM visible_records WHERE kind = ? AND deleted_at IS NULL"
            " ORDER BY ordinal DESC LIMIT ?"
        )
        return list(self.read(kind, self._database.query(sql, (kind.RECORD, count))))

    def count(self, kind: type[Record]) -> int:
        """How many that are not deleted."""
        return int(
            self._database.value(
                "SELECT count(*) FROM visible_records WHERE kind = ? AND deleted_at IS NULL", (kind.RECORD,)
            )
        )

    def revisions(self, kind: type[Record], walk_id: str) -> dict[str, int]:
        """The revision of each record of a walk that is not deleted: what differs was changed since."""
        rows = self._database.query(
            "SELECT id, revision FROM visible_records"
            " WHERE kind = ? AND walk_id = ? AND deleted_at IS NULL ORDER BY ordinal",
            (kind.RECORD, walk_id),
        )
        return {str(row["id"]): int(row["revision"]) for row in rows}

    def count_by_walk(self, kind: type[Record]) -> dict[str | None, int]:
        """The same for each walk, without reading them."""
        rows = self._database.query(
            "SELECT walk_id, count(*) AS found FROM visible_records WHERE kind = ?"
            " AND deleted_at IS NULL GROUP BY walk_id",
            (kind.RECORD,),
        )
        return {row["walk_id"]: int(row["found"]) for row in rows}

    def damaged(self) -> list[str]:
        """Ids of records whose bytes no longer match their hash."""
        rows = self._database.query("SELECT id, hash, body FROM records ORDER BY ordinal")
        return [str(row["id"]) for row in rows if not is_intact(row)]

    def _intact(self, kind: type[R], walk_id: str | None) -> Iterator[R]:
        sql = "SELECT id, hash, body FROM visible_records WHERE kind = :kind"
        if walk_id is not None:
            sql += " AND walk_id = :walk"
        return self.read(kind, self._database.query(sql + " ORDER BY ordinal", {"kind": kind.RECORD, "walk": walk_id}))

    def read(self, _kind: type[R], rows: Iterable[Row]) -> Iterator[R]:
        """The records of rows of one kind; a damaged one is left out."""
        for row in rows:
            if is_intact(row):
                yield cast(R, self._decoded.of(row))

    def _read(self, row: Row) -> Record:
        if not is_intact(row):
            raise StoreError(
                "damaged_record",
                f"record {row['id']} is damaged on this disk",
                mend="it is kept as it is; put back a backup to read it",
            )
        return self._decoded.of(row)

    def _save(self, record: R) -> R:
        now = times.format_time(self._clock())
        rows = self._database.query(
            "SELECT revision, created_at, locked_by IN (SELECT id FROM locks WHERE opened = 0) AS hidden"
            " FROM records WHERE id = ?",
            (record.id,),
        )
        if rows and rows[0]["hidden"]:  # whoever writes it has not read it
            raise locked(record.id)
        if not rows:
            record = dataclasses.replace(record, writer=self._writer(), revision=1)
        elif rows[0]["revision"] != record.revision:
            raise StoreError(
                "changed_meanwhile",
                f"{record.RECORD} {record.id} was changed meanwhile (revision {rows[0]['revision']})",
                mend="open it again and make the change there",
            )
        else:
            record = dataclasses.replace(
                record,
                writer=self._writer(),
                revision=record.revision + 1,
                created_at=rows[0]["created_at"],
                updated_at=now,
            )
        held = JOINED if self._stands_in(record) else held_for(record)
        body = codec.encode(record)
        codec.decode(body)  # what the server would refuse is refused here, where the person still is
        self._database.execute(_SAVE, columns_of(record, body) | {"held": held})
        if rows:  # a refusal was of the earlier revision; a conflict stays until a person decides
            self._database.execute("DELETE FROM tray WHERE id = ? AND kind = 'refused'", (record.id,))
        return record

    def _stands_in(self, record: Record) -> bool:
        """Whether it is the walk of another tablet. Raises StoreError `walk_of_another`: that one writes it."""
        if not isinstance(record, ExploratoryWalk):
            return False
        if self._database.value("SELECT 1 FROM joined_walks WHERE walk_id = ?", (record.id,)) is None:
            return False
        known = self.find(record.id)
        if known is not None and _said(known) != _said(record):
            raise StoreError(
                "walk_of_another",
                f"walk {record.id} belongs to another tablet",
                mend="say it on the tablet that leads the walk",
            )
        return True


def locked(record_id: str) -> StoreError:
    """Of a group that handed the tablet back: it is neither read nor written here."""
    return StoreError(
        "locked_group", f"{record_id} is of a group that locked its walks", mend="unlock them with the leader's code"
    )


def _said(walk: Record) -> dict[str, object]:
    return {name: value for name, value in vars(walk).items() if name not in _OWN_END}


_SAVE = """
    INSERT INTO records (id, kind, walk_id, writer, revision, hash, body, held, created_at, updated_at, deleted_at)
    VALUES (:id, :kind, :walk_id, :writer, :revision, :hash, :body, :held, :created_at, :updated_at, :deleted_at)
    ON CONFLICT (id) DO UPDATE SET
        walk_id = excluded.walk_id, revision = excluded.revision, hash = excluded.hash, body = excluded.body,
        held = excluded.held, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at
"""


def columns_of(record: Record, body: bytes) -> dict[str, object]:
    """What the row of a record says beside its bytes."""
    return {
        "id": record.id,
        "kind": record.RECORD,
        "walk_id": walk_of(record),
        "writer": record.writer,
        "revision": record.revision,
        "hash": codec.sha256(body),
        "body": body,
        "created_at": record.created_at,
        "updated_at": record.updated_at,
        "deleted_at": record.deleted_at,
    }


def is_intact(row: Row) -> bool:
    """Whether the bytes are still those that were saved."""
    return isinstance(row["body"], bytes) and codec.sha256(row["body"]) == row["hash"]
