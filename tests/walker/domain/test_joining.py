"""Two tablets in one walk: the second writes its own records and never the walk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sync.protocol import codec
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import ExploratoryWalk, Report
from sync.protocol.walk_invitation import NotAnInvitation
from walker.domain.joining import invitation_of, join
from walker.domain.walk_session import WalkSession
from walker.errors import StoreError, WalkerError
from walker.store import Store, open_store


def clock() -> datetime:
    return datetime(2026, 10, 15, 18, 30, tzinfo=UTC)


@pytest.fixture
def tablets(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    with open_store(tmp_path / "lead") as lead, open_store(tmp_path / "other") as other:
        yield lead, other


def led(lead: Store) -> ExploratoryWalk:
    session = WalkSession.start(
        lead, clock, title="Marche des femmes", territory="goutte-dor", grid_code="common", grid_version=3,
        publics=("women",), themes=("lighting",),
    )  # fmt: skip
    return session.walk


def test_the_second_tablet_knows_the_walk_without_a_network(tablets: tuple[Store, Store]) -> None:
    lead, other = tablets
    walk = led(lead)
    joined = join(other, clock, invitation_of(lead, walk))
    for name in ("id", "title", "territory", "grid_code", "grid_version", "publics", "themes", "started_at"):
        assert getattr(joined, name) == getattr(walk, name), name
    assert other.records.get(walk.id) == joined
    assert join(other, clock, invitation_of(lead, walk)) == joined  # again is no harm
    assert invitation_of(other, joined) == invitation_of(lead, walk)  # and may be passed on


def test_its_records_leave_and_the_walk_never_does(tablets: tuple[Store, Store]) -> None:
    lead, other = tablets
    joined = join(other, clock, invitation_of(lead, led(lead)))
    session = WalkSession.resume(other, joined.id, clock)
    report = session.add_report(category="litter")
    ended = session.finish()
    assert ended.walk.ended_at is not None
    assert other.records.get(joined.id) == ended.walk  # its own recording has ended, here
    sent = [codec.decode(record.body) for record in other.outbox.outgoing(500)]
    assert [record.id for record in sent if isinstance(record, Report)] == [report.id]
    assert not any(isinstance(record, ExploratoryWalk) for record in sent)
    assert other.outbox.backlog().held == ()
    assert joined.id not in other.outbox.unsent()
    assert other.erasing.unsent().records == len(sent), "nothing waits for the walk of another tablet"
    assert joined.id not in {item.id for item in other.sending.items()}
    assert other.sending.groups()[0].walk == joined.id


def test_what_is_said_of_the_walk_is_said_on_the_tablet_that_leads_it(tablets: tuple[Store, Store]) -> None:
    lead, other = tablets
    joined = join(other, clock, invitation_of(lead, led(lead)))
    session = WalkSession.resume(other, joined.id, clock)
    with pytest.raises(StoreError) as refusal:
        session.edit(headcount_start=7)
    assert refusal.value.code == "walk_of_another"
    with pytest.raises(StoreError, match="another tablet"):
        other.records.delete(joined.id)
    assert other.records.get(joined.id) == joined


def test_the_leads_own_walk_is_kept_beside_when_it_is_pulled(tablets: tuple[Store, Store]) -> None:
    lead, other = tablets
    walk = led(lead)
    join(other, clock, invitation_of(lead, walk))
    body = codec.encode(walk)
    row = PulledRecord(seq=1, scopes=(f"walk:{walk.id}",), hash=codec.sha256(body), body=body.decode())
    other.outbox.store_page(
        PullAnswer(epoch="0193547c-aaaa-7b1e-8a52-3c1f5d2a9e01", records=(row,), cursors={f"walk:{walk.id}": 1})
    )
    assert other.copies.all(ExploratoryWalk) == [walk]


def test_the_lead_cannot_join_its_own_walk(tablets: tuple[Store, Store]) -> None:
    lead, _ = tablets
    with pytest.raises(WalkerError) as refusal:
        join(lead, clock, invitation_of(lead, led(lead)))
    assert refusal.value.code == "own_walk"


def test_any_other_square_is_refused(tablets: tuple[Store, Store]) -> None:
    with pytest.raises(NotAnInvitation):
        join(tablets[1], clock, "https://example.org")


def test_a_walk_that_a_group_joined_and_locked_is_said_to_be_locked(tablets: tuple[Store, Store]) -> None:
    lead, other = tablets
    invitation = invitation_of(lead, led(lead))
    walk = join(other, clock, invitation)
    other.locks.hand_back("2580")
    with pytest.raises(WalkerError) as refusal:
        join(other, clock, invitation)
    assert refusal.value.code == "locked_group"
    other.locks.open("2580")
    assert join(other, clock, invitation).id == walk.id
