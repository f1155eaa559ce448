"""The one door to Record: a transaction that ends by taking its numbers from Feed and writing all its rows at once.

Numbers are taken last by UPDATE ... RETURNING and that row stays locked to the commit, so numbers become visible in
order on SQLite and PostgreSQL alike: a tablet's cursor never passes a row that is still being written.
"""

from __future__ import annotations

import dataclasses
import operator
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
from sync.server.records import bulk, writing_lock
from sync.server.records.models import SERVER, Conflict, Departure, Erasure, KnownHash, Record
from sync.server.records.models import Feed as FeedRow

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

_TABLE = "records_record"
_COLUMNS = (
    "id", "kind", "revision", "hash", "writer", "device", "seq",
    "walk_id", "about", "territory", "restricted", "deleted", "received_at", "body",
)  # fmt: skip
_REPLACE = f"UPDATE {_TABLE} SET {', '.join(f'{name} = %s' for name in _COLUMNS[1:])} WHERE id = %s"
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
    device: str
    walk_id: str
    territory: str
    restricted: bool


@dataclasses.dataclass(kw_only=True, slots=True)
class Row:
    """A row of Record that waits to be written: the same columns, without what a Django model costs."""

    id: str
    kind: str
    revision: int
    hash: str
    writer: str
    device: str
    seq: int = 0
    walk_id: str
    about: str
    territory: str
    restricted: bool
    deleted: bool
    received_at: datetime
    body: bytes


_values = operator.attrgetter(*_COLUMNS)


class Feed:
    """What one transaction writes. Made by `writing()` only."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)
        self.pending: dict[str, Row] = {}
        self._held: set[str] = set()  # of what is pending, what the table has a row of
        self.memo: dict[str, Any] = {}
        self.afterwards: list[Callable[[], None]] = []  # once all is committed and the next writer may begin
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
        head: Head | Record | None = None,
    ) -> None:
        """A tablet's revision, its bytes as received. `head` is what it replaces (already looked up)."""
        if head is not None:
            self._replaces(head)
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
        head: Row | Record | None = self.pending.get(record.id)
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
            self._replaces(head)
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
        row = Row(**{name: getattr(old, name) for name in _COLUMNS})
        row.territory, row.restricted = territory, restricted
        if record_id not in self.pending:
            self._held.add(record_id)
        self.pending[record_id] = row
        self._leave(old, row)

    def erase(self, record_id: str, *, sha256: list[str], reason: str) -> None:
        """Forget a record for ever; tablets that hold it are told, and a push of it is answered `gone`."""
        self.pending.pop(record_id, None)
        self._held.discard(record_id)
        Record.objects.filter(pk=record_id).delete()
        KnownHash.objects.filter(record_id=record_id).delete()
        Conflict.objects.filter(record_id=record_id).delete()
        self._erasures.append(Erasure(record_id=record_id, sha256=sha256, reason=reason, at=self.at))

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """What is written inside is undone when it raises, in the database and in what waits to be written."""
        kept = (dict(self.pending), set(self._held), self._superseded[:], self._departures[:], self._erasures[:])
        acts = len(self.afterwards)
        try:
            with transaction.atomic():
                yield
        except BaseException:
            self.pending, self._held, self._superseded, self._departures, self._erasures = kept
            del self.afterwards[acts:]
            raise

    def _replaces(self, head: Head | Row | Record) -> None:
        self._superseded.append((head.id, head.hash, head.revision, self.at))
        if head.id not in self.pending:
            self._held.add(head.id)

    def _leave(self, old: Head | Row | Record, new: Row) -> None:
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
        self.pending[record.id] = Row(
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
            fresh: list[tuple[Any, ...]] = []
            replaced: list[tuple[Any, ...]] = []
            for number, row in enumerate(self.pending.values(), start=number + 1):  # noqa: B020
                row.seq = number
                (replaced if row.id in self._held else fresh).append(_values(row))
            # A row that another transaction made meanwhile is an error, never overwritten.
            bulk.insert_rows(_TABLE, _COLUMNS, _adapted(fresh))
            if replaced:
                cursor.executemany(_REPLACE, [(*row[1:], row[0]) for row in _adapted(replaced)])
        departures = []
        for number, (scope, record_id) in enumerate(self._departures, start=number + 1):  # noqa: B020
            departures.append(Departure(scope=scope, record_id=record_id, seq=number))
        if departures:
            Departure.objects.bulk_create(departures)
        for number, erasure in enumerate(self._erasures, start=number + 1):  # noqa: B020
            erasure.seq = number
        if self._erasures:
            Erasure.objects.bulk_create(self._erasures, ignore_conflicts=True)


def _adapted(rows: Sequence[tuple[Any, ...]]) -> Sequence[Sequence[Any]]:
    """SQLite keeps moments as text; Django's own adapters do not see raw statements."""
    if connection.vendor != "sqlite" or not rows:
        return rows
    moments = [(place, bulk.moment) for place, value in enumerate(rows[0]) if isinstance(value, datetime)]
    return bulk.adapted(rows, moments)


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
    for act in feed.afterwards:
        act()


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
