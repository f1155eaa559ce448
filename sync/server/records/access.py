"""Reads what travels. Inside `writing()` the rows not yet written are seen too."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Generic, TypeVar

from sync.protocol import codec
from sync.protocol import records as protocol
from sync.server.records import bulk, feed, media_store
from sync.server.records.models import Conflict, Medium, Record

_log = logging.getLogger(__name__)
R = TypeVar("R", bound=protocol.Record)


def row(record_id: str) -> Record | feed.Row | None:
    """The head of that record."""
    open_feed = feed.current()
    if open_feed is not None and record_id in open_feed.pending:
        return open_feed.pending[record_id]
    return Record.objects.filter(pk=record_id).first()


def rows(record_ids: Iterable[str]) -> list[Record | feed.Row]:
    """The heads of those records that are known."""
    wanted = set(record_ids)
    open_feed = feed.current()
    pending = open_feed.pending if open_feed is not None else {}
    written = Record.objects.filter(pk__in=wanted.difference(pending))
    return [*written, *(pending[record_id] for record_id in wanted.intersection(pending))]


def get(kind: type[R], record_id: str) -> R | None:
    """The record with that id, None when there is none of that kind."""
    head = row(record_id)
    return decoded(kind, head) if head is not None and head.kind == kind.RECORD else None


def decoded(kind: type[R], head: Record | feed.Row) -> R:
    """The dataclass in these bytes. Raises TypeError when it is of another kind."""
    record = codec.decode(bytes(head.body))
    if not isinstance(record, kind):
        raise TypeError(f"{head.id} is a {head.kind}, not a {kind.RECORD}")
    return record


@dataclass(frozen=True, kw_only=True)
class Version(Generic[R]):
    """What another tablet said of a record, beside its head or before it: kept, never merged."""

    record: R
    device: str
    received_at: datetime


def versions_beside(kind: type[R], record_id: str) -> list[Version[R]]:
    """Newest first. One that this server cannot read (of a newer tablet) is left out."""
    found = []
    for row in Conflict.objects.filter(record_id=record_id).order_by("-received_at"):
        try:
            record = codec.decode(bytes(row.body))
        except codec.CodecError:
            continue
        if isinstance(record, kind):
            found.append(Version(record=record, device=row.device, received_at=row.received_at))
    return found


def about(kind: type[R], *record_ids: str, deleted: bool = False) -> Iterator[R]:
    """Every record of that kind attached to those ids (photos of a report, revisits...), oldest number first."""
    yield from _matching(kind, "about", record_ids, deleted)


def of_walk(kind: type[R], walk_id: str, *, deleted: bool = False) -> Iterator[R]:
    """Every record of that kind made in that walk, oldest number first."""
    yield from _matching(kind, "walk_id", (walk_id,), deleted)


def every(kind: type[R], *, deleted: bool = False) -> Iterator[R]:
    """Every record of that kind, oldest number first."""
    rows = Record.objects.filter(kind=kind.RECORD).order_by("seq")
    for head in rows if deleted else rows.filter(deleted=False):
        yield decoded(kind, head)


def _matching(kind: type[R], column: str, values: Collection[str], deleted: bool) -> Iterator[R]:
    wanted = set(values)
    if not wanted:
        return
    open_feed = feed.current()
    pending = open_feed.pending if open_feed is not None else {}
    written = Record.objects.filter(kind=kind.RECORD, **{f"{column}__in": wanted}).order_by("seq")
    heads: list[Record | feed.Row] = [head for head in written if head.id not in pending]
    heads += [head for head in pending.values() if head.kind == kind.RECORD and getattr(head, column) in wanted]
    for head in heads:
        if deleted or not head.deleted:
            try:
                yield decoded(kind, head)
            except codec.CodecError as fault:  # taken in by an older version that checked less; gup check names it too
                _log.warning("%s %s cannot be read: %s", head.kind, head.id, fault)


def with_something_about(record_ids: Iterable[str]) -> set[str]:
    """Of these ids, those to which something is attached, of any kind. Asked once for all that one push looks up."""
    wanted = set(record_ids)
    open_feed = feed.current()
    asked: dict[str, bool] = {} if open_feed is None else feed.once("about", dict)
    unknown = wanted - asked.keys()
    asked |= dict.fromkeys(unknown, False)
    asked |= {about: True for (about,) in bulk.found(["about"], "records_record", "about", unknown)}
    pending = open_feed.pending.values() if open_feed is not None else ()
    return {about for about in wanted if asked[about]} | wanted.intersection(row.about for row in pending)


def open_held(sha256: str) -> BinaryIO:
    """Those bytes. Raises FileNotFoundError unless the server holds them (erased and superseded ones are not shown)."""
    if not Medium.objects.filter(pk=sha256, state=Medium.State.HELD).exists():
        raise FileNotFoundError(sha256)
    return media_store.open_medium(sha256)
