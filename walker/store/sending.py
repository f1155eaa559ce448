"""Where every record stands on its way to the server, for the page that shows it: read only, counted by SQLite.

waiting, held (a person must look), refused, conflict (two versions), received (with the time of the receipt).
What locked groups made is counted nowhere here (locks.py counts it).
"""

from __future__ import annotations

from sync.protocol.frozen import frozen
from sync.protocol.records import Photo, Record, VoiceNote
from walker.store.database import Row, StoreDatabase

WAITING = "waiting"
HELD = "held"
REFUSED = "refused"
CONFLICT = "conflict"
RECEIVED = "received"
STATES = (REFUSED, CONFLICT, HELD, WAITING, RECEIVED)

# A refusal is of one revision, as in outbox.py; a record with media is received once they are, too.
_STANDING = """
    WITH unreceived AS (
        SELECT media.id, sum(media.size) AS bytes, max(media.preview = 0) AS full
        FROM media LEFT JOIN media_receipts ON media_receipts.sha256 = media.sha256
        WHERE media_receipts.sha256 IS NULL GROUP BY media.id
    ), kept AS (
        SELECT tray.id, min(tray.subject) AS subject, max(tray.kind = 'conflict') AS conflict, tray.code, tray.message,
            tray.at
        FROM tray JOIN records ON records.id = tray.id
        WHERE tray.kind = 'conflict' OR tray.subject != '' OR tray.revision >= records.revision
        GROUP BY tray.id
    ), standing AS (
        SELECT r.id, r.kind, r.ordinal, r.created_at,
            CASE WHEN r.kind = 'exploratory_walk' THEN r.id ELSE ifnull(r.walk_id, '') END AS walk,
            CASE
                WHEN kept.conflict = 1 THEN 'conflict'
                WHEN kept.id IS NOT NULL THEN 'refused'
                WHEN r.held IS NOT NULL AND r.revision > r.pushed_revision THEN 'held'
                WHEN r.revision > r.pushed_revision OR (unreceived.id IS NOT NULL AND r.deleted_at IS NULL)
                    THEN 'waiting'
                ELSE 'received'
            END AS state,
            CASE WHEN r.revision > r.pushed_revision THEN length(r.body) ELSE 0 END AS record_bytes,
            ifnull(unreceived.bytes, 0) AS media_bytes,
            r.revision <= r.pushed_revision AND ifnull(unreceived.full, 0) AS only_media,
            ifnull(kept.code, '') AS code, ifnull(kept.message, '') AS message, ifnull(kept.subject, '') AS subject,
            max(ifnull(r.received_at, ''), ifnull((
                SELECT max(media_receipts.at) FROM media JOIN media_receipts USING (sha256) WHERE media.id = r.id
            ), '')) AS received_at
        FROM visible_records r
        LEFT JOIN kept ON kept.id = r.id
        LEFT JOIN unreceived ON unreceived.id = r.id
        WHERE r.held IS NOT 'joined'
            AND (r.deleted_at IS NULL OR (r.revision > r.pushed_revision AND r.pushed_revision > 0))
    )
"""


@frozen()
class Totals:
    """Of everything that is shown. Bytes: records as they lie here (they travel smaller), media as they are."""

    counts: dict[str, int]
    record_bytes: int
    media_bytes: int

    @property
    def bytes(self) -> int:
        return self.record_bytes + self.media_bytes


@frozen()
class Group:
    """One walk's records, or those of no walk (`walk` empty): how many stand where, and how many of which kind."""

    walk: str
    counts: dict[str, int]
    kinds: dict[str, int]
    bytes: int
    last_received_at: str


@frozen()
class Item:
    """One record. `subject`: the sha256 of its medium that was refused, empty when the record itself was."""

    id: str
    kind: str
    walk: str
    state: str
    bytes: int
    only_media: bool
    code: str
    message: str
    subject: str
    received_at: str
    created_at: str


class Sending:
    """Cheap enough for the window's thread with thousands of records; ask only while the page is open."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def groups(self) -> list[Group]:
        """By walk, the newest first; what belongs to none comes last."""
        rows = self._database.query(
            f"""{_STANDING}
            SELECT walk, kind, state, count(*) AS n, sum(record_bytes + media_bytes) AS bytes,
                max(received_at) AS received_at, max(ordinal) AS newest
            FROM standing GROUP BY walk, kind, state ORDER BY walk = '', newest DESC
            """
        )
        found: dict[str, list[Row]] = {}
        for row in rows:
            found.setdefault(row["walk"], []).append(row)
        return [_group(walk, lines) for walk, lines in found.items()]

    def held(self, kind: type[Record]) -> int:
        """How many of one kind wait until a person has looked."""
        return int(
            self._database.value(
                "SELECT count(*) FROM visible_records"
                " WHERE kind = ? AND held IS NOT NULL AND revision > pushed_revision AND deleted_at IS NULL",
                (kind.RECORD,),
            )
        )

    def counts(self) -> dict[str, int]:
        """How many stand where: what the first page asks, in half the time of `totals`."""
        rows = self._database.query(f"{_STANDING} SELECT state, count(*) AS n FROM standing GROUP BY state")
        return {row["state"]: row["n"] for row in rows}

    def totals(self) -> Totals:
        """How much stands where."""
        rows = self._database.query(
            f"""{_STANDING}
            SELECT state, count(*) AS n, sum(CASE WHEN state = 'waiting' THEN record_bytes ELSE 0 END) AS records,
                sum(CASE WHEN state = 'waiting' THEN media_bytes ELSE 0 END) AS media
            FROM standing GROUP BY state
            """
        )
        return Totals(
            counts={row["state"]: row["n"] for row in rows},
            record_bytes=sum(row["records"] for row in rows),
            media_bytes=sum(row["media"] for row in rows),
        )

    def items(self, *, state: str = "", walk: str | None = None, limit: int = 40) -> list[Item]:
        """One by one: what needs a person first, then what waits, then what was received, the newest first."""
        ranks = " ".join(f"WHEN '{name}' THEN {rank}" for rank, name in enumerate(STATES))
        rows = self._database.query(
            f"""{_STANDING}
            SELECT * FROM standing WHERE (:state = '' OR state = :state) AND (:walk IS NULL OR walk = :walk)
            ORDER BY CASE state {ranks} END, ordinal DESC LIMIT :limit
            """,
            {"state": state, "walk": walk, "limit": limit},
        )
        return [_item(row) for row in rows]

    def item(self, record_id: str) -> Item | None:
        """One of them."""
        rows = self._database.query(f"{_STANDING} SELECT * FROM standing WHERE id = ?", (record_id,))
        return _item(rows[0]) if rows else None

    def other_version(self, record_id: str) -> Record | None:
        """Of a conflict: what the server holds, when it said so."""
        from sync.protocol import codec

        rows = self._database.query("SELECT body FROM other_versions WHERE id = ?", (record_id,))
        return codec.decode(bytes(rows[0]["body"])) if rows else None


def _group(walk: str, rows: list[Row]) -> Group:
    counts: dict[str, int] = {}
    kinds: dict[str, int] = {}
    for row in rows:
        counts[row["state"]] = counts.get(row["state"], 0) + row["n"]
        kinds[row["kind"]] = kinds.get(row["kind"], 0) + row["n"]
    waiting = sum(row["bytes"] for row in rows if row["state"] == WAITING)
    last = max(row["received_at"] for row in rows)
    return Group(walk=walk, counts=counts, kinds=kinds, bytes=waiting, last_received_at=last)


def _item(row: Row) -> Item:
    return Item(
        id=row["id"],
        kind=row["kind"],
        walk=row["walk"],
        state=row["state"],
        bytes=row["record_bytes"] + row["media_bytes"],
        only_media=bool(row["only_media"]) and row["kind"] in (Photo.RECORD, VoiceNote.RECORD),
        code=row["code"],
        message=row["message"],
        subject=row["subject"],
        received_at=row["received_at"],
        created_at=row["created_at"],
    )
