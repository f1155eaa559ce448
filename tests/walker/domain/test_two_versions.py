"""Two versions of one finding: mine, the other, or both; what was not chosen can be read again."""

from __future__ import annotations

from typing import Any

from sync.protocol import codec
from sync.protocol.records import Photo, Report, Stop
from walker.domain.two_versions import can_keep_both, keep_both
from walker.domain.units import position
from walker.store import Store
from walker.store.sending import SENT, WAITING


def in_conflict(store: Store, make: Any, **theirs: Any) -> Report:
    mine: Report = store.records.save(make(Report, text="la mienne", category="litter"))
    other = codec.encode(make(Report, id=mine.id, writer="01a20000-0000-7000-8000-000000000009", **theirs))
    store.outbox.conflict(mine.id, mine.revision, codec.sha256(other), other.decode())
    return mine


def test_both_are_kept_as_two_findings(store: Store, make: Any) -> None:
    mine = in_conflict(store, make, text="l’autre", revision=4)
    assert can_keep_both(store, mine.id)
    new = keep_both(store, mine.id)
    assert new is not None and new.id != mine.id
    found = {report.id: report.text for report in store.records.all(Report)}
    assert found == {mine.id: "l’autre", new.id: "la mienne"}
    assert {item.id: item.state for item in store.sending.items()} == {mine.id: SENT, new.id: WAITING}
    assert [each.text for each in store.sending.past_versions(mine.id)] == ["la mienne"]  # type: ignore[attr-defined]
    (outgoing,) = store.outbox.outgoing(10)
    assert (outgoing.id, outgoing.base) == (new.id, None)


def test_the_other_is_taken_and_edited_on_top_of(store: Store, make: Any) -> None:
    mine = in_conflict(store, make, text="l’autre", revision=4)
    assert store.versions.keep_theirs(mine.id)
    assert store.outbox.backlog().conflicts == ()
    head = store.database.value("SELECT hash FROM records WHERE id = ?", (mine.id,))
    edited = store.records.change(mine.id, lambda record: record)
    (outgoing,) = store.outbox.outgoing(10)
    assert (edited.revision, outgoing.base) == (5, head)


def test_mine_is_sent_on_top_and_the_other_stays_readable(store: Store, make: Any) -> None:
    mine = in_conflict(store, make, text="l’autre", revision=4)
    store.versions.keep_mine(mine.id)
    assert [each.text for each in store.sending.past_versions(mine.id)] == ["l’autre"]  # type: ignore[attr-defined]


def test_what_cannot_be_taken_over_is_not_offered(store: Store, make: Any) -> None:
    """The bytes of a photo lie on one tablet only; of a stop there is one; a version that did not come is not here."""
    photo = store.photos.add_checked(make(Photo), make.picture())
    other = codec.encode(make(Photo, id=photo.id))
    store.outbox.conflict(photo.id, photo.revision, codec.sha256(other), other.decode())
    stop = store.records.save(make(Stop, walk_id=make(Report).id, ordinal=0, position=position(48.8, 2.3)))
    other = codec.encode(make(Stop, id=stop.id, walk_id=stop.walk_id, ordinal=1, position=position(48.8, 2.3)))
    store.outbox.conflict(stop.id, stop.revision, codec.sha256(other), other.decode())
    unseen = store.records.save(make(Report))
    store.outbox.conflict(unseen.id, unseen.revision, "0" * 64)
    assert [store.versions.can_take_over(each.id) for each in (photo, stop, unseen)] == [False, True, False]
    assert not any(can_keep_both(store, each.id) for each in (photo, stop, unseen))
    assert keep_both(store, photo.id) is None and not store.versions.keep_theirs(photo.id)
    assert len(store.outbox.backlog().conflicts) == 3
