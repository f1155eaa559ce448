"""Where every record stands on its way to the server: read only, counted by SQLite. The one answer to that question:
the page, `walker sync` and `walker list` all ask here.

draft (a form being written), held (a person must look first), waiting, refused, conflict (two versions), sent (the
server said that it holds this very revision and its media). What locked groups made is counted nowhere here (locks.py
counts it).
"""

from __future__ import annotations

from collections import Counter

from sync.protocol import codec
from sync.protocol.frozen import frozen
from sync.protocol.records import Photo, Record, VoiceNote
from walker.store.database import Row, StoreDatabase

DRAFT = "draft"
WAITING = "waiting"
HELD = "held"
REFUSED = "refused"
CONFLICT = "conflict"
SENT = "sent"
STATES = (REFUSED, CONFLICT, HELD, DRAFT, WAITING, SENT)

# A refusal is of one revision, as in outbox.py; a record with media is sent once they are, too. What was taken back
# stays until the server has learnt it, or for ever unseen when nobody ever looked at it.
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
                ELSE 'sent'
            END AS state,
            CASE WHEN r.revision > r.pushed_revision THEN length(r.body) ELSE 0 END AS record_bytes,
            ifnull(unreceived.bytes, 0) AS media_bytes,
            r.revision <= r.pushed_revision AND ifnull(unreceived.full, 0) AS only_media,
            ifnull(kept.code, '') AS code, ifnull(kept.message, '') AS message, ifnull(kept.subject, '') AS subject,
            max(ifnull(r.received_at, ''), ifnull((
                SELECT max(media_receipts.at) FROM media JOIN media_receipts USING (sha256) WHERE media.id = r.id
            ), '')) AS received_at,
            r.received_at AS receipt_at, r.received_hash AS receipt_hash, r.received_epoch AS receipt_epoch,
            r.pushed_revision AS receipt_revision
        FROM visible_records r
        LEFT JOIN kept ON kept.id = r.id
        LEFT JOIN unreceived ON unreceived.id = r.id
        WHERE r.held IS NOT 'joined'
            AND (r.deleted_at IS NULL OR (r.revision > r.pushed_revision AND r.held IS NULL))
        UNION ALL
        SELECT id, kind, 0, updated_at, ifnull(walk_id, ''), 'draft', 0, 0, 0, '', '', '', '', NULL, NULL, NULL, 0
        FROM visible_drafts WHERE id NOT IN (SELECT id FROM records)
    )
"""


# Index-only: records_unsent. "joined" is the walk of another tablet, which that one sends.
_ONLY_WAITING = """
    SELECT held, count(*) AS n FROM records
    WHERE revision > pushed_revision AND held IS NOT 'joined' AND (deleted_at IS NULL OR held IS NULL)
        AND (locked_by IS NULL OR locked_by IN (SELECT id FROM locks WHERE opened = 1))
        AND id NOT IN (SELECT id FROM tray)
    GROUP BY held
"""
_OTHERS_UNSENT = """
    SELECT state, count(*) AS n FROM standing
    WHERE state NOT IN ('sent', 'draft') AND id IN (
        SELECT id FROM tray
        UNION SELECT media.id FROM media JOIN records USING (id)
        WHERE records.revision <= records.pushed_revision AND sha256 NOT IN (SELECT sha256 FROM media_receipts)
    )
    GROUP BY state
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
class Receipt:
    """The server's word: which bytes it holds, of which revision, since when, and in which life of which server."""

    hash: str
    revision: int
    at: str
    epoch: str
    server: str


@frozen()
class MediumStanding:
    """Bytes that a record names: waiting, refused or sent, with the time and the server's life of the receipt."""

    sha256: str
    size: int
    preview: bool
    state: str
    at: str
    epoch: str


@frozen()
class Item:
    """One record. `subject`: the sha256 of its medium that was refused, empty when the record itself was.

    `receipt` is the last one that the server gave, of an earlier revision while a later one waits.
    """

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
    receipt: Receipt | None


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
        """How many of what is not sent stand where: what the first page asks whenever something was saved.

        What only waits, be it ten thousand answers, is counted in an index; the few others by what is said of each.
        """
        counts: Counter[str] = Counter()
        for row in self._database.query(_ONLY_WAITING):
            counts[WAITING if row["held"] is None else HELD] += row["n"]
        for row in self._database.query(f"{_STANDING} {_OTHERS_UNSENT}"):
            counts[row["state"]] += row["n"]
        return dict(counts)

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
            SELECT * FROM standing LEFT JOIN servers ON servers.epoch = receipt_epoch
            WHERE (:state = '' OR state = :state) AND (:walk IS NULL OR walk = :walk)
            ORDER BY CASE state {ranks} END, ordinal DESC LIMIT :limit
            """,
            {"state": state, "walk": walk, "limit": limit},
        )
        return [_item(row) for row in rows]

    def item(self, record_id: str) -> Item | None:
        """One of them."""
        rows = self._database.query(
            f"{_STANDING} SELECT * FROM standing LEFT JOIN servers ON servers.epoch = receipt_epoch WHERE id = ?",
            (record_id,),
        )
        return _item(rows[0]) if rows else None

    def media(self) -> dict[str, list[MediumStanding]]:
        """By record: the bytes that it names, previews first."""
        rows = self._database.query(
            """
            SELECT media.id, media.sha256, media.size, media.preview, tray.id IS NOT NULL AS refused,
                ifnull(media_receipts.at, '') AS at, ifnull(media_receipts.epoch, '') AS epoch
            FROM media JOIN visible_records ON visible_records.id = media.id AND visible_records.deleted_at IS NULL
            LEFT JOIN media_receipts ON media_receipts.sha256 = media.sha256
            LEFT JOIN tray ON tray.id = media.id AND tray.subject = media.sha256
            ORDER BY media.id, media.preview DESC
            """
        )
        found: dict[str, list[MediumStanding]] = {}
        for row in rows:
            found.setdefault(row["id"], []).append(_medium(row))
        return found

    def other_version(self, record_id: str) -> Record | None:
        """Of a conflict: what the server holds, when it said so."""
        rows = self._database.query("SELECT body FROM other_versions WHERE id = ?", (record_id,))
        return codec.decode(bytes(rows[0]["body"])) if rows else None

    def past_versions(self, record_id: str) -> list[Record]:
        """What a person did not choose of two versions, oldest first: kept, to be read again."""
        rows = self._database.query(
            "SELECT past.body FROM past_versions AS past JOIN visible_records USING (id) WHERE past.id = ? ORDER BY at",
            (record_id,),
        )
        return [codec.decode(bytes(row["body"])) for row in rows]


def _group(walk: str, rows: list[Row]) -> Group:
    counts: dict[str, int] = {}
    kinds: dict[str, int] = {}
    for row in rows:
        counts[row["state"]] = counts.get(row["state"], 0) + row["n"]
        if row["state"] != DRAFT:  # not yet one of the walk's findings
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
        receipt=_receipt(row),
    )


def _receipt(row: Row) -> Receipt | None:
    if row["receipt_at"] is None or not row["receipt_revision"]:
        return None
    return Receipt(
        hash=row["receipt_hash"] or "",  # of before this was kept
        revision=row["receipt_revision"],
        at=row["receipt_at"],
        epoch=row["receipt_epoch"] or "",
        server=row["url"] or "",
    )


def _medium(row: Row) -> MediumStanding:
    state = SENT if row["at"] else REFUSED if row["refused"] else WAITING
    return MediumStanding(
        sha256=row["sha256"],
        size=row["size"],
        preview=bool(row["preview"]),
        state=state,
        at=row["at"],
        epoch=row["epoch"],
    )
