"""The list of reports: what comes first, what each filter keeps, and that a long list stays a few readings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from follow_up_office import Office

from sync.protocol import records
from sync.server.reports import actions
from sync.server.reports.actions.history import seen_by
from sync.server.reports.models import ReportHandling

pytestmark = pytest.mark.database


@pytest.fixture
def desk(office: Office) -> Client:
    client = Client(headers={"accept-language": "fr"})
    client.force_login(office.cell, backend="django.contrib.auth.backends.ModelBackend")
    return client


def numbers(desk: Client, query: str = "") -> list[str]:
    return [row.handling.number for row in desk.get(f"/reports?{query}").context["rows"]]


def test_the_dangerous_then_the_late_come_first(office: Office, desk: Client) -> None:
    late, plain, dangerous = office.reported(), office.reported(), office.reported(danger=True)
    actions.set_due(office.cell, late.pk, seen=seen_by(late), due_on=date.today() - timedelta(days=1))
    assert numbers(desk) == [dangerous.number, late.number, plain.number]
    assert numbers(desk, "tab=all&flag=late") == [late.number]
    assert numbers(desk, "tab=all&flag=danger") == [dangerous.number]


def test_reports_are_found_by_either_number_street_and_words_without_accents(office: Office, desk: Client) -> None:
    found = office.reported(text="Odeur d’égout très forte", provisional_number="T-17")
    office.reported(text="Autre chose", address="2 rue Léon, 75018 Paris")
    for typed in (found.number, "t-17", "egout", "ÉGOUT cave"):
        assert numbers(desk, f"tab=all&q={typed}") == [found.number], typed
    assert numbers(desk, "tab=all&q=leon odeur") == []


def test_tabs_follow_the_group_and_joined_reports_step_aside(office: Office, desk: Client) -> None:
    waiting, done, double = office.reported(), office.reported(), office.reported()
    office.done(done)
    actions.join(office.cell, double.pk, seen=seen_by(double), number=done.number)
    assert numbers(desk) == [waiting.number]
    assert numbers(desk, "tab=to_check") == [done.number]
    assert numbers(desk, "tab=all&flag=joined") == [double.number]
    assert numbers(desk, f"tab=all&q={double.number}") == [double.number]


def test_where_to_go_is_written_before_the_address(office: Office, desk: Client) -> None:
    office.reported(place_detail=records.PlaceDetail(number="poteau 18-4410", staircase="C"))
    page = desk.get("/reports").content.decode()
    assert page.index("Escalier C, Numéro poteau 18-4410") < page.index("31 rue Cavé")


def test_what_a_walker_wrote_is_text_and_never_markup(office: Office, desk: Client) -> None:
    report = office.reported(text="<script>alert(1)</script>", category="<b>x</b>", address="<img src=x>")
    for address in ("/reports", f"/reports/{report.number}"):
        page = desk.get(address).content.decode()
        assert "<script>alert" not in page and "<b>x</b>" not in page and "<img src=x>" not in page


def test_an_empty_list_says_what_to_expect(office: Office, desk: Client) -> None:
    assert "Aucun signalement pour l’instant" in desk.get("/reports").content.decode()
    office.done(office.reported())
    assert "Rien à trier" in desk.get("/reports").content.decode()
    assert "Aucun signalement ne correspond" in desk.get("/reports?q=zzz").content.decode()


def test_five_hundred_reports_cost_no_more_readings_than_five(
    office: Office, desk: Client, django_assert_max_num_queries: Any
) -> None:
    example = office.reported()
    ReportHandling.objects.bulk_create(
        ReportHandling(
            report_id=f"{place:036d}",
            view_id=f"{place:036d}",
            number=f"19-{place:04d}",
            writer=example.writer,
            territory="goutte-dor",
            category="litter",
            received_at=example.received_at,
        )
        for place in range(500)
    )
    with django_assert_max_num_queries(30):
        answer = desk.get("/reports")
    assert len(answer.context["rows"]) == 25
    assert "page 1 sur 21" in answer.content.decode()
    assert len(desk.get("/reports?page=21").context["rows"]) == 1


def test_pages_forbid_scripts_and_frames_from_anywhere_else(office: Office, desk: Client) -> None:
    policy = desk.get("/reports").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy
