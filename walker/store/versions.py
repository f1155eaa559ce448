"""Two versions of one record: both kept and readable, until a person chooses one; the other stays readable after.

They arise when a folder was copied, or put back from an older day. What another tablet of the same origin made of a
record that nobody changed here is simply taken over.
"""

from __future__ import annotations

from sync.protocol import codec
from sync.protocol.records import Photo, Record, VoiceNote, Vote
from walker.store import sent_hashes
from walker.store.database import Row, StoreDatabase
from walker.store.records import columns_of
from walker.store.servers import Servers

# Their bytes, or the ballots behind them, lie on one tablet only.
_NOT_TAKEN_OVER = (Photo.RECORD, VoiceNote.RECORD, Vote.RECORD)


class Versions:
    """Every method that changes something is on disk when it returns."""

    def __init__(self, database: StoreDatabase, servers: Servers) -> None:
        self._database = database
        self._servers = servers

    def keep_other(self, record_id: str, head: str, body: str) -> None:
        """What the server holds, when these are its bytes."""
        if codec.sha256(body.encode()) == head:
            with self._database.write():
                self._database.execute(
                    "INSERT OR REPLACE INTO other_versions VALUES (?, ?, ?)", (record_id, head, body.encode())
                )

    def keep_mine(self, record_id: str) -> None:
        """This tablet's version is sent on top of the other."""
        with self._database.write():
            head = self._database.value("SELECT head FROM tray WHERE id = ? AND kind = 'conflict'", (record_id,))
            self._database.execute("UPDATE records SET base = ? WHERE id = ?", (head, record_id))
            other = self._other(record_id)
            if other is not None:
                self._keep_past(record_id, other["hash"], bytes(other["body"]))
            self._decided(record_id)

    def keep_theirs(self, record_id: str) -> bool:
        """The server's version takes the place of this one. False when it is not here, or cannot be taken over."""
        with self._database.write():
            other = self._other(record_id)
            mine = self._database.query("SELECT kind, hash, body FROM records WHERE id = ?", (record_id,))
            if other is None or not mine or mine[0]["kind"] in _NOT_TAKEN_OVER:
                return False
            self._keep_past(record_id, mine[0]["hash"], bytes(mine[0]["body"]))
            self._take_over(codec.decode(bytes(other["body"])), other["hash"], bytes(other["body"]))
            self._decided(record_id)
            return True

    def can_take_over(self, record_id: str) -> bool:
        kind = self._database.value("SELECT kind FROM records WHERE id = ?", (record_id,))
        return kind not in _NOT_TAKEN_OVER and self._other(record_id) is not None

    def follow(self, record_id: str, record_hash: str, body: bytes) -> None:
        """A pulled version of a record of ours: taken over when ours is an earlier one that nobody changed since."""
        (ours,) = self._database.query("SELECT * FROM records WHERE id = ?", (record_id,))
        if ours["kind"] in _NOT_TAKEN_OVER or ours["revision"] > ours["pushed_revision"] or ours["hash"] == record_hash:
            return
        held = "SELECT 1 FROM tray WHERE id = ? AND kind = 'conflict'"
        if sent_hashes.holds(self._database, record_id, record_hash) or self._database.value(held, (record_id,)):
            return
        try:
            record = codec.decode(body)
        except codec.CodecError:
            return  # of a newer version of the app: once this one is updated, its next revision comes
        self._keep_past(record_id, ours["hash"], bytes(ours["body"]))
        self._take_over(record, record_hash, body)

    def _take_over(self, record: Record, record_hash: str, body: bytes) -> None:
        """Its bytes as they are; the server holds them, as it said by sending them."""
        columns = columns_of(record, body) | {
            "epoch": self._servers.epoch(),
            "at": self._servers.now(),
        }
        self._database.execute(
            "UPDATE records SET walk_id = :walk_id, writer = :writer,"
            " revision = :revision, pushed_revision = :revision,"
            " base = :hash, hash = :hash, body = :body, updated_at = :updated_at, deleted_at = :deleted_at,"
            " received_at = :at, received_hash = :hash, received_epoch = :epoch WHERE id = :id",
            columns,
        )
        self._database.execute("INSERT OR IGNORE INTO sent_hashes VALUES (?, ?)", (record.id, record_hash))

    def _other(self, record_id: str) -> Row | None:
        rows = self._database.query("SELECT hash, body FROM other_versions WHERE id = ?", (record_id,))
        return rows[0] if rows else None

    def _keep_past(self, record_id: str, record_hash: str, body: bytes) -> None:
        self._database.execute(
            "INSERT OR IGNORE INTO past_versions VALUES (?, ?, ?, ?)",
            (record_id, record_hash, body, self._servers.now()),
        )

    def _decided(self, record_id: str) -> None:
        self._database.execute("DELETE FROM tray WHERE id = ? AND kind = 'conflict'", (record_id,))
        self._database.execute("DELETE FROM other_versions WHERE id = ?", (record_id,))
