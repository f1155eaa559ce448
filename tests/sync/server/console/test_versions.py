"""Two tablets said different things of one report: the office reads both, an organisation only what is in force."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone
from follow_up_office import Office

from sync.protocol import codec
from sync.server.records import actions
from sync.server.records.models import Conflict

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def page(office: Office, name: str, number: str) -> str:
    client = Client()
    client.force_login(office.people[name], backend="django.contrib.auth.backends.ModelBackend")
    return client.get(f"/reports/{number}", HTTP_ACCEPT_LANGUAGE="fr").content.decode()


def test_every_losing_version_is_read_in_the_history(office: Office) -> None:
    """Performance §4: no value lost, every losing value readable in the history."""
    report = office.report(text="Devant le 12")
    office.arrive(report)
    handling = office.reported(text="Autre chose")
    other = replace(report, text="Devant le 14 bis", revision=2)
    body = codec.encode(other)
    actions.keep_beside(
        [
            Conflict(
                record_id=report.id, hash=codec.sha256(body), body=body, device=office.tablet.pk, head="0" * 64,
                received_at=timezone.now(),
            )
        ]
    )  # fmt: skip
    from sync.server.reports.models import ReportHandling

    number = ReportHandling.objects.get(pk=report.id).number
    read = page(office, "cell", number)
    assert "Devant le 12" in read and "Devant le 14 bis" in read
    assert "Autres versions de ce signalement" in read
    assert "Autres versions" not in page(office, "cell", handling.number)
    office.assigned(ReportHandling.objects.get(pk=report.id))
    assert "Devant le 14 bis" not in page(office, "agent", number)
    actions.erase(report.id, reason="person_asked")
    assert not Conflict.objects.filter(record_id=report.id).exists()
