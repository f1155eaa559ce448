"""Whether what is on the disk is still what was kept: a hash for each row finds what SQLite's own check does not.

A flipped bit beside the bytes of a record is mended from them. Bytes that changed themselves are kept aside, never
shown nor sent, and asked for again at the next sync: the server holds every version that it acknowledged.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sync.protocol import codec, times
from sync.protocol.errors import ErrorCode
from sync.protocol.records import ExploratoryWalk, Photo, VoiceNote, Vote
from walker.store import sent_hashes
from walker.store.database import Row, StoreDatabase
from walker.store.records import JOINED, columns_of, held_for, is_intact

if TYPE_CHECKING:
    from sync.protocol.messages import PulledRecord

RECORDS, COPIES = "records", "copies"
AT_ONCE = 100
_EVERY_S = 3600.0
_BREATH_S = 0.005  # between two parts of a check: the window goes first
_MESSAGE = "its bytes on this disk are not those that were saved; kept, not sent"
_MAY_BE_HELD = (Photo.RECORD, VoiceNote.RECORD, Vote.RECORD)
_PLAIN = ("id", "writer", "revision", "created_at", "updated_at", "deleted_at")


class Integrity:
    """Every method that changes something is on disk when it returns. A check is not for the window's thread."""

    def __init__(self, database: StoreDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._next = 0.0

    def check_when_due(self, go_on: Callable[[], bool] = lambda: True) -> list[str]:
        """Once after the start, then now and then."""
        now = time.monotonic()
        if self._next > now:
            return []
        self._next = now + _EVERY_S
        return self.check(go_on)

    def check(self, go_on: Callable[[], bool] = lambda: True) -> list[str]:
        """Look at every row, some at a time; the ids of those whose bytes changed."""
        found: list[str] = []
        last = -1
        while go_on():
            rows = self._database.query(
                "SELECT records.*, EXISTS (SELECT 1 FROM joined_walks WHERE walk_id = records.id) AS joined"
                " FROM records WHERE ordinal > ? ORDER BY ordinal LIMIT ?",
                (last, AT_ONCE),
            )
            if not rows:
                break
            last = rows[-1]["ordinal"]
            found += [row["id"] for row in rows if not self._is_well(row)]
            time.sleep(_BREATH_S)
        after = ""
        while go_on():
            rows = self._database.query(
                "SELECT id, hash, body FROM copies WHERE id > ? ORDER BY id LIMIT ?", (after, AT_ONCE)
            )
            if not rows:
                break
            after = rows[-1]["id"]
            for row in rows:
                if not is_intact(row):
                    self._note(COPIES, row["id"])
                    found.append(row["id"])
            time.sleep(_BREATH_S)
        return found

    def wanted(self) -> list[str]:
        """Ids of what is to be asked for again: copies, and records that the server was ever sent."""
        rows = self._database.query(
            """
            SELECT id FROM damaged WHERE place = 'copies'
                OR id IN (SELECT id FROM sent_hashes) OR id IN (SELECT id FROM records WHERE received_hash IS NOT NULL)
            ORDER BY at, id LIMIT ?
            """,
            (AT_ONCE,),
        )
        return list(dict.fromkeys(row["id"] for row in rows))

    def mend(self, sent_again: Iterable[PulledRecord]) -> int:
        """Put back the bytes of the very version that was kept here; how many rows are well again."""
        mended = 0
        with self._database.write():
            for pulled in sent_again:
                body = pulled.body.encode()
                if codec.sha256(body) != pulled.hash:
                    continue
                record_id = str(codec.parse(body).get("id", ""))
                mended += self._mend_record(record_id, pulled.hash, body)
                mended += self._mend_copy(record_id, pulled.hash, body)
        return mended

    def _is_well(self, row: Row) -> bool:
        if not is_intact(row) and not self._find_hash(row):
            self.note_damaged(row)
            return False
        plain: dict[str, Any] = codec.parse(row["body"])
        same = all(plain.get(name) == row[name] for name in _PLAIN) and plain.get(codec.KIND_KEY) == row["kind"]
        walk = row["id"] if row["kind"] == ExploratoryWalk.RECORD else plain.get("walk_id")
        usual = row["held"] is None and not row["joined"] and row["kind"] not in _MAY_BE_HELD
        acknowledged = row["pushed_revision"] < row["revision"] or row["base"] == codec.sha256(row["body"])
        if not (same and usual and walk == row["walk_id"] and acknowledged):
            self._put_right(row)
        return True

    def _put_right(self, row: Row) -> None:
        """What stands beside the bytes, from the bytes. A receipt that is not of them is none: they are sent again."""
        try:
            record = codec.decode(bytes(row["body"]))
        except codec.CodecError:
            return  # of a newer version: its bytes are those that were kept
        actual = codec.sha256(bytes(row["body"]))
        right: dict[str, object] = columns_of(record, bytes(row["body"]))
        right["held"] = JOINED if row["joined"] else held_for(record)
        right["pushed_revision"], right["base"] = row["pushed_revision"], row["base"]
        if row["pushed_revision"] >= record.revision and row["base"] != actual:
            right["pushed_revision"], right["base"] = 0, None
        wrong = {name: value for name, value in right.items() if value != row[name]}
        if wrong:
            with self._database.write():
                self._database.execute(
                    f"UPDATE records SET {', '.join(f'{name} = :{name}' for name in wrong)}"
                    " WHERE ordinal = :at AND body = :kept",
                    wrong | {"at": row["ordinal"], "kept": row["body"]},
                )

    def _find_hash(self, row: Row) -> bool:
        """Whether it was the hash beside the bytes that changed: the bytes were sent, or have a receipt."""
        if not isinstance(row["body"], bytes):
            return False
        actual = codec.sha256(row["body"])
        known = actual in (row["base"], row["received_hash"]) or sent_hashes.holds(self._database, row["id"], actual)
        if not known:
            return False
        if codec.parse(row["body"]).get("revision") != row["revision"]:
            return False
        with self._database.write():
            self._database.execute(
                "UPDATE records SET hash = ? WHERE ordinal = ? AND body = ?", (actual, row["ordinal"], row["body"])
            )
        return True

    def note_damaged(self, row: Row) -> None:
        """A record to the tray: kept as it is, not shown and not sent."""
        with self._database.write():
            self._note(RECORDS, row["id"])
            self._database.execute(
                "INSERT OR REPLACE INTO tray (id, subject, kind, revision, code, message, at)"
                " VALUES (?, '', 'refused', ?, ?, ?, ?)",
                (row["id"], row["revision"], ErrorCode.DAMAGED_RECORD.code, _MESSAGE, times.format_time(self._clock())),
            )

    def _note(self, place: str, record_id: str) -> None:
        with self._database.write():
            self._database.execute(
                "INSERT OR IGNORE INTO damaged VALUES (?, ?, ?)",
                (record_id, place, times.format_time(self._clock())),
            )

    def _mend_record(self, record_id: str, record_hash: str, body: bytes) -> int:
        """The same version only: an earlier one of the server never takes the place of what was entered after it."""
        count = self._database.execute(
            "UPDATE records SET body = :body, hash = :hash WHERE id = :id AND ("
            " hash = :hash OR (received_hash = :hash AND pushed_revision = revision))"
            " AND EXISTS (SELECT 1 FROM damaged WHERE id = :id AND place = 'records')",
            {"id": record_id, "hash": record_hash, "body": body},
        )
        if count:
            self._database.execute("DELETE FROM damaged WHERE id = ? AND place = 'records'", (record_id,))
            self._database.execute(
                "DELETE FROM tray WHERE id = ? AND subject = '' AND code = ?",
                (record_id, ErrorCode.DAMAGED_RECORD.code),
            )
        return count

    def _mend_copy(self, record_id: str, record_hash: str, body: bytes) -> int:
        count = self._database.execute(
            "UPDATE copies SET body = :body, hash = :hash WHERE id = :id"
            " AND EXISTS (SELECT 1 FROM damaged WHERE id = :id AND place = 'copies')",
            {"id": record_id, "hash": record_hash, "body": body},
        )
        self._database.execute("DELETE FROM damaged WHERE id = ? AND place = 'copies'", (record_id,))
        return count
