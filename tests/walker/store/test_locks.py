"""A lent tablet handed back (S-215): nothing of the group is read any more, everything of it goes on being sent."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import walker.store
from sync.protocol import codec
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import Answer, ExploratoryWalk, Photo, Record, Report, WalkPlan
from tests.walker.conftest import Clock
from walker.errors import StoreError
from walker.store import Store, open_store
from walker.store.locks import LONGEST_WAIT, is_fit

LOCKER = Path(__file__).parent / "locker.py"
STORE = Path(walker.store.__file__).parent


def pulled(store: Store, *records: Record) -> None:
    store.outbox.store_page(
        PullAnswer(
            epoch="0193547c-aaaa-7b1e-8a52-3c1f5d2a9e01",
            records=tuple(
                PulledRecord(
                    seq=number,
                    scopes=("everyone",),
                    hash=codec.sha256(codec.encode(record)),
                    body=codec.encode(record).decode(),
                )
                for number, record in enumerate(records, start=1)
            ),
            cursors={"everyone": len(records)},
        )
    )


def lived_in(store: Store, make: Any) -> ExploratoryWalk:
    """A walk with a report, a photo to check, a draft, an answer, and a plan of the office."""
    walk: ExploratoryWalk = store.records.save(make(ExploratoryWalk, state="held", title="Marche des voisines"))
    report = store.records.save(make(Report, walk_id=walk.id, text="sous le porche"))
    store.photos.add(make(Photo, walk_id=walk.id, about=report.id), b"a face")
    store.drafts.keep(make(Report).id, Report, walk.id, {"text": "à finir"})
    store.settings.set("leader_contact_number", "06 00 00 00 00")
    pulled(
        store,
        make(
            Answer, report_id=report.id, words="La lampe est réparée", status="answered", published_at=walk.created_at
        ),
        make(Report, walk_id=walk.id, text="de l’autre tablette", writer="0193547c-bbbb-7b1e-8a52-3c1f5d2a9e01"),
        make(WalkPlan, title="Marche de novembre", writer="server"),
    )
    return walk


def seen(store: Store) -> list[str]:
    """Everything that a page could read."""
    kinds = (ExploratoryWalk, Report, Photo)
    found: list[Any] = [each for kind in kinds for each in store.records.all(kind, with_deleted=True)]
    found += [each for kind in (Answer, Report) for each in store.copies.all(kind)]
    found += store.drafts.all()
    found += store.sending.items(limit=1000)
    return [str(each) for each in found]


def test_once_handed_back_nothing_is_read_and_everything_still_goes(store: Store, make: Any) -> None:
    walk = lived_in(store, make)
    assert len(seen(store)) > 5
    left = store.outbox.backlog().left
    outgoing = [record.id for record in store.outbox.outgoing(500)]
    store.locks.hand_back("2580")
    assert seen(store) == []
    assert store.records.find(walk.id) is None
    assert store.records.count(Report) == 0
    assert store.sending.totals().counts == {}
    assert store.settings.get("leader_contact_number") is None
    assert store.outbox.backlog().left == left
    assert [record.id for record in store.outbox.outgoing(500)] == outgoing
    assert store.locks.unsent() == 3


def test_the_next_group_keeps_plans_and_starts_with_its_own_things(store: Store, make: Any) -> None:
    lived_in(store, make)
    store.locks.hand_back("2580")
    assert [plan.title for plan in store.copies.all(WalkPlan)] == ["Marche de novembre"]
    mine = store.records.save(make(Report, text="à nous"))
    assert [report.id for report in store.records.all(Report)] == [mine.id]


def test_a_walk_to_come_that_a_kit_brought_may_be_the_next_groups(store: Store, make: Any) -> None:
    """Three groups' walks are put on one tablet in the morning; the first to hand it back locks its own."""
    walks = store.records.save_all(
        make(ExploratoryWalk, state="planned", title=title)
        for title in ("untouched", "begun", "touched", "of the group")
    )
    for walk in walks[:3]:
        store.kits.keep(walk.id, instructions="", entries=(), posters=())
    store.records.change(walks[1].id, lambda walk: dataclasses.replace(walk, state="held"))
    store.records.change(walks[2].id, lambda walk: dataclasses.replace(walk, note="nous serons dix"))
    store.locks.hand_back("2580")
    assert [walk.title for walk in store.records.all(ExploratoryWalk)] == ["untouched"]


def test_the_code_shows_everything_again_until_the_tablet_is_handed_back_once_more(store: Store, make: Any) -> None:
    lived_in(store, make)
    before = seen(store)
    store.locks.hand_back("2580")
    store.records.save(make(Report, text="du deuxième groupe"))
    assert store.locks.open("2580") is not None
    assert set(before) <= set(seen(store))
    assert store.settings.get("leader_contact_number") == "06 00 00 00 00"
    store.locks.hand_back("1111")
    assert seen(store) == []
    assert store.locks.open("2580") is not None
    assert sorted(seen(store)) == sorted(before)


def test_each_group_has_its_own_code(store: Store, make: Any) -> None:
    store.records.save(make(Report, text="premier"))
    store.locks.hand_back("1111")
    store.records.save(make(Report, text="deuxième"))
    store.locks.hand_back("2222")
    assert len(store.locks.closed()) == 2
    store.locks.open("2222")
    assert [report.text for report in store.records.all(Report)] == ["deuxième"]
    assert len(store.locks.closed()) == 1


def test_wrong_codes_cost_more_and_more_time_and_a_restart_forgets_none(tmp_path: Path, make: Any) -> None:
    clock = Clock()
    with open_store(tmp_path, clock=clock) as store:
        store.records.save(make(Report))
        store.locks.hand_back("2580")
        for wrong in ("0000", "0001", "0002"):
            assert store.locks.open(wrong) is None
        first = store.locks.wait()
        assert timedelta(seconds=20) < first <= timedelta(seconds=30)
    with open_store(tmp_path, clock=clock) as store:
        assert store.locks.wait() > timedelta(seconds=15)
        assert store.locks.open("2580") is None  # right, and too early
        clock.now += timedelta(seconds=40)
        assert store.locks.open("0003") is None
        assert store.locks.wait() > first
        for wrong in range(12):
            clock.now += timedelta(hours=2)
            assert store.locks.open(f"9{wrong:03d}") is None
        assert timedelta(minutes=50) < store.locks.wait() <= LONGEST_WAIT
        clock.now += timedelta(hours=2)
        assert store.locks.open("2580") is not None
        assert store.locks.wait() == timedelta()


def test_a_clock_set_back_never_locks_out_for_longer_than_an_hour(store: Store, clock: Clock, make: Any) -> None:
    store.locks.hand_back("2580")
    for wrong in ("0000", "0001", "0002"):
        store.locks.open(wrong)
    clock.now -= timedelta(days=400)
    assert store.locks.wait() <= LONGEST_WAIT


@pytest.mark.parametrize("code", ["", "123", "12a4", "١٢٣٤", "1234567890123", "12 34"])
def test_a_code_is_digits_at_least_four(store: Store, code: str) -> None:
    assert not is_fit(code)
    with pytest.raises(StoreError, match="digits"):
        store.locks.hand_back(code)


def test_the_code_is_nowhere_on_the_disk(store: Store, make: Any) -> None:
    store.locks.hand_back("73914682")
    store.locks.open("73914682")
    store.database.query("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"73914682" not in store.database.path.read_bytes()


def test_a_later_sync_may_still_acknowledge_and_forget_what_is_locked(store: Store, make: Any) -> None:
    report = store.records.save(make(Report))
    store.locks.hand_back("2580")
    (record,) = store.outbox.outgoing(500)
    store.outbox.note_sending([record])
    store.outbox.acknowledge(record.id, record.revision, record.hash)
    assert store.locks.unsent() == 0
    store.outbox.remove_erased(report.id)
    store.locks.open("2580")
    assert store.records.find(report.id) is None


@pytest.mark.parametrize("after_ms", [0, 20, 40, 60, 80, 120, 400])
def test_killed_in_the_middle_all_is_locked_or_nothing_and_nothing_is_lost(
    tmp_path: Path, make: Any, after_ms: int
) -> None:
    with open_store(tmp_path) as store:
        lived_in(store, make)
        store.records.save_all([make(Report) for _ in range(300)])
        before = set(seen(store))
        outgoing = len(store.outbox.outgoing(500))
    process = subprocess.Popen([sys.executable, str(LOCKER), str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process:
        assert process.stdout.readline() == b"begins\n"
        time.sleep(after_ms / 1000)
        process.kill()
        promised = process.stdout.read()
    with open_store(tmp_path) as store:
        assert store.database.integrity() == []
        after = seen(store)
        assert after == [] or set(after) == before
        if promised:
            assert after == []
        assert len(store.outbox.outgoing(500)) == outgoing
        if not after:
            assert store.locks.open("2580") is not None
            assert set(seen(store)) == before


def test_every_read_for_a_page_goes_through_the_views() -> None:
    """A new reader of records must not see what is locked: only what sends, counts or erases knows the tables."""
    knows_all = {
        "outbox.py",
        "integrity.py",
        "locks.py",
        "migrations.py",
        "media.py",
        "photos.py",
        "erasing.py",
        "footprint.py",
    }
    found = [
        f"{file.name}: {line.strip()}"
        for file in sorted(STORE.glob("*.py"))
        if file.name not in knows_all
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"\b(FROM|JOIN) (records|drafts)\b", line)
        and not re.search(r"SELECT 1|DELETE|WHERE id = \?", line)
    ]
    assert found == [
        'records.py: rows = self._database.query("SELECT id, hash, body FROM records ORDER BY ordinal")',  # ids only
        "sending.py: FROM tray JOIN records ON records.id = tray.id",
        "sending.py: FROM visible_drafts WHERE id NOT IN (SELECT id FROM records)",
        "sending.py: SELECT held, count(*) AS n FROM records",  # counts, and says itself what is locked
        "sending.py: UNION SELECT media.id FROM media JOIN records USING (id)",
    ]


def test_what_is_locked_is_neither_overwritten_nor_taken_over_by_its_id(store: Store, make: Any) -> None:
    walk = make(ExploratoryWalk, state="held", title="Marche des voisines")
    store.records.save(walk)
    store.locks.hand_back("2580")
    stranger = dataclasses.replace(walk, title="autre", revision=1)
    with pytest.raises(StoreError, match="locked its walks"):
        store.records.save(stranger)
    with pytest.raises(StoreError, match="locked its walks"):
        store.joined.join(stranger, "GUPWALK1:")
    store.locks.open("2580")
    assert [kept.title for kept in store.records.all(ExploratoryWalk)] == ["Marche des voisines"]
    assert not store.joined.includes(walk.id)
