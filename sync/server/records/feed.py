"""The one door to Record: a transaction that ends by taking its numbers from Feed and writing all its rows at once.

Numbers are taken last by UPDATE ... RETURNING and that row stays locked to the commit, so numbers become visible in
order on SQLite and PostgreSQL alike: a tablet's cursor never passes a row that is still being written.
"""

from __future__ import annotations

import copy
import dataclasses
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from django.conf import settings
from django.db import connection, transaction

from sync.protocol import codec, times
from sync.protocol import records as protocol
from sync.server import data_folder
from sync.server.records import writing_lock
from sync.server.records.models import SERVER, Conflict, Departure, Erasure, KnownHash, Record
from sync.server.records.models import Feed as FeedRow

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

_COLUMNS = (
    "id", "kind", "revision", "hash", "writer", "device", "seq",
    "walk_id", "about", "territory", "restricted", "deleted", "received_at", "body",
)  # fmt: skip
_UPSERT = (
    f"INSERT INTO records_record ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))})"
    f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS[1:])}"
)
_KNOW = (
    "INSERT INTO records_knownhash (record_id, hash, revision, received_at) VALUES (%s, %s, %s, %s)"
    " ON CONFLICT DO NOTHING"
)
_NUMBERS = "UPDATE records_feed SET seq = seq + %s WHERE id = %s RETURNING seq"

_open = threading.local()
T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class Head:
    """What the server holds of one record, without its bytes."""

    id: str
    kind: str
    revision: int
    hash: str
    writer: str
    walk_id: str
    territory: str
    restricted: bool


class Feed:
    """What one transaction writes. Made by `writing()` only."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)
        self.pending: dict[str, Record] = {}
        self.memo: dict[str, Any] = {}
        self._superseded: list[tuple[str, str, int, datetime]] = []
        self._departures: list[tuple[str, str]] = []
        self._erasures: list[Erasure] = []

    def accept(
        self,
        record: protocol.Record,
        body: bytes,
        record_hash: str,
        *,
        device: str,
        territory: str = "",
        restricted: bool = False,
        head: Head | None = None,
    ) -> None:
        """A tablet's revision, its bytes as received. `head` is what it replaces (already looked up)."""
        if head is not None:
            self._superseded.append((head.id, head.hash, head.revision, self.at))
        self._put(record, body, record_hash, device=device, territory=territory, restricted=restricted)
        if head is not None:
            self._leave(head, self.pending[record.id])

    def publish(
        self,
        record: protocol.Record,
        *,
        device: str = "",
        territory: str = "",
        walk_id: str | None = None,
        restricted: bool = False,
        new: bool = False,
    ) -> None:
        """An office record: writer, revision and times are set here. The same content again writes nothing.

        `new`: its id was made in this transaction, so there is no earlier revision to look for.
        """
        head = self.pending.get(record.id)
        if head is None and not new:
            head = Record.objects.select_for_update().filter(pk=record.id).first()
        now = times.format_time(self.at)
        fresh = dataclasses.replace(record, writer=SERVER, updated_at=now, revision=head.revision + 1 if head else 1)
        if head is not None:
            before = codec.decode(bytes(head.body))
            fresh = dataclasses.replace(fresh, created_at=before.created_at)
            same = dataclasses.replace(fresh, revision=before.revision, updated_at=before.updated_at) == before
            placed = (head.device, head.territory, head.restricted, head.walk_id)
            if same and placed == (device, territory, restricted, walk_id or protocol.walk_of(record) or ""):
                return
            if head.writer != SERVER:
                raise ValueError(f"{record.id}: a tablet's record is never rewritten by the office")
            self._superseded.append((head.id, head.hash, head.revision, self.at))
        body = codec.encode(fresh)
        self._put(
            fresh,
            body,
            codec.sha256(body),
            device=device,
            territory=territory,
            restricted=restricted,
            walk_id=walk_id,
        )
        if head is not None:
            self._leave(head, self.pending[record.id])

    def move(self, record_id: str, territory: str, *, restricted: bool | None = None) -> None:
        """Put a record into another territory (or hide it); tablets of the old one are told that it left."""
        old = self.pending.get(record_id) or Record.objects.select_for_update().get(pk=record_id)
        if restricted is None:
            restricted = old.restricted
        if (old.territory, old.restricted) == (territory, restricted):
            return
        row = copy.copy(old)
        row.territory, row.restricted = territory, restricted
        self.pending[record_id] = row
        self._leave(old, row)

    def erase(self, record_id: str, *, sha256: list[str], reason: str) -> None:
        """Forget a record for ever; tablets that hold it are told, and a push of it is answered `gone`."""
        self.pending.pop(record_id, None)
        Record.objects.filter(pk=record_id).delete()
        KnownHash.objects.filter(record_id=record_id).delete()
        Conflict.objects.filter(record_id=record_id).delete()
        self._erasures.append(Erasure(record_id=record_id, sha256=sha256, reason=reason, at=self.at))

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """What is written inside is undone when it raises, in the database and in what waits to be written."""
        kept = (dict(self.pending), self._superseded[:], self._departures[:], self._erasures[:])
        try:
            with transaction.atomic():
                yield
        except BaseException:
            self.pending, self._superseded, self._departures, self._erasures = kept
            raise

    def _leave(self, old: Head | Record, new: Record) -> None:
        """Note the scopes in which tablets could read the old row and cannot read the new one."""
        gone = scopes_of(old.territory, old.walk_id, old.restricted) - scopes_of(
            new.territory, new.walk_id, new.restricted
        )
        self._departures.extend((scope, new.id) for scope in sorted(gone))

    def _put(
        self,
        record: protocol.Record,
        body: bytes,
        record_hash: str,
        *,
        device: str,
        territory: str,
        restricted: bool,
        walk_id: str | None = None,
    ) -> None:
        self.pending[record.id] = Record(
            id=record.id,
            kind=record.RECORD,
            revision=record.revision,
            hash=record_hash,
            body=body,
            writer=record.writer,
            device=device,
            walk_id=walk_id or protocol.walk_of(record) or "",
            about=about_of(record),
            territory=territory,
            restricted=restricted,
            deleted=record.deleted_at is not None,
            received_at=self.at,
        )

    def close(self) -> None:
        """Take the numbers and write everything; called by `writing()` just before the commit."""
        count = len(self.pending) + len(self._departures) + len(self._erasures)
        if not count:
            return
        with connection.cursor() as cursor:
            if self._superseded:
                cursor.executemany(_KNOW, _adapted(self._superseded))
            number = _take_numbers(cursor, count) - count
            rows = []
            for number, row in enumerate(self.pending.values(), start=number + 1):  # noqa: B020
                row.seq = number
                rows.append(tuple(getattr(row, name) for name in _COLUMNS))
            if rows:
                cursor.executemany(_UPSERT, _adapted(rows))
        departures = []
        for number, (scope, record_id) in enumerate(self._departures, start=number + 1):  # noqa: B020
            departures.append(Departure(scope=scope, record_id=record_id, seq=number))
        Departure.objects.bulk_create(departures)
        for number, erasure in enumerate(self._erasures, start=number + 1):  # noqa: B020
            erasure.seq = number
        Erasure.objects.bulk_create(self._erasures, ignore_conflicts=True)


def _adapted(rows: Sequence[tuple[Any, ...]]) -> Sequence[tuple[Any, ...]]:
    """SQLite keeps moments as text; Django's own adapters do not see raw statements."""
    if connection.vendor != "sqlite":
        return rows
    adapt = connection.ops.adapt_datetimefield_value
    return [tuple(adapt(value) if isinstance(value, datetime) else value for value in row) for row in rows]


def _take_numbers(cursor: CursorWrapper, count: int) -> int:
    cursor.execute(_NUMBERS, [count, FeedRow.ONLY])
    row = cursor.fetchone()
    if row is None:
        FeedRow.objects.get_or_create(pk=FeedRow.ONLY)
        return _take_numbers(cursor, count)
    return int(row[0])


def scopes_of(territory: str, walk_id: str, restricted: bool) -> set[str]:
    """The shared scopes in which a row may be read; a restricted one in none."""
    if restricted:
        return set()
    scopes = {f"territory:{territory}"} if territory else set()
    return scopes | {f"walk:{walk_id}"} if walk_id else scopes


def about_of(record: protocol.Record) -> str:
    """What a record is attached to: the report of a revisit, handling or answer, what a photo or note shows."""
    for name in ("about", "report_id", "item_id"):
        value = getattr(record, name, None)
        if value:
            return str(value)
    return ""


def current() -> Feed | None:
    """The feed this thread is writing to, if any."""
    return getattr(_open, "feed", None)


def once(key: str, make: Callable[[], T]) -> T:
    """What `make` gives, asked only once in a block of `writing()`: for what many records of a push look up."""
    open_feed = current()
    if open_feed is None:
        return make()
    if key not in open_feed.memo:
        open_feed.memo[key] = make()
    held: T = open_feed.memo[key]
    return held


@contextmanager
def writing() -> Iterator[Feed]:
    """One atomic write of everything inside. A block inside another joins it; any error undoes the outermost."""
    outer = current()
    if outer is not None:
        yield outer
        return
    with _in_turn(), transaction.atomic():
        _open.feed = feed = Feed()
        try:
            yield feed
            feed.close()
        finally:
            _open.feed = None


@contextmanager
def _in_turn() -> Iterator[None]:
    if connection.vendor != "sqlite":
        yield
        return
    with writing_lock.held(settings.DATA / data_folder.WRITE_LOCK):
        yield


def epoch() -> str:
    """The random id of this database's life; a new one whenever it is made or restored."""
    return epoch_and_number()[0]


def epoch_and_number() -> tuple[str, int]:
    """The epoch, and the last number that was given in it."""
    row = FeedRow.objects.filter(pk=FeedRow.ONLY).first()
    if row is None:
        row, _made = FeedRow.objects.get_or_create(pk=FeedRow.ONLY)
    return row.epoch, row.seq
