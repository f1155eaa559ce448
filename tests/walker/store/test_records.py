"""Records are on disk at every save, in revisions, and a damaged one is known by its hash."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from sync.protocol.codec import CodecError
from sync.protocol.records import ExploratoryWalk, Photo, Report, Vote
from walker.errors import StoreError
from walker.store import Store, open_store


def test_a_new_record_is_revision_one_of_this_tablet_and_each_save_adds_one(store: Store, make: Any) -> None:
    first = store.records.save(make(Report, writer="someone", revision=7, text="lampadaire éteint"))
    second = store.records.save(dataclasses.replace(first, text="deux lampadaires éteints"))
    assert (first.revision, second.revision) == (1, 2)
    assert first.writer == second.writer == store.identity.device_id()
    assert second.created_at == first.created_at
    assert second.updated_at > first.updated_at
    assert store.records.get(first.id) == second


def test_what_was_saved_is_there_after_the_tablet_went_off(store: Store, make: Any) -> None:
    """Nothing is written when closing, so a copy of the files as they lie is what a flat battery leaves."""
    kept = store.records.save(make(Report, text="banc cassé"))
    left = Path(f"{store.folder}-after")
    left.mkdir()
    for file in store.folder.iterdir():
        if file.is_file():
            (left / file.name).write_bytes(file.read_bytes())
    with open_store(left) as again:
        assert again.records.all(Report) == [kept]


def test_a_save_on_top_of_an_older_revision_is_refused(store: Store, make: Any) -> None:
    first = store.records.save(make(Report))
    store.records.save(dataclasses.replace(first, text="un"))
    with pytest.raises(StoreError) as refusal:
        store.records.save(dataclasses.replace(first, text="deux"))
    assert refusal.value.code == "changed_meanwhile"
    assert store.records.change(first.id, lambda report: dataclasses.replace(report, text="deux")).revision == 3


def test_several_records_are_saved_all_or_none(store: Store, make: Any) -> None:
    with pytest.raises(CodecError, match="observed_at"):
        store.records.save_all([make(Report), make(Report, observed_at="yesterday")])
    assert store.records.count(Report) == 0


def test_a_deleted_record_stays_as_a_field_that_travels(store: Store, make: Any) -> None:
    """DESIGN §2: deletion is a field, absence is not."""
    kept = store.records.save(make(Report))
    deleted = store.records.delete(kept.id)
    assert deleted.deleted_at is not None
    assert store.records.all(Report) == []
    assert store.records.all(Report, with_deleted=True) == [deleted]
    assert [item.revision for item in store.outbox.outgoing(10)] == [2]


def test_records_come_back_in_the_order_they_were_made_whatever_the_clock_said(store: Store, make: Any) -> None:
    walk = store.records.save(make(ExploratoryWalk))
    made = [
        store.records.save(make(Report, walk_id=walk.id, created_at=f"20{year}-01-01T00:00:00.000Z"))
        for year in (26, 24, 25)
    ]
    assert [report.id for report in store.records.all(Report, walk_id=walk.id)] == [report.id for report in made]
    assert [item.id for item in store.outbox.outgoing(10)] == [walk.id, *(report.id for report in made)]


def test_a_damaged_record_is_named_and_left_out_and_the_others_are_read(store: Store, make: Any) -> None:
    good, bad = store.records.save_all([make(Report, text="a"), make(Report, text="b")])
    with store.database.write():
        store.database.execute(
            "UPDATE records SET body = CAST(replace(body, '\"b\"', '\"c\"') AS BLOB) WHERE id = ?", (bad.id,)
        )
    assert store.records.damaged() == [bad.id]
    assert store.records.all(Report) == [good]
    with pytest.raises(StoreError) as refusal:
        store.records.get(bad.id)
    assert refusal.value.code == "damaged_record"


def test_a_private_photo_and_an_open_vote_wait_for_a_person(store: Store, make: Any) -> None:
    """DESIGN §4: an unchecked photo is not in the outbox; a vote is there only when it is closed."""
    walk = store.records.save(make(ExploratoryWalk))
    photo = store.records.save(make(Photo, walk_id=walk.id))
    vote = store.records.save(make(Vote, walk_id=walk.id, item_id=walk.id, gender="women"))
    assert [item.id for item in store.outbox.outgoing(10)] == [walk.id]
    assert store.outbox.backlog().held == (photo.id, vote.id)
    closed = dataclasses.replace(vote, tally=4, closed_at="2026-10-15T18:30:00.000Z")
    store.records.save(closed)
    assert [item.id for item in store.outbox.outgoing(10)] == [walk.id, vote.id]


def test_threads_save_and_send_side_by_side_and_nothing_is_lost(store: Store, make: Any) -> None:
    """The window saves while the sync acknowledges: each has a connection of its own, writes take turns."""
    made = [make(Report, text=str(number)) for number in range(60)]

    def acknowledge() -> int:
        sent = store.outbox.outgoing(10)
        for record in sent:
            store.outbox.acknowledge(record.id, record.revision, record.hash)
        return len(sent)

    with ThreadPoolExecutor(3) as pool:
        saving = [pool.submit(store.records.save, report) for report in made]
        sending = [pool.submit(acknowledge) for _ in range(20)]
        assert all(future.result() for future in saving)
        sent = sum(future.result() for future in sending)
    assert store.records.count(Report) == 60
    assert len(store.outbox.outgoing(100)) >= 60 - sent
    while acknowledge():
        pass
    assert store.outbox.backlog().left == 0


def test_what_is_counted_after_every_tap_opens_no_record(
    store: Store, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With ten thousand of them, reading each would hold the window up for twenty milliseconds."""
    walk = store.records.save(make(ExploratoryWalk))
    kept = store.records.save_all([make(Report, walk_id=walk.id), make(Report, walk_id=walk.id), make(Report)])
    store.records.delete(store.records.save(make(Report, walk_id=walk.id)).id)
    asked: list[tuple[str, Any]] = []
    ask = store.database.query
    monkeypatch.setattr(store.database, "query", lambda sql, values=(): asked.append((sql, values)) or ask(sql, values))
    assert store.records.count_by_walk(Report) == {walk.id: 2, None: 1}
    assert store.records.revisions(Report, walk.id) == {kept[0].id: 1, kept[1].id: 1}
    for sql, values in asked:
        assert "USING COVERING INDEX records_by_kind" in str(ask(f"EXPLAIN QUERY PLAN {sql}", values))
