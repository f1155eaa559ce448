"""A walk counts in the district that holds half of its recorded length that day, else in the one declared."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from django.test import Client
from follow_up_office import Office
from wire import Tablet, item

from sync.protocol import ids, records, times
from sync.protocol.track import AFTER_GAP, OUTLIER, TrackPoint, pack
from sync.server.records import access as records_access
from sync.server.reports.models import ReportHandling
from sync.server.territories.actions import TerritoryChange, save
from sync.server.walks.models import WalkFile

pytestmark = pytest.mark.database

DAY = "2026-03-08T20:00:00.000Z"
# Two districts side by side, met at longitude 2.3550, each 0.01 degree wide.
WEST, MIDDLE, EAST = 2.3450, 2.3550, 2.3650


def square(west: float, east: float) -> dict[str, object]:
    ring = [[west, 48.88], [east, 48.88], [east, 48.89], [west, 48.89], [west, 48.88]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def tablet(office: Office, enrol_tablet: Callable[..., Tablet]) -> Tablet:
    save(
        [
            TerritoryChange(code="goutte-dor", kind="priority_district", name="W", geometry=square(WEST, MIDDLE)),
            TerritoryChange(code="amiraux", kind="priority_district", name="E", geometry=square(MIDDLE, EAST)),
        ]
    )
    return enrol_tablet("goutte-dor")


def walk_of(tablet: Tablet, **values: object) -> records.ExploratoryWalk:
    now = times.now()
    held = {"state": "held", "territory": "goutte-dor", "started_at": DAY, "title": "Marche"} | values
    return records.ExploratoryWalk(id=ids.new_id(), writer=tablet.id, created_at=now, updated_at=now, **held)  # type: ignore[arg-type]


def track_of(
    tablet: Tablet, walk: records.ExploratoryWalk, *lons: float, ordinal: int = 0, flags: tuple[int, ...] = ()
) -> records.TrackSegment:
    """A segment along the parallel through the middle of both districts."""
    marks = flags or (0,) * len(lons)
    points = [
        TrackPoint(time_ms=None, lat_e7=488850000, lon_e7=round(lon * 1e7), flags=mark)
        for lon, mark in zip(lons, marks, strict=True)
    ]
    now = times.now()
    return records.TrackSegment(
        id=ids.new_id(),
        writer=tablet.id,
        created_at=now,
        updated_at=now,
        walk_id=walk.id,
        ordinal=ordinal,
        count=len(points),
        points=pack(points),
    )


def district(walk: records.ExploratoryWalk) -> tuple[str, bool]:
    file = WalkFile.objects.get(pk=walk.id)
    row = records_access.row(walk.id)
    assert row is not None and row.territory == file.territory, "tablets and office agree"
    return file.territory, file.territory_declared


def test_half_of_the_recorded_length_decides_whatever_was_declared(tablet: Tablet) -> None:
    mostly_east, mostly_west = walk_of(tablet), walk_of(tablet, territory="amiraux")
    tablet.push(
        track_of(tablet, mostly_east, 2.3530, 2.3600),
        mostly_east,
        mostly_west,
        track_of(tablet, mostly_west, 2.3460, 2.3560),
    )
    assert district(mostly_east) == ("amiraux", False)
    assert district(mostly_west) == ("goutte-dor", False)


def test_without_track_or_with_less_than_half_inside_the_declared_district_counts_as_declared(tablet: Tablet) -> None:
    silent, outside, nowhere = walk_of(tablet), walk_of(tablet), walk_of(tablet, territory=None)
    tablet.push(silent, outside, nowhere, track_of(tablet, outside, 2.3640, 2.3800))
    assert district(silent) == district(outside) == ("goutte-dor", True)
    assert district(nowhere) == ("", False)


def test_a_track_that_comes_later_moves_the_walk_and_its_findings_without_place(tablet: Tablet) -> None:
    walk = walk_of(tablet)
    lost, placed = tablet.report(walk_id=walk.id), tablet.report(walk_id=walk.id, position=records.Position(
        lat_e7=488850000, lon_e7=23460000))  # fmt: skip
    tablet.push(lost, placed, walk)
    assert district(walk) == ("goutte-dor", True)
    tablet.push(track_of(tablet, walk, 2.3530, 2.3560))
    assert district(walk) == ("goutte-dor", False)
    tablet.push(track_of(tablet, walk, 2.3560, 2.3640, ordinal=1))
    assert district(walk) == ("amiraux", False)
    files = ReportHandling.objects.in_bulk([lost.id, placed.id])
    assert (files[lost.id].territory, files[placed.id].territory) == ("amiraux", "goutte-dor")
    row = records_access.row(lost.id)
    view = records_access.row(files[lost.id].view_id)
    assert row is not None and view is not None and row.territory == view.territory == "amiraux"


def test_a_report_that_came_before_its_walk_takes_the_declared_district(tablet: Tablet) -> None:
    walk = walk_of(tablet)
    report = tablet.report(walk_id=walk.id)
    tablet.push(report)
    assert ReportHandling.objects.get(pk=report.id).territory == ""
    tablet.push(walk)
    assert ReportHandling.objects.get(pk=report.id).territory == "goutte-dor"


def test_a_later_title_keeps_the_district_and_a_track_taken_back_gives_the_declared_one_again(tablet: Tablet) -> None:
    walk = walk_of(tablet)
    track = track_of(tablet, walk, 2.3560, 2.3640)
    tablet.push(walk, track)
    renamed = dataclasses.replace(walk, revision=2, title="Autre titre")
    tablet.push(item(renamed, base=item(walk).hash))
    assert district(walk) == ("amiraux", False)
    gone = dataclasses.replace(track, revision=2, deleted_at=times.now())
    tablet.push(item(gone, base=item(track).hash))
    assert district(walk) == ("goutte-dor", True)


def test_stray_fixes_and_interruptions_count_for_no_length(tablet: Tablet) -> None:
    walk = walk_of(tablet, territory=None)
    lons = (2.3500, 2.3510, 2.3650, 2.3530, 2.3630, 2.3640)
    tablet.push(walk, track_of(tablet, walk, *lons, flags=(0, 0, OUTLIER, 0, AFTER_GAP, 0)))
    assert district(walk) == ("goutte-dor", False), "three parts in the west, one in the east"


def test_only_a_perimeter_valid_that_day_counts(tablet: Tablet) -> None:
    from datetime import date

    save([TerritoryChange(code="amiraux", kind="priority_district", name="E", valid_from=date(2027, 1, 1))])
    before, after = walk_of(tablet), walk_of(tablet, started_at="2027-03-08T20:00:00.000Z")
    tablet.push(*(each for walk in (before, after) for each in (walk, track_of(tablet, walk, 2.3560, 2.3640))))
    assert (district(before), district(after)) == (("goutte-dor", True), ("amiraux", False))


def test_the_page_of_the_walk_says_when_its_district_is_only_declared(office: Office, tablet: Tablet) -> None:
    declared, measured = walk_of(tablet), walk_of(tablet)
    tablet.push(declared, measured, track_of(tablet, measured, 2.3460, 2.3540))
    client = Client(headers={"accept-language": "fr"})
    client.force_login(office.cell, backend="django.contrib.auth.backends.ModelBackend")
    pages = [client.get(f"/walks/{walk.id}").content.decode() for walk in (declared, measured)]
    assert ["déclaré" in page for page in pages] == [True, False]
