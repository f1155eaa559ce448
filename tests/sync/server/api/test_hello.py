"""Hello: one small request when nothing waits; a server that was set back says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from wire import Tablet

from sync.protocol import ids, messages, times
from sync.server.accounts import actions as accounts
from sync.server.accounts.models import Device
from sync.server.records import actions
from sync.server.records.models import Feed

pytestmark = [pytest.mark.database, pytest.mark.django_db]
Enrol = Callable[..., Tablet]


def test_nothing_waits_for_a_new_tablet_on_an_empty_server(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    answer = tablet.hello().message(messages.HelloAnswer)
    assert (answer.epoch, answer.waiting, answer.protocol) == (tablet.epoch, False, 1)
    assert answer.scopes == ("everyone", f"device:{tablet.id}")


def test_an_idle_hello_fits_in_700_bytes_both_ways(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    reply = tablet.hello(cursors={"everyone": 12, f"device:{tablet.id}": 12}, highest_seq=0)
    headers = sum(len(name) + len(value) + 4 for name, value in reply.headers.items())
    assert len(reply.body) + headers < 350
    assert set(reply.headers) == {"content-type", "content-length"}


def test_the_skew_of_the_clock_is_kept(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    tablet.hello(sent_at=times.format_time(datetime.now(UTC) - timedelta(hours=2)))
    skew = Device.objects.get(pk=tablet.id).clock_skew_ms
    assert skew is not None
    assert abs(skew - 7_200_000) < 5_000


def test_another_protocol_is_refused(enrol_tablet: Enrol) -> None:
    reply = enrol_tablet().hello(protocol=99)
    assert (reply.status, reply.fault().error) == (426, "unsupported_protocol")


def test_a_token_does_not_speak_for_another_tablet(enrol_tablet: Enrol) -> None:
    assert enrol_tablet().hello(device_id=ids.new_id()).fault().error == "device_mismatch"


def test_a_tablet_that_saw_a_higher_number_brings_a_new_epoch_once(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    answer = tablet.hello(highest_seq=1000).message(messages.HelloAnswer)
    assert answer.epoch != tablet.epoch
    assert answer.waiting
    again = tablet.hello(epoch=answer.epoch, highest_seq=1000).message(messages.HelloAnswer)
    assert again.epoch == answer.epoch
    assert Feed.objects.get().seq >= 1000


def test_a_new_epoch_makes_a_tablet_pull_again(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    epoch = actions.new_epoch()
    assert tablet.hello().message(messages.HelloAnswer).waiting
    assert not tablet.hello(epoch=epoch).message(messages.HelloAnswer).waiting


@pytest.mark.parametrize("number", [-1, 10**9 + 10**6, 2**53 - 1, 2**62])
def test_a_number_no_feed_can_have_is_refused(enrol_tablet: Enrol, number: int) -> None:
    reply = enrol_tablet().hello(highest_seq=number)
    assert reply.fault().error == "bad_field"


def test_cursors_of_a_feed_that_has_grown_beyond_53_bits_are_taken(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    Feed.objects.update(seq=2**60)
    assert (
        not tablet.hello(highest_seq=2**60, cursors=dict.fromkeys(("everyone", f"device:{tablet.id}"), 2**60))
        .message(messages.HelloAnswer)
        .waiting
    )


def test_a_moment_that_cannot_be_is_refused_by_its_name(enrol_tablet: Enrol) -> None:
    reply = enrol_tablet().hello(sent_at="2026-02-31T21:14:05.120Z")
    assert (reply.status, reply.fault().error) == (422, "bad_field")
    assert "sent_at" in reply.fault().message


def grow_old(tablet: Tablet, days: int = 31) -> None:
    Device.objects.filter(pk=tablet.id).update(token_since=datetime.now(UTC) - timedelta(days=days))


def test_an_old_token_is_renewed_and_good_until_the_new_one_is_used(enrol_tablet: Enrol) -> None:
    """Issue 4, item 7: rotation; an answer that was lost locks nobody out."""
    tablet = enrol_tablet()
    assert tablet.hello(marks=["m1"]).message(messages.HelloAnswer).token is None
    grow_old(tablet)
    lost = tablet.hello(marks=["m1", "m2"]).message(messages.HelloAnswer).token
    given = tablet.hello(marks=["m2", "m3"]).message(messages.HelloAnswer).token
    assert lost and given and len({tablet.token, lost, given}) == 3
    old, tablet.token = tablet.token, given
    assert tablet.hello(marks=["m3", "m4"]).message(messages.HelloAnswer).token is None
    for dead in (old, lost):
        tablet.token = dead
        assert tablet.hello(marks=["m4", "m5"]).fault().error == "unknown_device"


def test_a_revoked_tablet_gets_no_further_with_a_renewed_token(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    grow_old(tablet)
    given = tablet.hello(marks=["m1"]).message(messages.HelloAnswer).token
    Device.objects.filter(pk=tablet.id).update(revoked_at=datetime.now(UTC))
    assert given is not None
    tablet.token = given
    assert tablet.hello(marks=["m1", "m2"]).fault().error == "revoked_device"


def test_a_tablet_that_cannot_read_it_is_given_no_token(enrol_tablet: Enrol) -> None:
    """One of an earlier version says no marks."""
    tablet = enrol_tablet()
    grow_old(tablet)
    assert tablet.hello().message(messages.HelloAnswer).token is None


def test_a_new_token_taken_up_by_another_request_meanwhile_is_known(
    enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hello whose link died may still be at work when the tablet asks again."""
    tablet = enrol_tablet()
    grow_old(tablet)
    given = tablet.hello(marks=["m1"]).message(messages.HelloAnswer).token
    assert given
    take_up = accounts.take_up

    def after_another(token: str) -> Device | None:
        take_up(token)
        return take_up(token)

    monkeypatch.setattr(accounts, "take_up", after_another)
    tablet.token = given
    assert tablet.hello(marks=["m1", "m2"]).status == 200


def test_no_token_is_renewed_for_one_that_an_enrolment_ended_meanwhile(enrol_tablet: Enrol) -> None:
    tablet = enrol_tablet()
    grow_old(tablet)
    before = Device.objects.get(pk=tablet.id)
    Device.objects.filter(pk=tablet.id).update(token_hash="of a later one")
    assert accounts.fresh_token(before) is None
    assert Device.objects.get(pk=tablet.id).next_token_hash == ""
