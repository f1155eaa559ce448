"""Enrolment: one code, one tablet, one key."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from wire import Tablet, through_django

from sync.protocol import endpoints, ids, messages
from sync.server.accounts import actions
from sync.server.accounts.actions import make_enrol_code, revoke
from sync.server.accounts.models import Device
from sync.server.api import enrol as enrol_view

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def forget_failures() -> None:
    enrol_view._failures.clear()


def test_a_code_gives_a_token_whose_text_is_kept_nowhere() -> None:
    tablet = Tablet(through_django)
    answer = tablet.enrol(make_enrol_code())
    device = Device.objects.get(pk=tablet.id)
    assert answer.token not in str(vars(device))
    assert tablet.hello().status == 200


def test_a_code_may_be_typed_in_small_letters_and_without_its_dash() -> None:
    tablet = Tablet(through_django)
    assert tablet.enrol(make_enrol_code().replace("-", " ").lower()).token


def test_a_used_code_is_refused() -> None:
    code = make_enrol_code()
    Tablet(through_django).enrol(code)
    second = Tablet(through_django)
    reply = second.ask(endpoints.ENROL, second.enrol_request(code))
    assert reply.status == 403
    assert reply.fault().error == "bad_enrol_code"


def test_an_expired_code_is_refused() -> None:
    code = make_enrol_code(life=timedelta(seconds=-1))
    tablet = Tablet(through_django)
    assert tablet.ask(endpoints.ENROL, tablet.enrol_request(code)).fault().error == "bad_enrol_code"


def test_enrolling_again_keeps_the_tablet_and_gives_a_new_token() -> None:
    tablet = Tablet(through_django)
    first = tablet.enrol(make_enrol_code()).token
    tablet.enrol(make_enrol_code())
    assert Device.objects.count() == 1
    assert tablet.hello().status == 200
    tablet.token = first
    assert tablet.hello().fault().error == "unknown_device"


def test_another_key_cannot_take_the_id_of_a_tablet_and_does_not_use_up_the_code() -> None:
    owner = Tablet(through_django)
    owner.enrol(make_enrol_code())
    code = make_enrol_code()
    thief = Tablet(through_django, id=owner.id)
    assert thief.ask(endpoints.ENROL, thief.enrol_request(code)).fault().error == "device_mismatch"
    assert owner.enrol(code).token


def test_a_signature_of_other_words_is_refused() -> None:
    tablet = Tablet(through_django)
    request = tablet.enrol_request(make_enrol_code())
    changed = messages.EnrolRequest(
        code=make_enrol_code(),
        device_id=request.device_id,
        public_key=request.public_key,
        signature=request.signature,
    )
    assert tablet.ask(endpoints.ENROL, changed).fault().error == "device_mismatch"


@pytest.mark.parametrize("key", ["", "not base64!", "AAAA"])
def test_what_is_no_key_is_malformed(key: str) -> None:
    request = messages.EnrolRequest(code="X", device_id=ids.new_id(), public_key=key, signature="AAAA")
    assert Tablet(through_django).ask(endpoints.ENROL, request).fault().error == "malformed"


def test_guessing_codes_is_slowed_down() -> None:
    tablet = Tablet(through_django)
    guesses = [tablet.ask(endpoints.ENROL, tablet.enrol_request(f"WRONG{n}")).status for n in range(11)]
    assert guesses == [403] * 10 + [429]
    refused = tablet.ask(endpoints.ENROL, tablet.enrol_request("WRONG"))
    assert 890 < int(refused.headers["retry-after"]) <= 900


def test_a_revoked_tablet_is_told_so_and_comes_back_with_a_new_code(enrol_tablet: Callable[..., Tablet]) -> None:
    tablet = enrol_tablet()
    revoke(Device.objects.get(pk=tablet.id))
    assert tablet.hello().status == 403
    assert tablet.hello().fault().error == "revoked_device"
    tablet.enrol(make_enrol_code())
    assert tablet.hello().status == 200


def test_without_a_token_nothing_is_answered() -> None:
    for path in (endpoints.HELLO, endpoints.PUSH, endpoints.PULL, endpoints.PREVIEWS):
        reply = Tablet(through_django).raw("POST", path, b"{}")
        assert (reply.status, reply.fault().error) == (401, "unknown_device")


@pytest.mark.parametrize("path", ["api/", "api/v1/nothing", "api/v2/hello"])
def test_an_unknown_address_answers_in_json(path: str) -> None:
    reply = through_django("GET", path)
    assert (reply.status, reply.fault().error) == (404, "malformed")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", endpoints.HELLO, "POST"),
        ("GET", endpoints.ENROL, "POST"),
        ("POST", endpoints.OPENAPI, "GET"),
        ("GET", endpoints.MEDIA, "POST, OPTIONS"),
        ("GET", f"{endpoints.MEDIA}/{'a' * 64}", "HEAD, PATCH, DELETE, OPTIONS"),
    ],
)
def test_a_method_that_an_address_does_not_know_answers_in_json(
    enrol_tablet: Callable[..., Tablet], method: str, path: str, allowed: str
) -> None:
    reply = enrol_tablet().raw(method, path)
    assert (reply.status, reply.headers["allow"], reply.fault().error) == (405, allowed, "malformed")


def parting(tablet: Tablet) -> tuple[Tablet, messages.SplitRequest]:
    """Who asks to be a tablet of its own, and what it asks with that tablet's token."""
    parted = Tablet(tablet.send)
    public = base64.b64encode(parted.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()
    signature = parted.key.sign(messages.split_challenge(tablet.id, parted.id, public))
    request = messages.SplitRequest(
        device_id=parted.id,
        public_key=public,
        signature=base64.b64encode(signature).decode(),
        name="Copie",
        app_version="0.1.0",
    )
    return parted, request


def test_a_stolen_token_makes_few_tablets_also_by_way_of_those_it_made(
    enrol_tablet: Callable[..., Tablet], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each of ten makes ten more, each with a pace and a share of the disk of its own."""
    monkeypatch.setattr(actions, "_MOST_SPLITS", 3)
    tablet = enrol_tablet()
    statuses = []
    for _ in range(4):
        parted, request = parting(tablet)
        reply = tablet.ask(endpoints.SPLIT, request)
        statuses.append(reply.status)
        if reply.status == 200:
            parted.token = reply.message(messages.EnrolAnswer).token
            tablet = parted
    assert statuses == [200, 200, 200, 429]
