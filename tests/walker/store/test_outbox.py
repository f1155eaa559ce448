"""What waits, what was acknowledged, what needs a person: the store as the sync engine sees it."""

from __future__ import annotations

import dataclasses
import inspect
from typing import Any

from sync.client import outbox as contract
from sync.protocol.ids import new_id
from sync.protocol.messages import PullAnswer
from sync.protocol.records import ExploratoryWalk, Photo, Report
from walker.store import Store, outbox

EPOCH = "01a20000-0000-7000-8000-000000000001"
OTHER_EPOCH = "01a20000-0000-7000-8000-000000000002"


def _push(store: Store) -> list[str]:
    sent = store.outbox.outgoing(500)
    store.outbox.note_sending(sent)
    for record in sent:
        store.outbox.acknowledge(record.id, record.revision, record.hash)
    return [record.id for record in sent]


def test_the_store_has_every_method_of_the_outbox_with_the_same_parameters() -> None:
    wanted = {name: method for name, method in vars(contract.Outbox).items() if not name.startswith("_")}
    assert len(wanted) > 15
    for name, method in wanted.items():
        theirs = list(inspect.signature(method).parameters)
        ours = list(inspect.signature(getattr(outbox.StoredOutbox, name)).parameters)
        assert ours == theirs, name


def test_an_edit_made_during_a_push_stays_in_the_outbox(store: Store, make: Any) -> None:
    report = store.records.save(make(Report, text="un"))
    (sent,) = store.outbox.outgoing(10)
    store.outbox.note_sending([sent])
    edited = store.records.save(dataclasses.replace(report, text="deux"))
    store.outbox.acknowledge(sent.id, sent.revision, sent.hash)
    (again,) = store.outbox.outgoing(10)
    assert (again.revision, again.base) == (edited.revision, sent.hash)
    store.outbox.acknowledge(again.id, again.revision, again.hash)
    assert store.outbox.outgoing(10) == []


def test_a_late_answer_to_an_older_revision_takes_nothing_back(store: Store, make: Any) -> None:
    report = store.records.save(make(Report))
    (first,) = store.outbox.outgoing(1)
    store.records.save(report)
    (second,) = store.outbox.outgoing(1)
    store.outbox.acknowledge(second.id, second.revision, second.hash)
    store.outbox.acknowledge(first.id, first.revision, first.hash)
    assert store.outbox.outgoing(1) == []
    store.records.save(store.records.get(report.id))
    assert store.outbox.outgoing(1)[0].base == second.hash


def test_a_refused_record_waits_in_the_tray_until_it_is_edited_and_blocks_no_other(store: Store, make: Any) -> None:
    bad, good = store.records.save_all([make(Report), make(Report)])
    store.outbox.refuse(bad.id, bad.revision, "bad_field", "text", "too long")
    assert [item.id for item in store.outbox.outgoing(10)] == [good.id]
    backlog = store.outbox.backlog()
    assert [(line.id, line.code, line.field) for line in backlog.refused] == [(bad.id, "bad_field", "text")]
    assert backlog.left == 1
    store.records.save(dataclasses.replace(bad, text="court"))
    assert [item.id for item in store.outbox.outgoing(10)] == [bad.id, good.id]
    assert store.outbox.backlog().refused == ()


def test_a_conflict_waits_for_a_person_even_when_the_record_is_edited(store: Store, make: Any) -> None:
    report = store.records.save(make(Report))
    head = "a" * 64
    store.outbox.conflict(report.id, report.revision, head)
    store.records.save(dataclasses.replace(report, text="encore"))
    assert store.outbox.outgoing(10) == []
    assert [line.id for line in store.outbox.backlog().conflicts] == [report.id]
    store.versions.keep_mine(report.id)
    assert [(item.id, item.base) for item in store.outbox.outgoing(10)] == [(report.id, head)]
    assert store.outbox.backlog().conflicts == ()


def test_a_record_damaged_on_disk_is_never_sent_and_the_rest_goes_on(store: Store, make: Any) -> None:
    bad, good = store.records.save_all([make(Report, text="a"), make(Report)])
    with store.database.write():
        store.database.execute("UPDATE records SET body = x'00' WHERE id = ?", (bad.id,))
    assert [item.id for item in store.outbox.outgoing(1)] == [good.id]
    assert [(line.id, line.code) for line in store.outbox.backlog().refused] == [(bad.id, "damaged_record")]
    assert store.records.damaged() == [bad.id]


def test_a_head_that_we_sent_is_known_for_ever_and_becomes_the_base(store: Store, make: Any) -> None:
    report = store.records.save(make(Report))
    (sent,) = store.outbox.outgoing(1)
    store.outbox.note_sending([sent, sent])
    store.records.save(report)
    assert store.outbox.ever_sent(report.id, sent.hash)
    assert not store.outbox.ever_sent(report.id, "b" * 64)
    store.outbox.rebase(report.id, sent.hash)
    assert store.outbox.outgoing(1)[0].base == sent.hash


def test_a_new_epoch_sends_everything_again_and_keeps_what_was_sent_in_mind(store: Store, make: Any) -> None:
    store.outbox.set_enrolment("http://127.0.0.1:8000", "token", EPOCH)
    walk = store.records.save(make(ExploratoryWalk))
    photo = store.photos.add_checked(make(Photo, walk_id=walk.id), make.picture())
    (first, _) = store.outbox.outgoing(10)
    _push(store)
    for medium in store.outbox.media_outgoing():
        store.outbox.media_acknowledged(medium.sha256)
    store.outbox.store_page(PullAnswer(epoch=EPOCH, records=(), cursors={"everyone": 12}))
    assert store.outbox.backlog().left == 0
    store.outbox.begin_epoch(OTHER_EPOCH)
    assert [(item.id, item.base) for item in store.outbox.outgoing(10)] == [(walk.id, None), (photo.id, None)]
    assert store.outbox.ever_sent(walk.id, first.hash)
    assert store.outbox.cursors() == {}
    enrolment = store.outbox.enrolment()
    assert enrolment is not None
    assert (enrolment.epoch, enrolment.highest_seq) == (OTHER_EPOCH, 0)
    _push(store)
    assert len(store.outbox.media_outgoing()) == 2


def test_a_head_that_was_built_on_but_never_acknowledged_is_no_base_in_a_new_epoch(store: Store, make: Any) -> None:
    """Its answer named it, then the link went and the server was set back to before it."""
    report = store.records.save(make(Report, text="first"))
    (sent,) = store.outbox.outgoing(10)
    store.outbox.note_sending([sent])
    store.records.change(report.id, lambda record: dataclasses.replace(record, text="second"))
    store.outbox.rebase(report.id, sent.hash)
    store.outbox.begin_epoch(new_id())
    assert [record.base for record in store.outbox.outgoing(10)] == [None]


def test_enrolling_again_at_the_same_server_keeps_what_it_acknowledged(store: Store, make: Any) -> None:
    store.outbox.set_enrolment("http://127.0.0.1:8000", "token", EPOCH)
    store.records.save(make(Report))
    _push(store)
    store.outbox.set_enrolment("http://127.0.0.1:8000", "another token", EPOCH)
    assert store.outbox.outgoing(10) == []
    enrolment = store.outbox.enrolment()
    assert enrolment is not None
    assert enrolment.token == "another token"
    store.outbox.set_enrolment("http://127.0.0.1:8001", "third token", OTHER_EPOCH)
    assert len(store.outbox.outgoing(10)) == 1


def test_media_go_once_their_record_is_acknowledged_previews_first(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    assert store.outbox.media_outgoing() == []
    _push(store)
    media = store.outbox.media_outgoing()
    assert [(medium.preview, medium.sha256) for medium in media] == [
        (True, photo.preview_sha256),
        (False, photo.sha256),
    ]
    assert [medium.path.read_bytes() for medium in media] == [b"small bytes", b"final bytes"]
    assert [medium.size for medium in media] == [11, 11]
    assert store.outbox.backlog().left == 2
    for medium in media:
        store.outbox.media_acknowledged(medium.sha256)
    assert store.outbox.backlog().left == 0


def test_a_refused_medium_is_in_the_tray_under_its_photo_and_goes_again_when_asked(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    _push(store)
    preview, full = store.outbox.media_outgoing()
    store.outbox.media_refused(full.sha256, "missing_file", "gone")
    assert [medium.sha256 for medium in store.outbox.media_outgoing()] == [preview.sha256]
    assert [(line.id, line.code) for line in store.outbox.backlog().refused] == [(photo.id, "missing_file")]
    store.outbox.try_again(photo.id)
    assert len(store.outbox.media_outgoing()) == 2


def test_a_medium_that_the_server_lacks_after_all_goes_again(store: Store, make: Any) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture())
    _push(store)
    for medium in store.outbox.media_outgoing():
        store.outbox.media_acknowledged(medium.sha256)
    store.outbox.media_wanted([str(photo.sha256), "f" * 64])
    assert [medium.sha256 for medium in store.outbox.media_outgoing()] == [photo.sha256]


def test_what_the_server_erased_is_removed_with_its_files_and_a_line_says_so(store: Store, make: Any) -> None:
    """DESIGN §5.5: tablets that hold it remove it and say so."""
    photo = store.photos.add_checked(make(Photo), make.picture())
    shot = store.photos.add(make(Photo), b"a private original")
    store.outbox.remove_erased(photo.id)
    store.outbox.store_page(PullAnswer(epoch=EPOCH, records=(), erased=(shot.id, new_id())))
    assert store.records.all(Photo, with_deleted=True) == []
    assert [file for file in store.folder.rglob("*") if file.parent.name in ("media", "private")] == []
    erased = store.database.query("SELECT id, kind FROM erased")
    assert {(row["id"], row["kind"]) for row in erased} == {(photo.id, "photo"), (shot.id, "photo")}
