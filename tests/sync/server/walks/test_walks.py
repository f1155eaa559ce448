"""Walks as the office follows them: the file made on arrival, and what keeps a walk open (S-03)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from follow_up_office import Office, corrected, moment

from sync.protocol import ids, records
from sync.protocol.track import TrackPoint, pack
from sync.server.reports import access as reports_access
from sync.server.reports import actions as reports
from sync.server.reports.actions.history import seen_by
from sync.server.reports.errors import Incomplete, NotAllowed
from sync.server.walks import access, actions
from sync.server.walks.models import WalkFile

pytestmark = pytest.mark.database


@pytest.fixture
def walk(office: Office) -> records.ExploratoryWalk:
    made = records.ExploratoryWalk(
        id=ids.new_id(),
        writer=office.tablet.pk,
        created_at=moment(),
        updated_at=moment(),
        title="Marche de femmes, de nuit",
        state="held",
        territory="goutte-dor",
        started_at=moment(-120),
    )
    office.arrive(made)
    return made


def test_a_walk_stays_open_until_each_finding_has_a_follow_up_and_a_return_is_dated(
    office: Office, walk: records.ExploratoryWalk
) -> None:
    finding = office.reported(walk_id=walk.id)
    office.reported(walk_id=walk.id, kind="liked_place")
    file = WalkFile.objects.get(pk=walk.id)
    today = date.today()
    assert access.closing_of(file, today).without_disposition == (finding.number,)
    reports.decide(office.cell, finding.pk, seen=seen_by(finding), to="watched")
    assert not access.closing_of(file, today).closed
    actions.set_next_visit(office.cell, walk.id, today + timedelta(days=90))
    assert access.closing_of(WalkFile.objects.get(pk=walk.id), today).closed


def test_the_return_day_of_the_office_survives_a_later_revision_of_the_tablet(
    office: Office, walk: records.ExploratoryWalk
) -> None:
    day = date.today() + timedelta(days=30)
    actions.set_next_visit(office.cell, walk.id, day)
    office.arrive(corrected(walk, title="Autre titre", next_visit_on="2030-01-01"))
    file = WalkFile.objects.get(pk=walk.id)
    assert (file.title, file.next_visit_on) == ("Autre titre", day)


def test_the_group_asks_to_close_and_dates_the_return_whichever_arrives_first(office: Office) -> None:
    for first in (0, 1):
        walk = records.ExploratoryWalk(
            id=ids.new_id(),
            writer=office.tablet.pk,
            created_at=moment(),
            updated_at=moment(),
            territory="goutte-dor",
            state="held",
        )
        request = records.WalkClosureRequest(
            id=ids.new_id(),
            writer=office.tablet.pk,
            created_at=moment(),
            updated_at=moment(),
            walk_id=walk.id,
            next_visit_on="2030-04-01",
        )
        office.arrive(*((walk, request) if first else (request, walk)))
        file = WalkFile.objects.get(pk=walk.id)
        assert file.closure_requested_at is not None
        assert file.next_visit_on == date(2030, 4, 1)


def test_only_the_cell_of_the_district_dates_the_return(office: Office, walk: records.ExploratoryWalk) -> None:
    for person in (office.coordinator, office.other_cell, office.agent):
        with pytest.raises(NotAllowed):
            actions.set_next_visit(person, walk.id, date.today())
    with pytest.raises(Incomplete):
        actions.set_next_visit(office.cell, walk.id, None)


def test_the_page_of_a_walk_shows_its_track_its_findings_and_counts_not_collected(
    office: Office, walk: records.ExploratoryWalk
) -> None:
    points = [TrackPoint(time_ms=None, lat_e7=488871000 + i, lon_e7=23525000 + i) for i in range(3)]
    stray = TrackPoint(time_ms=None, lat_e7=100000000, lon_e7=0, flags=1)
    segment = records.TrackSegment(
        id=ids.new_id(),
        writer=office.tablet.pk,
        created_at=moment(),
        updated_at=moment(),
        walk_id=walk.id,
        ordinal=0,
        count=4,
        points=pack([*points, stray]),
    )
    attended = records.Attendance(role="resident", gender="women", age_band="adult", count=None)
    office.arrive(segment, corrected(walk, attendance=(attended,)))
    finding = office.reported(walk_id=walk.id)
    client = Client(headers={"accept-language": "fr"})
    client.force_login(office.cell, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(f"/walks/{walk.id}")
    assert len(answer.context["map"]["track"][0]) == 3, "a stray fix is kept and not drawn"
    page = answer.content.decode()
    assert finding.number in page and "non recueilli" in page
    assert "Marche de femmes, de nuit" in client.get("/walks").content.decode()


def test_a_walk_that_its_author_withdrew_leaves_the_list(office: Office, walk: records.ExploratoryWalk) -> None:
    office.arrive(corrected(walk, deleted_at=moment()))
    assert not access.visible(office.cell).exists()


def test_a_coordinator_learns_nothing_of_restricted_findings_from_the_pages_of_walks(
    office: Office, walk: records.ExploratoryWalk
) -> None:
    """S-205: neither their numbers nor how many they are."""
    hidden = office.reported(walk_id=walk.id, category="racist_graffiti")
    shown = office.reported(walk_id=walk.id)
    file = WalkFile.objects.get(pk=walk.id)
    for person, count in ((office.coordinator, 1), (office.cell, 2)):
        readable = reports_access.visible(person)
        assert access.counts_of([file], readable) == {walk.id: (count, count)}
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        page = client.get(f"/walks/{walk.id}").content.decode()
        assert shown.number in page
        assert (hidden.number in page) == (count == 2)


def test_a_text_of_any_length_that_a_tablet_writes_has_its_place(office: Office, walk: records.ExploratoryWalk) -> None:
    """PostgreSQL refuses what is longer than its column, and with it the whole push."""
    long = "à l’angle " * 60
    office.arrive(corrected(walk, title=long))
    finding = office.reported(walk_id=walk.id, address=long, provisional_number=long)
    WalkFile.objects.get(pk=walk.id).clean_fields()
    finding.clean_fields(exclude=["view_id"])
    finding.lines.get().clean_fields(exclude=["by_organisations"])
