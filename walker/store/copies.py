"""What the server sent: others' findings, handlings, answers, plans, words. The bytes are kept as received.

After a restored server all is pulled anew; until that is complete the old copies stay readable, then they go.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar, cast

from sync.protocol import codec
from sync.protocol.records import Answer, HandlingView, Record, Revisit
from walker.store.database import Row, StoreDatabase
from walker.store.decoded import Decoded
from walker.store.identity import Settings
from walker.store.versions import Versions

if TYPE_CHECKING:
    from sync.protocol.messages import PullAnswer, PulledRecord

R = TypeVar("R", bound=Record)
_COLUMNS = "copies.id, hash, body"
# What was said of a locked group's records, and what other tablets of its walk recorded.
SHOWN = """
    deleted_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM hidden_records
        WHERE hidden_records.id IN (copies.id, ifnull(copies.about, ''), ifnull(copies.walk_id, ''))
    )
"""


class Copies:
    """Reads what was pulled; `store_page`, `forget` and `begin_generation` are steps of the outbox's transactions."""

    def __init__(self, database: StoreDatabase, settings: Settings, decoded: Decoded, versions: Versions) -> None:
        self._database = database
        self._settings = settings
        self._decoded = decoded
        self._versions = versions

    def all(self, kind: type[R]) -> list[R]:
        """Those of one kind that are not deleted."""
        sql = f"SELECT {_COLUMNS} FROM copies WHERE kind = ? AND {SHOWN} ORDER BY seq, id"
        return self.read(kind, self._database.query(sql, (kind.RECORD,)))

    def state(self) -> tuple[int, int, int, int]:
        """Differs whenever something was received, went, or was locked: cheap, to know whether to read again."""
        count = self._database.value("SELECT count(*) FROM copies")
        hidden = self._database.value("SELECT count(*) FROM hidden_records")
        return int(count or 0), self.highest_seq(), self._generation(), int(hidden or 0)

    def handling_of(self, report_id: str) -> HandlingView | None:
        """What became of a report, as far as this tablet was told."""
        found = self._about(HandlingView, report_id)
        return found[-1] if found else None

    def revisits_of(self, report_id: str) -> list[Revisit]:
        """What other groups saw there, oldest first."""
        return self._about(Revisit, report_id)

    def after(self, kind: type[R], seq: int) -> list[R]:
        """Those of one kind that came later in the server's feed."""
        sql = f"SELECT {_COLUMNS} FROM copies WHERE kind = ? AND seq > ? AND {SHOWN} ORDER BY seq, id"
        return self.read(kind, self._database.query(sql, (kind.RECORD, seq)))

    def answers_of(self, report_id: str) -> list[Answer]:
        """The office's public words on a report, oldest first."""
        return self._about(Answer, report_id)

    def damaged(self) -> list[str]:
        """Ids of copies whose bytes no longer match their hash; the server still has them whole."""
        rows = self._database.query("SELECT id, hash, body FROM copies")
        return [str(row["id"]) for row in rows if codec.sha256(row["body"]) != row["hash"]]

    def cursors(self) -> dict[str, int]:
        return {row["scope"]: row["seq"] for row in self._database.query("SELECT scope, seq FROM cursors")}

    def highest_seq(self) -> int:
        """The highest number of the feed ever seen from this server."""
        return int(self._settings.get("highest_seq") or 0)

    def note_number(self, seq: int) -> None:
        """Keep it when it is the highest."""
        if seq > self.highest_seq():
            self._settings.set("highest_seq", str(seq))

    def keep_scopes(self, scopes: Iterable[str]) -> None:
        """Drop the cursors and copies of all other scopes."""
        kept = set(scopes)
        with self._database.write():
            known = self._database.query("SELECT scope FROM cursors UNION SELECT scope FROM copy_scopes")
            for scope in sorted({row["scope"] for row in known} - kept):
                self._database.execute("DELETE FROM cursors WHERE scope = ?", (scope,))
                self._database.execute("DELETE FROM copy_scopes WHERE scope = ?", (scope,))
            self._drop_scopeless()

    def begin_generation(self) -> None:
        """A new epoch: nothing was seen of it yet."""
        self._database.execute("DELETE FROM cursors")
        self._settings.set("highest_seq", None)
        self._settings.set("generation", str(self._generation() + 1))

    def rename_device(self, former: str, device_id: str) -> None:
        """What the office said to this tablet under its former id is read under the new one."""
        self._database.execute(
            "UPDATE copy_scopes SET scope = ? WHERE scope = ?", (f"device:{device_id}", f"device:{former}")
        )
        self._database.execute("DELETE FROM cursors WHERE scope = ?", (f"device:{former}",))

    def store_page(self, page: PullAnswer) -> None:
        """One page of the feed."""
        generation = self._generation()
        for pulled in page.records:
            self._store(pulled, generation)
        for departure in page.departures:
            self._database.execute(
                "DELETE FROM copy_scopes WHERE id = ? AND scope = ?"
                " AND EXISTS (SELECT 1 FROM copies WHERE copies.id = copy_scopes.id AND copies.seq <= ?)",
                (departure.id, departure.scope, departure.seq),
            )
        for scope, seq in page.cursors.items():
            self._database.execute(
                "INSERT INTO cursors VALUES (?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq", (scope, seq)
            )
        numbers = (*page.cursors.values(), *(pulled.seq for pulled in page.records))
        self.note_number(max((*numbers, *(departure.seq for departure in page.departures)), default=0))
        if not page.more:
            self._database.execute(
                "DELETE FROM copy_scopes WHERE id IN (SELECT id FROM copies WHERE generation < ?)", (generation,)
            )
        self._drop_scopeless()

    def forget(self, record_id: str) -> None:
        """Erased: no copy of it stays, nor what the office said about it."""
        self._database.execute("DELETE FROM copies WHERE id = :id OR about = :id", {"id": record_id})
        self._database.execute("DELETE FROM copy_scopes WHERE id NOT IN (SELECT id FROM copies)")

    def _store(self, pulled: PulledRecord, generation: int) -> None:
        body = pulled.body.encode()
        plain = codec.parse(body)
        record_id = str(plain.get("id", ""))
        ours = "SELECT 1 FROM records WHERE id = ? AND held IS NOT 'joined'"
        if self._database.value(ours, (record_id,)) is not None:  # ours, or of before this tablet and another parted
            self._versions.follow(record_id, pulled.hash, body)
            return
        if self._database.value("SELECT 1 FROM erased WHERE id = ?", (record_id,)) is not None:
            return  # a page that came late
        known = self._database.query("SELECT seq, generation FROM copies WHERE id = ?", (record_id,))
        if known and known[0]["generation"] == generation and known[0]["seq"] > pulled.seq:
            return
        self._database.execute(
            "INSERT OR REPLACE INTO copies (id, kind, about, walk_id, writer, seq, generation, hash, body, deleted_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record_id,
                str(plain.get(codec.KIND_KEY, "")),
                plain.get("report_id") or plain.get("about"),
                plain.get("walk_id"),
                str(plain.get("writer", "")),
                pulled.seq,
                generation,
                pulled.hash,
                body,
                plain.get("deleted_at"),
            ),
        )
        self._database.execute("DELETE FROM copy_scopes WHERE id = ?", (record_id,))
        for scope in pulled.scopes:
            self._database.execute("INSERT OR IGNORE INTO copy_scopes VALUES (?, ?)", (record_id, scope))

    def _about(self, kind: type[R], report_id: str) -> list[R]:
        sql = f"SELECT {_COLUMNS} FROM copies WHERE kind = ? AND about = ? AND {SHOWN} ORDER BY seq, id"
        return self.read(kind, self._database.query(sql, (kind.RECORD, report_id)))

    def read(self, kind: type[R], rows: Iterable[Row]) -> list[R]:
        """A copy that no longer matches its hash is not shown (doctor names it), nor one of a shape we do not know."""
        found = []
        for row in rows:
            if codec.sha256(row["body"]) != row["hash"]:
                continue
            try:
                found.append(cast(R, self._decoded.of(row)))
            except codec.CodecError:
                continue  # of a newer version: shown once this tablet is updated
        return found

    def _drop_scopeless(self) -> None:
        self._database.execute("DELETE FROM copies WHERE id NOT IN (SELECT id FROM copy_scopes)")

    def _generation(self) -> int:
        return int(self._settings.get("generation") or 0)
