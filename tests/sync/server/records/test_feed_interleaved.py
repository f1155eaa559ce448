"""Two transactions at once: the one that took its numbers first commits last, and the pull skips nothing of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections
from wire import Tablet

from sync.protocol import ids, records, times
from sync.server.records import feed, writing_lock
from sync.server.records.feed import writing
from sync.server.records.models import Feed as FeedRow

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


def test_a_row_committed_late_is_never_skipped_by_the_pull(
    enrol_tablet: Callable[..., Tablet], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pulled_of_two(enrol_tablet(), monkeypatch, feed._take_numbers) == {"late", "quick"}


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer: no transaction can overtake another")
def test_numbers_of_a_plain_sequence_would_lose_the_late_row(
    enrol_tablet: Callable[..., Tablet], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the same two transactions, numbered the way a database column numbers itself."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SEQUENCE plain START 1000")

    def plain(cursor: Any, count: int) -> int:
        cursor.execute("SELECT nextval('plain')")
        number = int(cursor.fetchone()[0])
        if threading.current_thread().name == "quick":  # whoever commits first says how far the feed is
            cursor.execute("UPDATE records_feed SET seq = %s", [number])
        return number

    try:
        assert pulled_of_two(enrol_tablet(), monkeypatch, plain) == {"quick"}
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP SEQUENCE plain")


def pulled_of_two(tablet: Tablet, monkeypatch: pytest.MonkeyPatch, take: Callable[[Any, int], int]) -> set[str]:
    """What a tablet has after a pull between the two commits, and another one after both."""
    start = tablet.pull().cursors
    FeedRow.objects.get_or_create(pk=FeedRow.ONLY)
    taken, may_commit = threading.Event(), threading.Event()

    def wait_with_numbers(cursor: Any, count: int) -> int:
        number = take(cursor, count)
        if threading.current_thread().name == "late":
            taken.set()
            assert may_commit.wait(20)
        return number

    monkeypatch.setattr(feed, "_take_numbers", wait_with_numbers)
    late, quick = (threading.Thread(target=_write, args=(name, tablet.id), name=name) for name in ("late", "quick"))
    late.start()
    assert taken.wait(20)
    quick.start()
    while quick.is_alive() and not _waits_for_a_lock():
        time.sleep(0.01)
    between = tablet.pull(**start)
    may_commit.set()
    late.join()
    quick.join()
    after = tablet.pull(**between.cursors)
    bodies = [row.body for page in (between, after) for row in page.records]
    return {name for name in ("late", "quick") if any(f'"title":"{name}"' in body for body in bodies)}


def _write(title: str, tablet: str) -> None:
    now = times.now()
    with writing() as open_feed:
        plan = records.WalkPlan(id=ids.new_id(), writer="server", created_at=now, updated_at=now, title=title)
        open_feed.publish(plan, device=tablet)
    connections.close_all()


def _waits_for_a_lock() -> bool:
    if connection.vendor == "sqlite":
        return bool(writing_lock._threads._waiting)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])
