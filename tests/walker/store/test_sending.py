"""Where every record stands: each in one state, counted by walk, cheap with thousands of them."""

from __future__ import annotations

import time
from typing import Any

from sync.protocol import codec
from sync.protocol.ids import new_id
from sync.protocol.records import ExploratoryWalk, Photo, Report, Vote
from walker.store import Store
from walker.store.sending import _ONLY_WAITING, CONFLICT, DRAFT, HELD, REFUSED, SENT, STATES, WAITING

EPOCH = "01a20000-0000-7000-8000-000000000001"
OTHER_EPOCH = "01a20000-0000-7000-8000-000000000002"


def received(store: Store, *kept: Any) -> None:
    wanted = {record.id for record in kept}
    for record in store.outbox.outgoing(5000):
        if record.id in wanted:
            store.outbox.acknowledge(record.id, record.revision, record.hash)


def states(store: Store) -> dict[str, str]:
    """By record; the first page, which asks an index, counts the same."""
    totals = store.sending.totals().counts
    assert store.sending.counts() == {state: n for state, n in totals.items() if state not in (SENT, DRAFT)}
    return {item.id: item.state for item in store.sending.items(limit=1000)}


def test_every_record_is_in_one_state(store: Store, make: Any) -> None:
    walk = store.records.save(make(ExploratoryWalk, state="held"))
    kept, waits, bad, twice = store.records.save_all([make(Report, walk_id=walk.id) for _ in range(4)])
    held = store.photos.add(make(Photo, walk_id=walk.id), b"a face")
    vote = store.records.save(make(Vote, walk_id=walk.id, item_id=kept.id, gender="women"))
    received(store, walk, kept)
    store.outbox.refuse(bad.id, 1, "bad_field", "text", "text: too long")
    store.outbox.conflict(twice.id, 1, "0" * 64)
    assert states(store) == {
        walk.id: SENT,
        kept.id: SENT,
        waits.id: WAITING,
        bad.id: REFUSED,
        twice.id: CONFLICT,
        held.id: HELD,
        vote.id: HELD,
    }
    (group,) = store.sending.groups()
    assert group.walk == walk.id
    assert group.counts == {SENT: 2, WAITING: 1, REFUSED: 1, CONFLICT: 1, HELD: 2}
    assert [item.state for item in store.sending.items()] == sorted(
        (item.state for item in store.sending.items()), key=STATES.index
    )


def test_what_waits_is_counted_in_an_index_however_much_it_is(store: Store, make: Any) -> None:
    """The first page asks whenever something was saved; no record is opened for it."""
    plan = store.database.query(f"EXPLAIN QUERY PLAN {_ONLY_WAITING}")
    assert "SCAN records USING INDEX records_unsent" in [row["detail"] for row in plan]
    walk = store.records.save(make(ExploratoryWalk, state="held"))
    shut = store.records.save(make(Report, walk_id=walk.id))
    store.locks.hand_back("2580")
    waits, bad = store.records.save_all([make(Report), make(Report)])
    store.outbox.refuse(bad.id, 1, "bad_field", "text", "")
    assert states(store) == {waits.id: WAITING, bad.id: REFUSED}
    assert shut.id not in states(store)
    store.records.delete(bad.id)
    assert set(states(store).values()) == {WAITING}


def test_a_photo_is_received_once_its_bytes_are_and_says_when(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    item = store.sending.item(photo.id)
    assert item is not None and (item.state, item.only_media) == (WAITING, False)
    received(store, photo)
    item = store.sending.item(photo.id)
    assert item is not None and (item.state, item.only_media, item.bytes) == (WAITING, True, 22)
    assert store.sending.totals().media_bytes == 22
    assert store.sending.counts() == store.sending.totals().counts == {WAITING: 1}
    for medium in store.outbox.media_outgoing():
        store.outbox.media_acknowledged(medium.sha256)
    item = store.sending.item(photo.id)
    assert item is not None and item.state == SENT and item.received_at != ""
    assert store.sending.totals().bytes == 0


def test_a_refused_medium_is_shown_under_its_photo(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    received(store, photo)
    medium = store.outbox.media_outgoing()[0]
    store.outbox.media_refused(medium.sha256, "missing_file", "the file is gone")
    item = store.sending.item(photo.id)
    assert item is not None and (item.state, item.code, item.subject) == (REFUSED, "missing_file", medium.sha256)


def test_an_edit_after_a_refusal_waits_again(store: Store, make: Any) -> None:
    report = store.records.save(make(Report))
    store.outbox.refuse(report.id, 1, "bad_field", "text", "")
    store.records.change(report.id, lambda record: record)
    assert states(store) == {report.id: WAITING}


def test_what_was_taken_back_is_shown_while_the_server_must_learn_it(store: Store, make: Any) -> None:
    """A deletion is an operation: it waits and is acknowledged as any other."""
    never, sent = store.records.save_all([make(Report), make(Report)])
    received(store, sent)
    store.records.delete(never.id)
    store.records.delete(sent.id)
    assert states(store) == {never.id: WAITING, sent.id: WAITING}
    received(store, never, sent)
    assert states(store) == {}


def test_a_form_being_written_is_a_draft_and_the_receipt_says_what_when_and_by_whom(store: Store, make: Any) -> None:
    """Issue 4, item 1: draft, waiting, sent with the server's receipt; the same for the bytes of a photo."""
    draft = store.drafts.keep(new_id(), Report, None, {"text": "lampadaire"})
    photo = store.photos.add_checked(make(Photo), make.picture())
    store.outbox.set_enrolment("http://127.0.0.1:8000", "token", EPOCH)
    store.outbox.begin_hello()
    store.outbox.note_hello(EPOCH, 3_600_000)
    assert states(store) == {draft.id: DRAFT, photo.id: WAITING}
    received(store, photo)
    first = store.outbox.media_outgoing()[0]
    store.outbox.media_acknowledged(first.sha256)
    item = store.sending.item(photo.id)
    assert item is not None and item.state == WAITING and item.receipt is not None
    receipt = item.receipt
    assert (receipt.hash, receipt.revision) == (codec.sha256(codec.encode(photo)), photo.revision)
    assert (receipt.server, receipt.epoch) == ("http://127.0.0.1:8000", EPOCH)
    assert receipt.at.startswith("2026-10-15T19:00"), "an hour later than this tablet's clock: the server's"
    preview, full = store.sending.media()[photo.id]
    assert (preview.sha256, preview.preview, preview.state, preview.epoch) == (first.sha256, True, SENT, EPOCH)
    assert (full.state, full.at) == (WAITING, "")
    store.outbox.media_acknowledged(full.sha256)
    assert states(store) == {draft.id: DRAFT, photo.id: SENT}
    assert store.outbox.backlog().states == {DRAFT: 1, SENT: 1}


def test_a_receipt_of_an_earlier_revision_stays_while_a_later_one_waits(store: Store, make: Any) -> None:
    report = store.records.save(make(Report, text="un"))
    received(store, report)
    store.records.change(report.id, lambda record: record)
    item = store.sending.item(report.id)
    assert item is not None and item.state == WAITING and item.receipt is not None
    assert item.receipt.revision == 1
    store.outbox.begin_epoch(OTHER_EPOCH)
    item = store.sending.item(report.id)
    assert item is not None and (item.state, item.receipt) == (WAITING, None), "a restored server may hold nothing"


def test_of_two_versions_the_other_can_be_read_beside_ours(store: Store, make: Any) -> None:
    mine = store.records.save(make(Report, text="la mienne"))
    other = codec.encode(make(Report, id=mine.id, text="l’autre"))
    store.outbox.conflict(mine.id, 1, codec.sha256(other), other.decode())
    theirs = store.sending.other_version(mine.id)
    assert isinstance(theirs, Report) and theirs.text == "l’autre"
    store.versions.keep_mine(mine.id)
    assert store.sending.other_version(mine.id) is None
    assert states(store) == {mine.id: WAITING}


def test_bytes_that_are_not_those_of_the_head_are_not_shown_as_it(store: Store, make: Any) -> None:
    mine = store.records.save(make(Report))
    store.outbox.conflict(mine.id, 1, "0" * 64, '{"record":"report"}')
    assert store.sending.other_version(mine.id) is None


def test_a_filter_and_a_page_give_their_part(store: Store, make: Any) -> None:
    store.records.save_all([make(Report) for _ in range(30)])
    bad = store.records.save(make(Report))
    store.outbox.refuse(bad.id, 1, "bad_field", "", "")
    assert [item.id for item in store.sending.items(state=REFUSED)] == [bad.id]
    assert len(store.sending.items(limit=10)) == 10
    assert store.sending.items(limit=10)[0].id == bad.id


def test_a_long_day_is_counted_within_a_frame(store: Store, make: Any) -> None:
    """Eight milliseconds are a frame's; 500 findings and 200 other records, on any machine, with room."""
    walk = store.records.save(make(ExploratoryWalk, state="held"))
    store.records.save_all([make(Report, walk_id=walk.id) for _ in range(700)])
    store.sending.groups()
    begun = time.thread_time()
    store.sending.groups()
    store.sending.totals()
    store.sending.items(limit=25)
    assert time.thread_time() - begun < 0.1
