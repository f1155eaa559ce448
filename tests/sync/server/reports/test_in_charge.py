"""A report outside any perimeter is lost for nobody who can act, and shown to nobody else."""

from __future__ import annotations

import pytest
from django.test import Client
from follow_up_office import Office, fresh, moment

from sync.protocol import ids, records
from sync.server.reports import access, actions
from sync.server.reports.actions.history import seen_by
from sync.server.reports.models import Notice, ReportHandling
from sync.server.territories.models import Territory
from sync.server.walks import access as walks_access
from sync.server.walks import actions as walks_actions
from sync.server.walks.models import WalkFile

pytestmark = pytest.mark.database

PEOPLE = ("cell", "other_cell", "coordinator", "agent", "administrator")


def readers(office: Office, handling: ReportHandling) -> set[str]:
    return {name for name in PEOPLE if access.visible(office.people[name]).filter(pk=handling.pk).exists()}


def walked(office: Office, territory: str) -> records.ExploratoryWalk:
    walk = records.ExploratoryWalk(
        id=ids.new_id(),
        writer=office.tablet.pk,
        created_at=moment(),
        updated_at=moment(),
        territory=territory or None,
        state="held",
    )
    office.arrive(walk, territory=territory)
    return walk


def test_without_walk_it_is_for_the_cells_of_its_tablet(office: Office) -> None:
    report = office.reported(territory="")
    assert readers(office, report) == {"cell", "administrator"}
    actions.decide(office.cell, report.pk, seen=seen_by(report), to="watched")
    assert fresh(report).status == "watched"
    office.tablet.territories.set(Territory.objects.filter(code="amiraux"))
    assert readers(office, report) == {"other_cell", "administrator"}


def test_with_a_walk_it_is_for_the_cell_of_the_walk_whatever_the_tablet(office: Office) -> None:
    report = office.reported(territory="", walk_id=walked(office, "amiraux").id)
    assert readers(office, report) == {"other_cell", "administrator"}
    nowhere = office.reported(territory="", walk_id=walked(office, "").id)
    assert readers(office, nowhere) == {"cell", "administrator"}


def test_a_tablet_without_territories_leaves_it_to_administrators(office: Office) -> None:
    office.tablet.territories.clear()
    report = office.reported(territory="")
    assert readers(office, report) == {"administrator"}
    assert access.in_charge(report) == frozenset()


def test_the_cell_that_says_outside_any_perimeter_stays_in_charge(office: Office) -> None:
    report = office.reported(walk_id=walked(office, "goutte-dor").id)
    actions.set_territory(office.cell, report.pk, seen=seen_by(report), territory="")
    assert fresh(report).territory == ""
    assert readers(office, report) == {"cell", "administrator"}
    client = Client(headers={"accept-language": "en"})
    client.force_login(office.cell, backend="django.contrib.auth.backends.ModelBackend")
    assert report.number in client.get("/reports?tab=all&territory=-").content.decode()
    assert client.get(f"/reports/{report.number}").context["office"] is True


def test_the_cell_in_charge_is_mailed_and_no_other(office: Office) -> None:
    report = office.reported(territory="")
    asked = office.assigned(report)
    actions.send_back(office.agent, asked.pk, seen=seen_by(report), reason="not_ours", words="À la Ville.")
    assert Notice.objects.get(kind="returned").to == "cellule@example.org"


def test_a_walk_outside_any_perimeter_is_opened_and_dated_by_the_cell_of_its_tablet(office: Office) -> None:
    from datetime import date

    walk = walked(office, "")
    seen_by_whom = {name for name in PEOPLE if walks_access.visible(office.people[name]).filter(pk=walk.id).exists()}
    assert seen_by_whom == {"cell", "administrator"}
    walks_actions.set_next_visit(office.cell, walk.id, date(2030, 5, 1))
    assert WalkFile.objects.get(pk=walk.id).next_visit_on == date(2030, 5, 1)


def test_who_is_in_charge_is_said_alike_to_a_page_and_to_a_list(office: Office) -> None:
    from sync.server.accounts.access import scope_of

    walks = [None, *(walked(office, code).id for code in ("", "goutte-dor", "amiraux"))]
    for walk_id in walks:
        for territory in ("", "goutte-dor", "amiraux"):
            report = office.reported(territory=territory, walk_id=walk_id)
            for name in ("cell", "other_cell", "administrator"):
                person = office.people[name]
                listed = access.visible(person).filter(pk=report.pk).exists()
                assert listed == access.office_may(scope_of(person), report), (walk_id, territory, name)
