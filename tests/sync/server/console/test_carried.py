"""Carried bundles that cannot be taken in: an officer sets them aside, says why, and the tablets concerned are told."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from filelock import FileLock
from follow_up_office import Office
from sealing import carried_here

from sync.protocol import codec, ids, records
from sync.server import checks
from sync.server.accounts import actions as accounts
from sync.server.accounts.models import User
from sync.server.records import carried_bundles
from sync.server.records.models import BundleDecision, CarriedBundle, Record

pytestmark = pytest.mark.database


def desk_of(person: User) -> Client:
    client = Client(headers={"accept-language": "fr"})
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def desk(office: Office) -> Client:
    return desk_of(office.cell)


@pytest.fixture
def stuck(office: Office) -> str:
    """A file that the tablet carried and that nobody can open; its name."""
    name = carried_here(os.urandom(700), settings.DATA, carrier=office.tablet.pk)
    carried_bundles.take_in_waiting()
    return name


def decide(desk: Client, name: str, choice: str, reason: str = "Tablette volée") -> str:
    """What the page says to it."""
    answer = desk.post(f"/tablets/carried/{name}", {"reason": reason, "bytes": choice})
    assert answer.status_code == 302
    return said(answer)


def said(answer: HttpResponse) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))  # type: ignore[attr-defined]


def notices() -> list[tuple[str, records.BundleNotice]]:
    """What tablets read of it: (tablet, notice)."""
    rows = Record.objects.filter(kind=records.BundleNotice.RECORD).order_by("seq")
    found = [(row.device, codec.decode(bytes(row.body))) for row in rows]
    return [(device, notice) for device, notice in found if isinstance(notice, records.BundleNotice)]


def acts() -> list[tuple[str, str, str]]:
    return list(BundleDecision.objects.order_by("id").values_list("act", "by", "reason"))


def test_the_page_says_what_is_wrong_with_it_in_words(desk: Client, stuck: str) -> None:
    page = desk.get("/tablets").content.decode()
    assert f"Fichier {stuck[:8]}" in page
    assert "Il est illisible" in page and "Tablette 1" in page


def test_set_aside_and_kept_it_asks_nothing_more_and_its_tablet_is_told_why(
    office: Office, desk: Client, stuck: str
) -> None:
    assert "son fichier est gardé" in decide(desk, stuck, "keep")
    assert acts() == [("set_aside", "cellule", "Tablette volée")]
    assert carried_bundles.path_of(stuck).exists()
    assert list(checks.bundles()) == []
    assert carried_bundles.size_of(stuck) == 700, "its carrier does not bring it again"
    ((device, notice),) = notices()
    assert (device, notice.carrier) == (office.tablet.pk, office.tablet.pk)
    assert (notice.reason, notice.size, notice.bytes_erased) == ("Tablette volée", 700, False)
    page = desk.get("/tablets").content.decode()
    assert "écarté, fichier gardé" in page and "Tablette volée" in page


def test_its_bytes_are_erased_only_when_that_is_chosen_at_once_or_later(desk: Client, stuck: str) -> None:
    decide(desk, stuck, "keep")
    assert "fichier effacé" in decide(desk, stuck, "erase", "Gardé assez longtemps")
    assert not carried_bundles.path_of(stuck).exists()
    assert acts()[1:] == [("bytes_erased", "cellule", "Gardé assez longtemps")]
    ((_device, notice),) = notices()
    assert (notice.reason, notice.bytes_erased) == ("Tablette volée", True)
    assert carried_bundles.size_of(stuck) == 700, "it is not asked for again"
    assert "Rien à décider" in decide(desk, stuck, "erase")
    assert "Effacer son fichier" not in desk.get("/tablets").content.decode()


def test_both_at_once_are_two_lines_of_its_history(desk: Client, stuck: str) -> None:
    decide(desk, stuck, "erase")
    assert [act for act, _by, _reason in acts()] == ["set_aside", "bytes_erased"]
    assert not carried_bundles.path_of(stuck).exists()


@pytest.mark.parametrize(("choice", "reason"), [("keep", " "), ("", "Volée"), ("all", "Volée")])
def test_without_a_reason_or_a_choice_nothing_is_done(desk: Client, stuck: str, choice: str, reason: str) -> None:
    decide(desk, stuck, choice, reason)
    assert acts() == []
    assert carried_bundles.in_trouble().exists()


def test_nobody_decides_but_the_office_of_its_tablet(office: Office, stuck: str) -> None:
    asked = {"reason": "Volée", "bytes": "erase"}
    for person, status in ((office.other_cell, 404), (office.coordinator, 403), (office.agent, 403)):
        assert desk_of(person).post(f"/tablets/carried/{stuck}", asked).status_code == status
    assert stuck[:8] not in desk_of(office.other_cell).get("/tablets").content.decode()
    assert carried_bundles.path_of(stuck).exists()
    decide(desk_of(office.administrator), stuck, "keep")
    assert acts() == [("set_aside", "admin", "Tablette volée")]


def test_one_that_was_taken_in_after_all_is_no_longer_said_to_be_set_aside(
    office: Office, desk: Client, stuck: str
) -> None:
    decide(desk, stuck, "keep")
    carried_bundles.note_taken_in(carried_bundles.path_of(stuck), office.tablet.pk)
    assert acts()[-1] == ("taken_in", carried_bundles.BY_COMMAND, "")
    ((_device, notice),) = notices()
    assert notice.deleted_at is not None
    assert not carried_bundles.path_of(stuck).exists()


def test_a_taken_away_tablet_is_told_of_its_own_file_when_it_comes_back(office: Office, desk: Client) -> None:
    """Its signature was good: it is known whose it is."""
    name, other = "ab" * 32, ids.new_id()
    accounts.revoke(office.tablet)
    row = CarriedBundle(sha256=name, size=9, carrier=other, device=office.tablet.pk, code="revoked_device")
    row.state, row.received_at = CarriedBundle.State.REFUSED, datetime.now(UTC)
    row.save()
    assert "Il vient d’une tablette retirée." in desk.get("/tablets").content.decode()
    decide(desk, name, "erase")
    assert {device for device, _notice in notices()} == {other, office.tablet.pk}


def test_one_that_the_server_fails_on_and_tries_again_may_be_given_up_too(
    desk: Client, stuck: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = {"state": CarriedBundle.State.RECEIVED, "tries": 3, "due_at": datetime.now(UTC)}
    CarriedBundle.objects.filter(pk=stuck).update(**state)
    assert "a échoué 3 fois" in desk.get("/tablets").content.decode()
    monkeypatch.setattr(carried_bundles, "_PATIENCE_SECONDS", 0.05)
    with FileLock(Path(settings.DATA) / "bundles.lock"):
        assert "en ce moment" in decide(desk, stuck, "erase")
    assert carried_bundles.path_of(stuck).exists()
    decide(desk, stuck, "erase")
    carried_bundles.take_in_waiting()
    assert CarriedBundle.objects.get().state == CarriedBundle.State.SET_ASIDE
