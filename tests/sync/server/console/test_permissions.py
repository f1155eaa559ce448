"""Every address of the console, for every kind of person: who gets a page, who is sent to the door, who is refused."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import get_resolver
from follow_up_office import Office

from sync.protocol import ids, records
from sync.server.reports import actions
from sync.server.reports.actions.history import seen_by
from sync.server.reports.models import ReportHandling

pytestmark = pytest.mark.database

PEOPLE = ("stranger", "nobody", "cell", "other_cell", "coordinator", "agent", "road_agent", "administrator")


@pytest.fixture
def assigned(office: Office) -> ReportHandling:
    """A report of a walk in the cell's district, given to the landlord."""
    from follow_up_office import moment

    walk = records.ExploratoryWalk(
        id=ids.new_id(), writer=office.tablet.pk, created_at=moment(), updated_at=moment(), state="held",
        territory="goutte-dor", title="Marche de femmes",
    )  # fmt: skip
    office.arrive(walk)
    report = office.reported(walk_id=walk.id)
    office.assigned(report)
    return report


def signed_in(office: Office, name: str) -> Client:
    client = Client()
    if name != "stranger":
        client.force_login(office.people[name], backend="django.contrib.auth.backends.ModelBackend")
    return client


# 200 a page, 302 elsewhere (home) or to the door (a stranger), 403 not for this role, 404 nothing that is theirs.
GETS: dict[str, tuple[int, ...]] = {
    #                 stranger nobody cell other coordinator agent road admin
    "/": (302, 302, 302, 302, 302, 302, 302, 302),
    "/reports": (302, 403, 200, 200, 200, 403, 403, 200),
    "/reports/{number}": (302, 404, 200, 404, 200, 200, 404, 200),
    "/requests": (302, 200, 403, 403, 403, 200, 200, 403),
    "/walks": (302, 403, 200, 200, 200, 403, 403, 200),
    "/walks/{walk}": (302, 403, 200, 404, 200, 403, 403, 200),
    "/tablets": (302, 403, 200, 200, 403, 403, 403, 200),
    "/photos/{photo}/preview": (302, 404, 404, 404, 404, 404, 404, 404),
    "/help": (302, 200, 200, 200, 200, 200, 200, 200),
    "/help/site-agent": (302, 200, 200, 200, 200, 200, 200, 200),
    "/help/../settings": (404, 404, 404, 404, 404, 404, 404, 404),
    "/login": (200, 200, 200, 200, 200, 200, 200, 200),
    "/font/bold.ttf": (200, 200, 200, 200, 200, 200, 200, 200),
    "/font/other.ttf": (404, 404, 404, 404, 404, 404, 404, 404),
}
# With an empty form nothing can be carried out: 422 or 409 says that the person could have, 302 that it was.
POSTS: dict[str, tuple[int, ...]] = {
    "/reports/{number}/assign": (302, 404, 422, 404, 422, 422, 404, 422),
    "/reports/{number}/comment": (302, 404, 422, 404, 422, 422, 404, 422),
    "/reports/{number}/separate": (302, 404, 409, 404, 409, 409, 404, 409),
    "/reports/{number}/unknown": (302, 404, 404, 404, 404, 404, 404, 404),
    "/walks/{walk}/next-visit": (302, 403, 302, 302, 403, 403, 403, 302),
    "/tablets/code": (302, 403, 302, 302, 403, 403, 403, 200),
    "/tablets/{tablet}/revoke": (302, 403, 302, 404, 403, 403, 403, 302),
    "/tablets/carried/{file}": (302, 403, 404, 404, 403, 403, 403, 404),  # of no such file; test_carried.py has one
    "/logout": (302, 302, 302, 302, 302, 302, 302, 302),
    "/language/setlang/": (302, 302, 302, 302, 302, 302, 302, 302),
}


def filled(address: str, office: Office, report: ReportHandling) -> str:
    return address.format(
        number=report.number, walk=report.walk_id, photo=ids.new_id(), tablet=office.tablet.pk, file="0" * 64
    )


@pytest.mark.parametrize("place, name", list(enumerate(PEOPLE)), ids=PEOPLE)
def test_each_person_gets_the_pages_of_their_role_and_no_other(
    office: Office, assigned: ReportHandling, place: int, name: str
) -> None:
    answers = {address: signed_in(office, name).get(filled(address, office, assigned)).status_code for address in GETS}
    assert answers == {address: codes[place] for address, codes in GETS.items()}


@pytest.mark.parametrize("place, name", list(enumerate(PEOPLE)), ids=PEOPLE)
def test_each_person_carries_out_the_acts_of_their_role_and_no_other(
    office: Office, assigned: ReportHandling, place: int, name: str
) -> None:
    answers = {
        address: signed_in(office, name).post(filled(address, office, assigned)).status_code for address in POSTS
    }
    assert answers == {address: codes[place] for address, codes in POSTS.items()}


def test_the_two_tables_name_every_address_of_the_console() -> None:
    from sync.server.console import urls

    named = {pattern.name for pattern in urls.urlpatterns if getattr(pattern, "name", None)}
    resolver = get_resolver()
    example = {"{number}": "26-0001", "{walk}": "w", "{photo}": "p", "{tablet}": "t", "{file}": "f"}
    reached = set()
    for address in (*GETS, *POSTS):
        for gap, value in example.items():
            address = address.replace(gap, value)  # noqa: PLW2901
        if "/../" not in address:
            reached.add(resolver.resolve(address).url_name)
    assert named <= reached


def test_a_stranger_is_sent_to_the_door_and_back(office: Office, assigned: ReportHandling) -> None:
    answer = Client().get(f"/reports/{assigned.number}")
    assert answer.headers["Location"] == f"/login?next=/reports/{assigned.number}"


def test_an_act_without_its_secret_token_is_refused(office: Office, assigned: ReportHandling) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(office.cell, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(f"/reports/{assigned.number}/comment", {"words": "x"}).status_code == 403


def test_an_organisation_reads_no_words_meant_for_the_office(office: Office, assigned: ReportHandling) -> None:
    """Those said of its own request it does read, once released as well."""
    actions.decide(office.cell, assigned.pk, seen=seen_by(assigned), to="watched", words="Le gardien est menacé.")
    actions.assign(
        office.cell, assigned.pk, seen=seen_by(assigned), lead=office.roads.pk, words="Clé chez la boulangère."
    )
    path = f"/reports/{assigned.number}"
    released, leading, coordinator = (
        signed_in(office, name).get(path).content.decode() for name in ("agent", "road_agent", "coordinator")
    )
    assert "menacé" not in released and "boulangère" not in released
    assert "menacé" not in leading and "boulangère" in leading
    assert "menacé" in coordinator
