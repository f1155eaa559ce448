"""No server in the field: one tablet of the group carries what another recorded, and never reads it (DESIGN 5.6)."""

from __future__ import annotations

import time

import pytest

from sync.client.courier import CourierDoor
from sync.protocol.errors import ErrorCode, LocalFault, SyncError
from sync.protocol.handover import read_handover
from tests.sync.client.field import HERE, Field, Tablet, gup, picture
from walker.commands.hand_over import hand_over_what_waits
from walker.store.outbox import SEAL_KEY

WORDS = "Insulte à la cage 4"
PATIENCE_S = 30


def open_door(lead: Tablet) -> CourierDoor:
    """As the lead's page does while its square is shown."""
    reader = lead.store.settings.get(SEAL_KEY)
    assert reader is not None
    return CourierDoor(lead.folder / "carried", addresses=("127.0.0.1",), reader=reader, listen="127.0.0.1")


def carry(lead: Tablet, *others: Tablet) -> None:
    door = open_door(lead)
    try:
        for other in others:
            hand_over_what_waits(other.store, read_handover(door.handover.text))
    finally:
        door.close()


def wait_for(field: Field, *ids: str) -> None:
    until = time.monotonic() + PATIENCE_S
    waiting = field.gup.data / "bundles"
    while not set(ids) <= set(field.gup.office.state()["heads"]) or any(waiting.rglob("*.sealed")):
        assert time.monotonic() < until, "the server has not taken it in"
        time.sleep(0.1)


def test_the_lead_brings_what_others_recorded_and_each_learns_it_at_its_own_next_sync(field: Field) -> None:
    """Records and photos arrive whole, doubled by nothing; the carrier keeps nothing and could read nothing."""
    lead, other = field.tablet(HERE), field.tablet(HERE)
    walk = lead.walk(territory=HERE)
    report = other.report(WORDS, walk_id=walk.id)
    photo = other.photo(picture(700_000), about=report.id, walk_id=walk.id)
    carry(lead, other)
    carried = list((lead.folder / "carried").iterdir())
    assert len(carried) == 1 and WORDS.encode() not in carried[0].read_bytes()
    assert other.store.outbox.backlog().left > 0  # nothing counts as sent yet
    lead.sync_whole()
    assert list((lead.folder / "carried").iterdir()) == []
    wait_for(field, walk.id, report.id, photo.id)
    assert photo.sha256 is not None and field.gup.has_whole(photo.sha256)
    field.proxy.forget()
    result = other.sync_whole()
    assert (result.sent, result.same) == (0, 2)
    assert field.proxy.media_up < 1000  # asked where it stands, nothing more
    assert field.state_of(other)["heads"] == other.heads()
    assert list((field.gup.data / "bundles").rglob("*.sealed")) == []


def test_the_same_twice_and_more_later_is_there_once(field: Field) -> None:
    lead, other = field.tablet(HERE), field.tablet(HERE)
    first = other.report("Première")
    carry(lead, other)
    second = other.report("Seconde")
    carry(lead, other)
    carry(lead, other)
    lead.sync_whole()
    wait_for(field, first.id, second.id)
    other.sync_whole()
    assert field.state_of(other)["heads"] == other.heads()
    assert field.state_of(other)["conflicts"] == []


def test_a_cut_between_tablets_goes_on_with_the_same_sealed_file(field: Field) -> None:
    lead, other = field.tablet(HERE), field.tablet(HERE)
    report = other.report()
    other.photo(picture(5_000_000), about=report.id)
    door = open_door(lead)
    calls = iter([False, False, True])
    with pytest.raises(LocalFault):
        hand_over_what_waits(other.store, door.handover, stopping=lambda: next(calls))
    steps: list[int] = []
    hand_over_what_waits(other.store, door.handover, progress=lambda done, _size: steps.append(done))
    door.close()
    assert steps[0] > 2_000_000
    assert list((other.folder / "handing").glob("*.gupz")) == []
    lead.sync_whole()
    wait_for(field, report.id)


def test_a_tablet_of_another_server_hands_nothing_over(field: Field) -> None:
    lead, other = field.tablet(HERE), field.tablet(HERE)
    other.report()
    other.store.settings.set(SEAL_KEY, "another server's key")
    with pytest.raises(SyncError) as refused:
        carry(lead, other)
    assert refused.value.error is ErrorCode.UNTRUSTED_SERVER
    assert list((lead.folder / "carried").iterdir()) == []


def test_what_comes_of_an_unknown_tablet_waits_for_an_officer(field: Field) -> None:
    """A tablet that was never enrolled: kept, named by `gup check`, taken in by hand."""
    lead, stranger = field.tablet(HERE), field.new_tablet()
    report = stranger.report("D’une tablette inconnue")
    carry(lead, stranger)
    lead.sync_whole()
    until = time.monotonic() + PATIENCE_S
    while (done := gup("check", "--data", str(field.gup.data))).returncode == 0:
        assert time.monotonic() < until
    sealed = next((field.gup.data / "bundles").glob("*.sealed"))
    assert str(sealed) in done.stderr and "unknown to this server" in done.stderr
    taken = gup("import", "gupz", str(sealed), "--enrol", "--data", str(field.gup.data))
    assert taken.returncode == 0, taken.stderr
    assert report.id in field.gup.office.state()["heads"]
    assert gup("check", "--data", str(field.gup.data)).returncode == 0
    assert not sealed.exists()


def test_a_revoked_tablet_does_not_come_back_in_by_another_hand(field: Field) -> None:
    lead, lost = field.tablet(HERE), field.tablet(HERE)
    report = lost.report()
    field.gup.office.revoke(device=lost.id)
    carry(lead, lost)
    lead.sync_whole()
    until = time.monotonic() + PATIENCE_S
    while (done := gup("check", "--data", str(field.gup.data))).returncode == 0:
        assert time.monotonic() < until
    assert "was revoked" in done.stderr
    assert report.id not in field.gup.office.state()["heads"]


def test_a_server_killed_after_the_last_byte_is_asked_before_the_carrier_lets_go(field: Field) -> None:
    """All bytes lie there, nobody has seen whether they are right: they are not the carrier's to forget."""
    lead, other = field.tablet(HERE), field.tablet(HERE)
    report = other.report()
    carry(lead, other)
    carried = next((lead.folder / "carried").iterdir())
    part = field.gup.data / "bundles" / "parts" / lead.id / carried.name
    part.parent.mkdir(parents=True)
    part.write_bytes(carried.read_bytes())
    lead.sync_whole()
    wait_for(field, report.id)
    assert list((lead.folder / "carried").iterdir()) == []


def test_a_file_that_was_damaged_on_the_carrier_is_told_once_and_holds_up_no_other(field: Field) -> None:
    lead, other = field.tablet(HERE), field.tablet(HERE)
    damaged = lead.folder / "carried" / ("0" * 64)
    damaged.parent.mkdir()
    damaged.write_bytes(b"rotten")
    report = other.report()
    carry(lead, other)
    result = lead.sync()
    assert result.fault is not None and result.fault.error is ErrorCode.WRONG_HASH
    wait_for(field, report.id)
    assert list((lead.folder / "carried").iterdir()) == []  # nobody could open it: it is not sent for ever
    lead.sync_whole()


def test_a_killed_hand_over_leaves_nothing_that_can_be_read_and_erasing_leaves_nothing_sealed(field: Field) -> None:
    other = field.tablet(HERE)
    report = other.report()
    handing = other.folder / "handing"
    handing.mkdir()
    for name in ("bundle.gupz", ".bundle.gupz.part", ".sealed.part", "sealed", "holds"):
        (handing / name).write_bytes(b"x")
    other.close()
    other.open()
    assert {file.name for file in handing.iterdir()} == {"sealed", "holds"}
    other.store.outbox.remove_erased(report.id)
    assert not (handing / "sealed").exists()
