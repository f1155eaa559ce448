"""Pull: each tablet gets what it may read, once, in order, and learns what left or was erased."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from wire import Tablet, item

from sync.protocol import endpoints, ids, messages, records, times
from sync.protocol.catalogue import load_seed
from sync.server.catalogue.access import catalogue
from sync.server.catalogue.actions import publish_entries
from sync.server.records import actions
from sync.server.records.feed import writing
from sync.server.territories.actions import TerritoryChange, save

pytestmark = [pytest.mark.database, pytest.mark.django_db]
Enrol = Callable[..., Tablet]
AsRecords = Callable[[Any], list[records.Record]]
SQUARE = {
    "type": "Polygon",
    "coordinates": [[[2.35, 48.88], [2.36, 48.88], [2.36, 48.89], [2.35, 48.89], [2.35, 48.88]]],
}
INSIDE = records.Position(lat_e7=488850000, lon_e7=23550000)


@pytest.fixture(autouse=True)
def two_territories(db: None) -> None:
    publish_entries(load_seed().entries("categories"))
    save(
        [
            TerritoryChange(code="goutte", kind="priority_district", name="Goutte d’Or", geometry=SQUARE),
            TerritoryChange(code="ailleurs", kind="priority_district", name="Ailleurs"),
        ]
    )


def ids_of(page: messages.PullAnswer, as_records: AsRecords, *kinds: type[records.Record]) -> set[str]:
    return {record.id for record in as_records(page.records) if isinstance(record, kinds)}


def view(tablet: Tablet, report: records.Report, **fields: Any) -> records.HandlingView:
    now = times.now()
    common = {"id": ids.new_id(), "writer": "server", "created_at": now, "updated_at": now, "report_id": report.id}
    return records.HandlingView(**(common | {"number": "26-0001", "status": "received", "group": "open"} | fields))


def test_everyone_gets_the_catalogue_and_the_territories(enrol_tablet: Enrol, as_records: AsRecords) -> None:
    tablet = enrol_tablet()
    pulled = [record for page in tablet.pull_all() for record in as_records(page.records)]
    entries = [record for record in pulled if isinstance(record, records.CatalogueEntry)]
    assert len(entries) == len(catalogue().entries("categories"))
    names = {record.name: record for record in pulled if isinstance(record, records.TerritoryView)}
    assert len(names["Goutte d’Or"].rings[0]) == 5


def test_a_tablet_never_gets_its_own_records_back(enrol_tablet: Enrol, as_records: AsRecords) -> None:
    tablet = enrol_tablet("goutte")
    tablet.push(tablet.report(position=INSIDE))
    assert not ids_of(tablet.pull(), as_records, records.Report)


def test_the_reports_of_others_come_in_a_granted_territory_only(enrol_tablet: Enrol, as_records: AsRecords) -> None:
    author, neighbour, stranger = enrol_tablet(), enrol_tablet("goutte"), enrol_tablet("ailleurs")
    report = author.report(position=INSIDE)
    author.push(report)
    assert ids_of(neighbour.pull(), as_records, records.Report) == {report.id}
    assert not ids_of(stranger.pull(), as_records, records.Report)


def test_all_tablets_of_a_walk_get_the_whole_walk(enrol_tablet: Enrol, as_records: AsRecords) -> None:
    leader, companion = enrol_tablet(), enrol_tablet()
    walk = leader.walk()
    theirs = leader.report(walk_id=walk.id)
    leader.push(walk, theirs)
    companion.push(companion.report(walk_id=walk.id))
    page = companion.pull()
    assert ids_of(page, as_records, records.Report, records.ExploratoryWalk) == {walk.id, theirs.id}
    assert all(row.scopes == (f"walk:{walk.id}",) for row in page.records if row.hash == item(theirs).hash)


def test_what_not_everyone_may_read_goes_to_no_other_tablet(enrol_tablet: Enrol, as_records: AsRecords) -> None:
    hidden = next(
        entry.code for entry in catalogue().entries("categories") if entry.data.get("readers", "all") != "all"
    )
    author, neighbour = enrol_tablet(), enrol_tablet("goutte")
    walk = author.walk()
    report = author.report(position=INSIDE, category=hidden, walk_id=walk.id)
    photo = author.photo(b"\xff\xd8\xff", about=report.id, walk_id=walk.id)
    # The photo comes first: nobody may see it before it is known what it shows.
    author.push(photo)
    author.push(walk, report)
    neighbour.push(neighbour.report(walk_id=walk.id))
    assert ids_of(neighbour.pull(), as_records, records.Report, records.Photo) == set()


def test_a_photo_follows_its_report_that_arrives_later(enrol_tablet: Enrol, as_records: AsRecords) -> None:
    author, neighbour = enrol_tablet(), enrol_tablet("goutte")
    report = author.report(position=INSIDE)
    photo = author.photo(b"\xff\xd8\xff", about=report.id)
    author.push(photo)
    assert not ids_of(neighbour.pull(), as_records, records.Photo)
    author.push(report)
    assert ids_of(neighbour.pull(), as_records, records.Photo) == {photo.id}


def test_the_office_answers_the_tablet_that_reported(enrol_tablet: Enrol, as_records: AsRecords) -> None:
    author, other = enrol_tablet(), enrol_tablet()
    report = author.report()
    author.push(report)
    with writing() as feed:
        feed.publish(view(author, report), device=author.id, restricted=True)
    assert len(ids_of(author.pull(), as_records, records.HandlingView)) == 1
    assert not ids_of(other.pull(), as_records, records.HandlingView)


def test_a_later_revision_of_a_report_leaves_the_views_of_the_office_where_they_are(
    enrol_tablet: Enrol, as_records: AsRecords
) -> None:
    author, neighbour = enrol_tablet(), enrol_tablet("goutte")
    report = author.report(position=INSIDE)
    author.push(report)
    with writing() as feed:
        feed.publish(view(author, report), device=author.id, restricted=True)
    author.push(item(dataclasses.replace(report, revision=2), base=item(report).hash))
    assert not ids_of(neighbour.pull(), as_records, records.HandlingView)


def test_publishing_the_same_again_moves_nothing(enrol_tablet: Enrol) -> None:
    author = enrol_tablet()
    report = author.report()
    shown = view(author, report)
    with writing() as feed:
        feed.publish(shown, device=author.id)
    cursors = author.pull().cursors
    with writing() as feed:
        feed.publish(dataclasses.replace(shown, updated_at=times.now()), device=author.id)
    assert not author.hello(cursors=dict(cursors)).message(messages.HelloAnswer).waiting
    with writing() as feed:
        feed.publish(dataclasses.replace(shown, status="done"), device=author.id)
    assert author.hello(cursors=dict(cursors)).message(messages.HelloAnswer).waiting


def test_a_report_that_moves_leaves_its_old_territory(enrol_tablet: Enrol, as_records: AsRecords) -> None:
    author, old, new = enrol_tablet(), enrol_tablet("goutte"), enrol_tablet("ailleurs")
    report = author.report(position=INSIDE)
    author.push(report)
    cursors = dict(old.pull().cursors)
    moved = dataclasses.replace(report, revision=2, position=None, territory="ailleurs")
    author.push(item(moved, base=item(report).hash))
    page = old.pull(**cursors)
    assert [(each.scope, each.id) for each in page.departures] == [("territory:goutte", report.id)]
    assert not page.records
    assert ids_of(new.pull(), as_records, records.Report) == {report.id}


def test_a_record_that_came_back_is_not_said_to_have_left(enrol_tablet: Enrol) -> None:
    author, reader = enrol_tablet(), enrol_tablet("goutte")
    report = author.report(position=INSIDE)
    author.push(report)
    for territory in ("ailleurs", "goutte"):
        with writing() as feed:
            feed.move(report.id, territory)
    assert not reader.pull().departures


def test_hiding_a_record_takes_it_from_those_who_had_it(enrol_tablet: Enrol) -> None:
    author, reader = enrol_tablet(), enrol_tablet("goutte")
    report = author.report(position=INSIDE)
    author.push(report)
    cursors = dict(reader.pull().cursors)
    with writing() as feed:
        feed.move(report.id, "goutte", restricted=True)
    assert [each.id for each in reader.pull(**cursors).departures] == [report.id]


def test_an_erasure_is_told_once(enrol_tablet: Enrol) -> None:
    author, reader = enrol_tablet(), enrol_tablet("goutte")
    report = author.report(position=INSIDE)
    author.push(report)
    cursors = dict(reader.pull().cursors)
    actions.erase(report.id, reason="person_asked")
    page = reader.pull(**cursors)
    assert page.erased == (report.id,)
    assert not reader.pull(**page.cursors).erased


def test_pages_hold_all_rows_once_whatever_their_number(
    enrol_tablet: Enrol, as_records: AsRecords, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endpoints, "MAX_PULL_RECORDS", 7)
    monkeypatch.setattr(endpoints, "MAX_PULL_BYTES", 3000)
    author, reader = enrol_tablet(), enrol_tablet("goutte")
    sent = [author.report(position=INSIDE, text="x" * (n * 40)) for n in range(40)]
    author.push(*sent)
    pulled = [
        record.id
        for page in reader.pull_all()
        for record in as_records(page.records)
        if isinstance(record, records.Report)
    ]
    assert pulled == [report.id for report in sent]


def test_thousands_that_leave_a_territory_at_once_come_in_pages_too(
    enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Issue 4, item 4: bounded memory, whatever happened while a tablet was away."""
    monkeypatch.setattr(endpoints, "MAX_PULL_RECORDS", 7)
    author, reader = enrol_tablet(), enrol_tablet("goutte")
    sent = [author.report(position=INSIDE) for _ in range(40)]
    author.push(*sent)
    cursors = dict(list(reader.pull_all())[-1].cursors)
    with writing() as feed:
        for report in sent[:30]:
            feed.move(report.id, "ailleurs")
    for report in sent[30:]:
        actions.erase(report.id, reason="person_asked")
    pages = []
    while not pages or pages[-1].more:
        pages.append(reader.pull(**cursors))
        cursors = dict(pages[-1].cursors)
    assert all(len(page.departures) <= 7 and len(page.erased) <= 7 for page in pages)
    assert [each.id for page in pages for each in page.departures] == [report.id for report in sent[:30]]
    assert [each for page in pages for each in page.erased] == [report.id for report in sent[30:]]
    # Who never read the territory is not told who left it.
    assert not enrol_tablet("goutte").pull().departures


def test_a_page_of_those_who_left_and_are_back_may_hold_nothing_and_the_next_one_comes(
    enrol_tablet: Enrol, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A territory drawn anew, and drawn back: a hollow page brings the cursors on."""
    monkeypatch.setattr(endpoints, "MAX_PULL_RECORDS", 7)
    author, reader = enrol_tablet(), enrol_tablet("goutte")
    sent = [author.report(position=INSIDE) for _ in range(10)]
    author.push(*sent)
    cursors = dict(list(reader.pull_all())[-1].cursors)
    for territory in ("ailleurs", "goutte"):
        with writing() as feed:
            for report in sent:
                feed.move(report.id, territory)
    pages = list(reader.pull_all(cursors))
    assert not (pages[0].records or pages[0].departures) and pages[0].more
    assert len([row for page in pages for row in page.records]) == 10


def test_a_cursor_of_a_territory_no_longer_granted_is_left_out(enrol_tablet: Enrol) -> None:
    assert "territory:goutte" not in enrol_tablet().pull(**{"territory:goutte": 5}).cursors


def test_a_new_territory_starts_at_its_beginning(enrol_tablet: Enrol, as_records: AsRecords) -> None:
    from sync.server.accounts.models import Device
    from sync.server.territories.models import Territory

    author, reader = enrol_tablet(), enrol_tablet()
    report = author.report(position=INSIDE)
    author.push(report)
    cursors = dict(list(reader.pull_all())[-1].cursors)
    Device.objects.get(pk=reader.id).territories.set(Territory.objects.filter(code="goutte"))
    assert ids_of(reader.pull(**cursors), as_records, records.Report) == {report.id}
