"""What a person reads when something is refused: a plain page of ours in their language, never a bare error."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from follow_up_office import Office

from sync.server.reports.models import StatusChange

pytestmark = pytest.mark.database

FRENCH = {"accept-language": "fr"}


def signed_in(office: Office, name: str, **options: Any) -> Client:
    client = Client(headers=FRENCH, **options)
    client.force_login(office.people[name], backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_pages_of_others_and_pages_that_do_not_exist_say_so_plainly(office: Office) -> None:
    agent = signed_in(office, "agent")
    assert "Cette page n’est pas pour vous" in agent.get("/reports").content.decode()
    assert "Cette page n’existe pas, ou vous n’y avez pas accès" in agent.get("/reports/99-0001").content.decode()


def test_a_form_that_lost_its_secret_says_that_nothing_was_recorded(office: Office) -> None:
    report = office.reported()
    cell = signed_in(office, "cell", enforce_csrf_checks=True)
    answer = cell.post(f"/reports/{report.number}/comment", {"words": "x"})
    assert answer.status_code == 403
    assert "Rien n’a été enregistré" in answer.content.decode()


def test_a_fault_of_ours_is_a_page_too(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from sync.server.console import inbox

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(inbox, "rows_of", broken)
    answer = signed_in(office, "cell", raise_request_exception=False).get("/reports")
    assert answer.status_code == 500
    assert "Quelque chose s’est mal passé ici" in answer.content.decode()


def test_too_many_wrong_passwords_lock_the_door_with_a_sentence(office: Office, settings: Any) -> None:
    settings.AXES_ENABLED = True
    stranger = Client(headers=FRENCH)
    for _attempt in range(settings.AXES_FAILURE_LIMIT):
        answer = stranger.post("/login", {"username": "cellule", "password": "faux"})
    assert answer.status_code == 429
    assert "Trop d’essais" in answer.content.decode()


def test_behind_the_proxy_wrong_passwords_lock_out_their_own_address_alone(office: Office, settings: Any) -> None:
    settings.AXES_ENABLED = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    answers = {}
    for address in ("203.0.113.9", "203.0.113.10"):
        caller = Client(headers=FRENCH | {"X-Forwarded-For": address})
        for _attempt in range(settings.AXES_FAILURE_LIMIT if not answers else 1):
            answers[address] = caller.post("/login", {"username": "cellule", "password": "faux"}).status_code
    assert answers == {"203.0.113.9": 429, "203.0.113.10": 200}


def test_an_upload_that_is_no_picture_is_refused_and_the_words_typed_are_kept(office: Office) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    report = office.reported()
    asked = office.assigned(report)
    before = StatusChange.objects.count()
    page = signed_in(office, "agent").post(
        f"/reports/{report.number}/done",
        {
            "seen": "2",
            "assignment": asked.pk,
            "words": "Porte réparée à midi",
            "photo": SimpleUploadedFile("porte.jpg", b"this is a text", content_type="image/jpeg"),
        },
    )
    assert page.status_code == 422
    assert "Ce fichier n’est pas une photo utilisable" in page.content.decode()
    assert "Porte réparée à midi" in page.content.decode()
    assert StatusChange.objects.count() == before
