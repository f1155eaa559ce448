"""The one door to Record: numbers last, all or nothing, nested blocks join, one writer at a time."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connection, connections

from sync.protocol import codec, ids, records, times
from sync.server.records import access, writing_lock
from sync.server.records.feed import once, writing
from sync.server.records.models import Departure, Feed, KnownHash, Record

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def plan(**fields: object) -> records.WalkPlan:
    now = times.now()
    common = {"id": ids.new_id(), "writer": "server", "created_at": now, "updated_at": now, "title": "Marche de nuit"}
    return records.WalkPlan(**(common | fields))  # type: ignore[arg-type]


def test_rows_get_their_numbers_in_the_order_written() -> None:
    plans = [plan(title=str(number)) for number in range(5)]
    with writing() as feed:
        for each in plans:
            feed.publish(each)
    assert list(Record.objects.order_by("seq").values_list("id", flat=True)) == [each.id for each in plans]
    assert Feed.objects.get().seq == 5


def test_an_error_undoes_everything_and_gives_no_number() -> None:
    with writing() as feed:
        feed.publish(plan())
    with pytest.raises(RuntimeError), writing() as feed:
        feed.publish(plan())
        raise RuntimeError
    assert Record.objects.count() == 1
    assert Feed.objects.get().seq == 1


def test_a_block_inside_another_joins_it() -> None:
    with pytest.raises(RuntimeError), writing() as outer:
        with writing() as inner:
            assert inner is outer
            inner.publish(plan())
        raise RuntimeError
    assert not Record.objects.exists()


def test_what_is_not_yet_written_is_already_seen_inside() -> None:
    first = plan()
    with writing() as feed:
        feed.publish(first)
        found = access.get(records.WalkPlan, first.id)
        assert found is not None
        assert found.title == "Marche de nuit"
        assert not Record.objects.exists()


def test_a_savepoint_undoes_only_its_own() -> None:
    kept, lost = plan(), plan()
    with writing() as feed:
        feed.publish(kept)
        with pytest.raises(RuntimeError), feed.savepoint():
            feed.publish(lost)
            feed.move(kept.id, "ailleurs")
            raise RuntimeError
    assert list(Record.objects.values_list("id", "territory")) == [(kept.id, "")]


def test_an_office_record_gets_its_writer_and_its_revision_here() -> None:
    first = plan(writer="someone", revision=7)
    with writing() as feed:
        feed.publish(first)
    with writing() as feed:
        feed.publish(dataclasses.replace(first, title="Marche de jour"))
    row = Record.objects.get()
    held = access.decoded(records.WalkPlan, row)
    assert (held.writer, held.revision, held.title, held.created_at) == (
        "server",
        2,
        "Marche de jour",
        first.created_at,
    )
    assert codec.sha256(bytes(row.body)) == row.hash
    assert KnownHash.objects.count() == 1


def test_the_office_never_rewrites_the_record_of_a_tablet() -> None:
    theirs = plan(writer=ids.new_id())
    with writing() as feed:
        body = codec.encode(theirs)
        feed.accept(theirs, body, codec.sha256(body), device=theirs.writer)
    with pytest.raises(ValueError, match="never rewritten"), writing() as feed:
        feed.publish(dataclasses.replace(theirs, title="autre"))


def test_a_record_that_moves_leaves_a_departure_where_it_was() -> None:
    first = plan()
    with writing() as feed:
        feed.publish(first, territory="goutte", walk_id=ids.new_id())
    with writing() as feed:
        feed.move(first.id, "ailleurs")
    assert [(row.scope, row.record_id) for row in Departure.objects.all()] == [("territory:goutte", first.id)]
    with writing() as feed:
        feed.move(first.id, "ailleurs", restricted=True)
    assert Departure.objects.count() == 3


def test_a_lookup_is_made_once_in_a_block_and_again_in_the_next() -> None:
    made = []
    for _ in range(2):
        with writing():
            for _ in range(3):
                once("key", lambda: made.append(1))
    assert len(made) == 2


def test_waiting_writers_get_their_turn_in_the_order_they_came(tmp_path: Path) -> None:
    served: list[int] = []
    lock = tmp_path / "write.lock"
    arrived = threading.Semaphore(0)

    def write(number: int) -> None:
        arrived.release()
        with writing_lock.held(lock):
            served.append(number)

    threads = []
    with writing_lock.held(lock):
        for number in range(8):
            threads.append(threading.Thread(target=write, args=(number,)))
            threads[-1].start()
            arrived.acquire()
            while len(writing_lock._threads._waiting) <= number:
                pass
    for thread in threads:
        thread.join()
    assert served == list(range(8))


@pytest.mark.django_db(transaction=True)
def test_several_threads_write_and_no_number_is_given_twice() -> None:
    def write() -> None:
        for _ in range(10):
            with writing() as feed:
                feed.publish(plan())
        connections.close_all()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(Record.objects.values_list("seq", flat=True)) == list(range(1, 41))


@pytest.mark.django_db(transaction=True)
def test_another_process_writes_to_the_same_feed_in_its_turn() -> None:
    script = (
        "import sync.server, django; django.setup()\n"
        "from django.conf import settings\n"
        f"settings.DATABASES['default']['NAME'] = {str(connection.settings_dict['NAME'])!r}\n"
        "from sync.server.records.feed import writing\n"
        "from sync.protocol import ids, records, times\n"
        "for _ in range(10):\n"
        "    with writing() as feed:\n"
        "        now = times.now()\n"
        "        plan = {'id': ids.new_id(), 'writer': 'server', 'created_at': now, 'updated_at': now, 'title': 'x'}\n"
        "        feed.publish(records.WalkPlan(**plan))\n"
    )
    other = subprocess.Popen([sys.executable, "-c", script], env=dict(os.environ))
    for _ in range(10):
        with writing() as feed:
            feed.publish(plan())
    assert other.wait(timeout=30) == 0
    assert sorted(Record.objects.values_list("seq", flat=True)) == list(range(1, 21))


def test_every_commit_reaches_the_disk() -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous")
            assert cursor.fetchone()[0] == 2
            cursor.execute("PRAGMA journal_mode")
            assert cursor.fetchone()[0] == "wal"
    else:
        with connection.cursor() as cursor:
            cursor.execute("SHOW synchronous_commit")
            assert cursor.fetchone()[0] == "on"
