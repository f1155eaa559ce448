"""One person, several roles: each role opens and decides in its own territory only, page by page."""

from __future__ import annotations

import pytest
from django.test import Client
from follow_up_office import Office, fresh, moment

from sync.protocol import ids, records
from sync.server.accounts.models import Device, EnrolCode, Membership, Role
from sync.server.reports import actions
from sync.server.reports.actions.history import seen_by
from sync.server.reports.models import Notice, ReportHandling
from sync.server.territories.models import Territory
from sync.server.walks.models import WalkFile

pytestmark = pytest.mark.database


def also(office: Office, name: str, role: Role, *codes: str, organisation: object = None) -> None:
    membership = Membership.objects.create(user=office.people[name], role=role, organisation=organisation)
    membership.territories.set(Territory.objects.filter(code__in=codes))


@pytest.fixture
def both(office: Office) -> Client:
    """Cell in Amiraux, walk coordinator in Goutte d'Or."""
    also(office, "other_cell", Role.WALK_COORDINATOR, "goutte-dor")
    return signed_in(office, "other_cell")


def signed_in(office: Office, name: str) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(office.people[name], backend="django.contrib.auth.backends.ModelBackend")
    return client


def act(client: Client, handling: ReportHandling, act: str, **form: object) -> int:
    data = {"seen": seen_by(handling), **form}
    return client.post(f"/reports/{handling.number}/{act}", data).status_code


def test_a_coordinator_here_and_cell_there_decides_only_there(office: Office, both: Client) -> None:
    here, there = office.reported(), office.reported(territory="amiraux")
    codes = {}
    for handling in (here, there):
        codes[handling.territory] = [
            act(both, handling, "territory", territory=handling.territory),
            act(both, handling, "due", due_on="2030-01-01"),
            act(both, handling, "decide", to="watched"),
        ]
    assert codes == {"goutte-dor": [403, 403, 403], "amiraux": [302, 302, 302]}
    assert (fresh(here).status, fresh(there).status) == ("new", "watched")
    assert both.get(f"/reports/{here.number}").context["office"] is False
    assert both.get(f"/reports/{there.number}").context["office"] is True


def test_restricted_reports_are_read_where_one_is_cell_and_hidden_where_one_coordinates(
    office: Office, both: Client
) -> None:
    here = office.reported(category="from_a_newer_tablet")
    there = office.reported(category="from_a_newer_tablet", territory="amiraux")
    assert here.readers == there.readers == "cell"
    assert both.get(f"/reports/{here.number}").status_code == 404
    assert both.get(f"/reports/{there.number}").status_code == 200
    page = both.get("/reports?tab=all").content.decode()
    assert here.number not in page and there.number in page


def test_a_report_is_joined_only_with_one_the_person_also_decides_on(office: Office, both: Client) -> None:
    here, there = office.reported(), office.reported(territory="amiraux")
    assert act(both, there, "join", number=here.number) == 422
    assert fresh(there).duplicate_of is None


def test_the_return_visit_of_a_walk_is_dated_only_where_one_is_cell(office: Office, both: Client) -> None:
    dated = {}
    for code in ("goutte-dor", "amiraux"):
        walk = records.ExploratoryWalk(
            id=ids.new_id(), writer=office.tablet.pk, created_at=moment(), updated_at=moment(), territory=code
        )
        office.arrive(walk, territory=code)
        page = both.get(f"/walks/{walk.id}")
        both.post(f"/walks/{walk.id}/next-visit", {"next_visit_on": "2030-05-01"})
        dated[code] = ("next_visit_on" in page.content.decode(), WalkFile.objects.get(pk=walk.id).next_visit_on)
    assert dated["goutte-dor"] == (False, None)
    assert dated["amiraux"][0] and dated["amiraux"][1] is not None


def test_tablets_are_looked_after_only_where_one_is_cell(office: Office, both: Client) -> None:
    assert list(both.get("/tablets").context["devices"]) == []
    assert [place.code for place in both.get("/tablets").context["places"]] == ["amiraux"]
    assert both.post(f"/tablets/{office.tablet.pk}/revoke").status_code == 404
    assert Device.objects.get(pk=office.tablet.pk).revoked_at is None
    both.post("/tablets/code", {"territory": ["goutte-dor"]})
    assert not EnrolCode.objects.exists()


def test_an_agent_who_coordinates_walks_elsewhere_reads_no_remark_of_the_office(office: Office) -> None:
    also(office, "agent", Role.WALK_COORDINATOR, "amiraux")
    report = office.reported()
    office.assigned(report)
    actions.comment(office.cell, report.pk, words="La gardienne est en congé.")
    assert "en congé" not in signed_in(office, "agent").get(f"/reports/{report.number}").content.decode()
    assert "en congé" in signed_in(office, "cell").get(f"/reports/{report.number}").content.decode()


def test_cell_of_one_place_employed_by_a_landlord_neither_answers_for_it_nor_verifies_its_work(office: Office) -> None:
    also(office, "other_cell", Role.GUP_CELL, "goutte-dor", organisation=office.landlord)
    client = signed_in(office, "other_cell")
    elsewhere = office.reported(territory="elsewhere")
    lead = office.landlord.pk
    actions.assign(office.administrator, elsewhere.pk, seen=seen_by(elsewhere), lead=lead)
    assert client.get(f"/reports/{elsewhere.number}").status_code == 404
    assert client.get("/requests").status_code == 403
    here = office.reported()
    office.done(here)
    assert act(client, here, "verify") == 403
    assert fresh(here).group == "done"


def test_only_the_cell_of_the_district_is_mailed_that_a_report_came_back(office: Office, both: Client) -> None:
    report = office.reported()
    asked = office.assigned(report)
    actions.send_back(office.agent, asked.pk, seen=seen_by(report), reason="not_ours", words="À la Ville.")
    assert Notice.objects.get(kind="returned").to == "cellule@example.org"
