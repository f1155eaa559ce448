"""A row committed late is never skipped by a cursor: two transactions that interleave, on SQLite and PostgreSQL."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, connections
from wire import Tablet, item

from sync.protocol import codec, ids, records, times
from sync.server.accounts.models import Device
from sync.server.api import receivers
from sync.server.records import feed as feed_of
from sync.server.records.feed import writing
from sync.server.records.models import Conflict

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]
Enrol = Callable[..., Tablet]


def plan(title: str) -> records.WalkPlan:
    now = times.now()
    return records.WalkPlan(id=ids.new_id(), writer="server", created_at=now, updated_at=now, title=title)


class Reader:
    """A tablet that pulls again and again; everything it was ever given."""

    def __init__(self, tablet: Tablet) -> None:
        self._tablet = tablet
        self._cursors: dict[str, int] = {}
        self.given: list[str] = []

    def pull(self) -> None:
        page = self._tablet.pull(**self._cursors)
        self._cursors = dict(page.cursors)
        self.given += [codec.decode(row.body.encode()).title for row in page.records]  # type: ignore[attr-defined]


@contextmanager
def beside(work: Callable[[], None]) -> Iterator[threading.Thread]:
    """Work on a connection of its own; it has ended when the block has."""

    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield thread
    finally:
        thread.join(timeout=30)
        assert not thread.is_alive()


def test_a_transaction_that_began_first_and_commits_last_comes_after_the_cursor(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    reader = Reader(tablet)
    begun, go_on = threading.Event(), threading.Event()

    def late() -> None:
        with writing() as feed:
            feed.publish(plan("late"), device=tablet.id)
            begun.set()
            assert go_on.wait(timeout=20)

    def early() -> None:
        with writing() as feed:
            feed.publish(plan("early"), device=tablet.id)

    with beside(late):
        assert begun.wait(timeout=20)
        with beside(early) as other:
            if connection.vendor == "postgresql":
                other.join(timeout=20)  # it commits while the first is still writing
            reader.pull()
            assert reader.given == (["early"] if connection.vendor == "postgresql" else [])
            go_on.set()
    reader.pull()
    reader.pull()
    assert sorted(reader.given) == ["early", "late"]


def test_numbers_that_were_taken_and_not_committed_hold_back_all_later_ones(
    enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commit of the first is held between its number and its end; the second must not become visible before it."""
    tablet = enrol_tablet()
    reader = Reader(tablet)
    taken, go_on = threading.Event(), threading.Event()
    close = feed_of.Feed.close

    def held(self: feed_of.Feed) -> None:
        close(self)
        if any(b"first" in bytes(row.body) for row in self.pending.values()):
            taken.set()
            assert go_on.wait(timeout=20)

    monkeypatch.setattr(feed_of.Feed, "close", held)

    def write(title: str) -> Callable[[], None]:
        def work() -> None:
            with writing() as feed:
                feed.publish(plan(title), device=tablet.id)

        return work

    with beside(write("first")):
        assert taken.wait(timeout=20)
        with beside(write("second")) as other:
            other.join(timeout=0.5)
            assert other.is_alive(), "the second waits for the number of the first"
            reader.pull()
            assert reader.given == []
            go_on.set()
    reader.pull()
    assert reader.given == ["first", "second"]


def test_control_numbers_of_a_sequence_would_be_skipped(enrol_tablet: Enrol) -> None:
    """A sequence's numbers become visible in the order of the commits: on PostgreSQL a cursor passes the late one.

    SQLite has one writer: there the second waits, and even a sequence is read in order.
    """
    several_write = connection.vendor == "postgresql"
    sequence = "BIGSERIAL" if several_write else "INTEGER PRIMARY KEY AUTOINCREMENT"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE numbered (seq {sequence}, title TEXT)")
    begun, go_on = threading.Event(), threading.Event()

    def late() -> None:
        from django.db import transaction

        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO numbered (title) VALUES ('late')")
            begun.set()
            assert go_on.wait(timeout=20)

    def early() -> None:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO numbered (title) VALUES ('early')")

    given: list[str] = []
    at = 0

    def pull() -> None:
        nonlocal at
        with connection.cursor() as cursor:
            cursor.execute("SELECT seq, title FROM numbered WHERE seq > %s ORDER BY seq", [at])
            for seq, title in cursor.fetchall():
                at = seq
                given.append(title)

    with beside(late):
        assert begun.wait(timeout=20)
        with beside(early) as other:
            other.join(timeout=20 if several_write else 0.5)
            assert other.is_alive() != several_write
            pull()
            go_on.set()
    pull()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE numbered")
    assert given == (["early"] if several_write else ["late", "early"]), "the late row is lost to this reader"


def test_two_that_were_one_tablet_never_overwrite_one_another(
    enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copied folder: both go on from what they had alike at the same moment. One is the head, one beside it."""
    one, two = enrol_tablet(), enrol_tablet()
    Device.objects.filter(pk=two.id).update(family=one.id)
    report = one.report(text="before")
    base = one.push(report).outcomes[0].hash
    judged, other_judged, receive = threading.Event(), threading.Event(), receivers.receive

    def slow(*given: Any) -> None:
        if judged.is_set():
            other_judged.set()
        judged.set()
        other_judged.wait(timeout=1)
        receive(*given)

    monkeypatch.setattr(receivers, "receive", slow)
    outcomes: list[str] = []

    def push(tablet: Tablet, text: str) -> Callable[[], None]:
        edited = dataclasses.replace(report, text=text, revision=2)
        return lambda: outcomes.append(tablet.push(item(edited, base)).outcomes[0].outcome)

    with beside(push(one, "mine")):
        assert judged.wait(timeout=20)
        with beside(push(two, "the other")):
            pass
    assert sorted(outcomes) == ["accepted", "stale"]
    assert Conflict.objects.filter(record_id=report.id).exists()
