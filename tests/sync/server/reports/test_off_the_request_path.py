"""Mails over a real SMTP server on loopback, addresses from a real HTTP service on loopback, and their failures."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler
from django_tasks_db.models import DBTaskResult
from follow_up_office import Office, fresh

from sync.protocol import records
from sync.server.records.feed import writing
from sync.server.reports import actions
from sync.server.reports.actions import addresses, notices
from sync.server.reports.actions.history import seen_by
from sync.server.reports.errors import Incomplete
from sync.server.reports.models import Notice, ReportHandling

pytestmark = pytest.mark.database


class Inbox(MessageHandler):
    def __init__(self) -> None:
        super().__init__()
        self.received: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.received.append(message)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def mailbox(settings: Any) -> Iterator[Inbox]:
    inbox = Inbox()
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.PUBLIC_URL = "https://gup.example.org"
    yield inbox
    controller.stop()


def text_of(message: Message) -> str:
    body = message.get_payload(decode=True)
    assert isinstance(body, bytes)
    return body.decode()


def test_the_organisation_gets_a_plain_french_mail_with_number_place_and_link(office: Office, mailbox: Inbox) -> None:
    report = office.reported(
        place_detail=records.PlaceDetail(building="B", staircase="2", landmark="face au portail bleu")
    )
    actions.assign(
        office.cell, report.pk, seen=seen_by(report), lead=office.landlord.pk, words="La gardienne a la clé."
    )
    notices.send(Notice.objects.get().pk)
    (message,) = mailbox.received
    text = text_of(message)
    assert message["To"] == "tilleuls@example.org"
    lines = [line for line in text.splitlines() if line]
    assert report.number in lines[0] and "vous est confié" in lines[0]
    assert lines[1] == "Bâtiment B, Escalier 2, face au portail bleu"
    assert lines[2] == "31 rue Cavé, 75018 Paris"
    assert "La gardienne a la clé." in text
    assert f"https://gup.example.org/reports/{report.number}" in text
    assert Notice.objects.get().state == "sent"


def test_the_cell_is_told_of_a_refusal_with_its_reason(office: Office, mailbox: Inbox) -> None:
    report = office.reported()
    asked = office.assigned(report)
    actions.send_back(office.agent, asked.pk, seen=seen_by(report), reason="not_ours", words="C’est à la Ville.")
    notices.send(Notice.objects.get(kind="returned").pk)
    (message,) = mailbox.received
    assert message["To"] == "cellule@example.org"
    assert "Ce n’est pas notre terrain" in text_of(message) and "C’est à la Ville." in text_of(message)


def test_a_mail_server_that_is_down_is_tried_again_later_then_shown_as_failed(office: Office, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    report = office.reported()
    office.assigned(report)
    notice = Notice.objects.get()
    for attempt in range(1, len(notices.RETRY_MINUTES) + 1):
        notices.send(notice.pk)
        notice.refresh_from_db()
        assert (notice.state, notice.attempts) == ("pending", attempt)
        assert "refused" in notice.error.lower()
    notices.send(notice.pk)
    notice.refresh_from_db()
    assert notice.state == "failed"
    tries = DBTaskResult.objects.filter(task_path__endswith="send_notice")
    assert tries.count() == 1 + len(notices.RETRY_MINUTES)


def test_a_report_restricted_to_the_cell_is_asked_of_nobody_and_its_words_leave_by_no_mail(
    office: Office, mailbox: Inbox
) -> None:
    """Also one of a category that this server does not know yet."""
    report = office.reported(category="from_a_newer_tablet", text="Chez Madame X")
    with pytest.raises(Incomplete) as refused:
        actions.assign(office.cell, report.pk, seen=seen_by(report), lead=office.landlord.pk)
    assert refused.value.field == "lead"
    assert not Notice.objects.exists()
    owed = office.reported()
    office.assigned(owed)
    ReportHandling.objects.filter(pk=owed.pk).update(readers="cell")
    notices.send(Notice.objects.get().pk)
    assert not mailbox.received
    assert (Notice.objects.get().state, Notice.objects.get().error) == ("failed", "restricted")


def test_a_mail_that_cannot_even_be_made_is_shown_and_tried_again(office: Office, mailbox: Inbox) -> None:
    report = office.reported()
    office.assigned(report)
    Notice.objects.update(to="bailleur\n@example.org")
    notices.send(Notice.objects.get().pk)
    notice = Notice.objects.get()
    assert (notice.state, notice.attempts) == ("pending", 1)
    assert "Error" in notice.error


def test_a_decision_that_is_undone_owes_no_mail(office: Office) -> None:
    from django.db import transaction

    report = office.reported()
    before = DBTaskResult.objects.count()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        office.assigned(report)
        raise ZeroDivisionError
    assert (DBTaskResult.objects.count(), Notice.objects.count()) == (before, 0)


class AddressService(ThreadingHTTPServer):
    known = True


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, AddressService)
        if not self.server.known:
            self.send_error(503)
            return
        place = {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [2.3525, 48.8871]},
            "properties": {"label": "31 Rue Cavé 75018 Paris"},
        }
        body = json.dumps({"type": "FeatureCollection", "features": [place]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """The test speaks, not the server."""


@pytest.fixture
def service(settings: Any) -> Iterator[AddressService]:
    server = AddressService(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.GEOCODER_URL = f"http://127.0.0.1:{server.server_port}/geocodage"
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


POSITION = records.Position(lat_e7=488871000, lon_e7=23525000)


def test_an_address_is_found_off_the_request_path_and_reaches_tablets_and_searches(
    office: Office, service: AddressService
) -> None:
    report = office.reported(address="", position=POSITION)
    assert (report.address_state, report.address) == ("pending", "")
    seen = seen_by(report)
    addresses.look_up([report.pk])
    found = fresh(report)
    assert (found.address_state, found.address) == ("found", "31 Rue Cavé 75018 Paris")
    assert office.view(report).address == "31 Rue Cavé 75018 Paris"
    assert "rue cave" in found.search_text
    assert seen_by(report) == seen, "an address that arrives makes no open page stale"


def test_an_address_service_that_is_down_is_shown_and_asked_again(office: Office, service: AddressService) -> None:
    service.known = False
    report = office.reported(address="", position=POSITION)
    addresses.look_up([report.pk])
    assert fresh(report).address_state == "failed"
    assert DBTaskResult.objects.filter(task_path__endswith="find_addresses").count() == 2
    service.known = True
    addresses.look_up([report.pk])
    assert fresh(report).address_state == "found"


def test_the_addresses_of_one_push_are_one_task_that_a_failing_service_only_delays(
    office: Office, service: AddressService
) -> None:
    coming = [office.report(address="", position=POSITION) for _ in range(3)]
    service.known = False
    with writing() as feed:
        actions.receive_reports(coming, feed)
    waiting = DBTaskResult.objects.filter(task_path__endswith="find_addresses").order_by("-enqueued_at")
    ids = [report.id for report in coming]
    assert [task.args_kwargs["args"] for task in waiting] == [[ids]]
    addresses.look_up(ids)
    first, second, third = ids
    assert waiting.all()[0].args_kwargs["args"] == [[second, third, first]], "another point is asked for first"
    states = ReportHandling.objects.in_bulk(ids)
    assert [states[each].address_state for each in ids] == ["failed", "pending", "pending"]
    service.known = True
    addresses.look_up([second, third, first])
    assert set(ReportHandling.objects.values_list("address_state", flat=True)) == {"found"}
