"""What `gup check` looks at: each check names the differences it finds, one line each. Add yours to CHECKS."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from django.db import connection
from django.db.models import Count, Max

from sync import sqlite_driver
from sync.protocol import codec
from sync.server.records import actions, carried_bundles, media_store
from sync.server.records.models import CarriedBundle, Feed, Medium, Record, Unreceived
from sync.server.reports import check as reports

Check = Callable[[], Iterator[str]]


def database() -> Iterator[str]:
    """The structure of the SQLite file, and the library that reads it."""
    if connection.vendor != "sqlite":
        return
    if not sqlite_driver.is_safe():
        yield f"SQLite {sqlite_driver.linked_version()} can lose commits; install a newer sqlcipher3"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        lines = [str(row[0]) for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        lines += [f"table {row[0]}, row {row[1]}: points to nothing in {row[2]}" for row in cursor.fetchall()]
    yield from (f"database: {line}" for line in lines if line != "ok")


def records() -> Iterator[str]:
    """Every record still has the bytes that its hash names, and they still mean what its columns say."""
    for row in Record.objects.iterator(chunk_size=500):
        body = bytes(row.body)
        if hashlib.sha256(body).hexdigest() != row.hash:
            yield f"record {row.id}: its bytes no longer match their hash; restore it, or let its tablet push again"
            continue
        try:
            record = codec.decode(body)
        except codec.CodecError as fault:
            yield f"record {row.id}: cannot be read ({fault})"
            continue
        if (record.id, record.RECORD, record.writer) != (row.id, row.kind, row.writer):
            yield f"record {row.id}: its columns say {row.kind} of {row.writer}, its bytes another thing"


def feed() -> Iterator[str]:
    """Numbers are given once, and none is higher than the counter."""
    highest = Record.objects.aggregate(highest=Max("seq"))["highest"] or 0
    row = Feed.objects.filter(pk=Feed.ONLY).first()
    if row is None or row.seq < highest:
        yield f"feed: the counter is at {row.seq if row else 'nothing'}, a record has {highest}"
    for double in Record.objects.values("seq").annotate(times=Count("id")).filter(times__gt=1):
        yield f"feed: number {double['seq']} was given {double['times']} times"


def media() -> Iterator[str]:
    """Every medium said to be held is there, whole."""
    for sha256 in Medium.objects.filter(state=Medium.State.HELD).values_list("sha256", flat=True).iterator():
        try:
            with media_store.open_medium(sha256) as content:
                if hashlib.file_digest(content, "sha256").hexdigest() != sha256:  # type: ignore[arg-type]
                    yield f"medium {sha256}: its bytes have changed"
        except FileNotFoundError:
            yield f"medium {sha256}: its bytes are missing"
        except OSError as fault:
            yield f"media: not looked at from {sha256} on: {fault}"
            return


def receivers() -> Iterator[str]:
    """Records that arrived and that the office could not take in."""
    for row in Unreceived.objects.order_by("at"):
        yield f"record {row.record_id}: arrived and was not taken in ({row.error})"


def bundles() -> Iterator[str]:
    """What tablets carried for others and the server could not take in: an officer decides, or it tries again."""
    for row in carried_bundles.in_trouble():
        way = "gup import gupz takes it in all the same, the console sets it aside"
        if row.state == CarriedBundle.State.RECEIVED:
            way = f"tried {row.tries} times, and again by itself at {row.due_at:%Y-%m-%d %H:%M} UTC"
        yield f"bundle {carried_bundles.path_of(row.sha256)}: {row.message}; {way}"


def erasures() -> Iterator[str]:
    """A database that was put back without a word brings back what was erased since."""
    for record_id in actions.erasures_undone():
        yield f"record {record_id}: erased, and there again; stop the server, run gup restore --after-database"


CHECKS: list[Check] = [database, records, feed, media, erasures, receivers, bundles, reports.differences]
