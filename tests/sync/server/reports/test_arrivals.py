"""Records of tablets taken in together or one by one, in any order: the office ends up with the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from follow_up_office import Office, moment
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.protocol import codec, ids, records
from sync.server.api import receivers
from sync.server.records import access as records_access
from sync.server.records.feed import writing
from sync.server.records.models import Record as Row
from sync.server.reports import check
from sync.server.reports.models import NumberSeries, ReportHandling, StatusChange

pytestmark = pytest.mark.database


def push(*arriving: records.Record) -> None:
    with writing() as feed:
        heads = Row.objects.in_bulk([record.id for record in arriving])
        for record in arriving:
            body = codec.encode(record)
            feed.accept(
                record,
                body,
                codec.sha256(body),
                device=record.writer,
                head=heads.get(record.id),
                territory="goutte-dor",
            )
        receivers.receive(arriving, feed)


@settings(deadline=None, derandomize=True, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(7)), cuts=st.sets(st.integers(1, 6)))
def test_reports_visits_and_photos_lead_to_the_same_files_however_they_are_cut_and_ordered(
    office: Office, order: list[int], cuts: set[int]
) -> None:
    before = NumberSeries.objects.values_list("last", flat=True).first() or 0
    seen_gone, hidden, plain = office.report(), office.report(category="racist_graffiti"), office.report()
    photo = records.Photo(
        id=ids.new_id(), writer=office.tablet.pk, created_at=moment(), updated_at=moment(), about=hidden.id
    )
    everything = [
        seen_gone,
        hidden,
        plain,
        photo,
        office.visit(seen_gone, "resolved", -10),
        office.visit(seen_gone, "not_seen", -5),
        office.visit(plain, "persists", -5),
    ]
    arriving = [everything[number] for number in order]
    for start, end in pairwise([0, *sorted(cuts), len(arriving)]):
        push(*arriving[start:end])
    files = ReportHandling.objects.in_bulk([seen_gone.id, hidden.id, plain.id])
    assert sorted(int(file.number[3:]) for file in files.values()) == [before + 1, before + 2, before + 3]
    assert files[seen_gone.id].seen_gone and files[plain.id].persists == 1
    assert files[hidden.id].readers != "all"
    row = records_access.row(photo.id)
    assert row is not None and row.restricted
    assert StatusChange.objects.filter(handling__in=files).count() == 6
    for file in files.values():
        assert office.view(file).status == file.status
    assert not list(check.differences())
    lines = StatusChange.objects.count()
    push(*everything)
    assert StatusChange.objects.count() == lines, "taking them in again changes nothing"


def test_a_hundred_reports_in_one_push_ask_the_database_no_more_than_ten_do(office: Office) -> None:
    asked = []
    for count in (10, 100):
        arriving = [office.report() for _ in range(count)]
        with CaptureQueriesContext(connection) as queries:
            push(*arriving)
        asked.append(len(queries))
    few, many = asked
    assert many <= few, asked
    assert ReportHandling.objects.count() == 110


def test_a_report_taken_back_before_it_ever_arrived_is_filed_as_withdrawn(office: Office) -> None:
    gone, there = office.report(deleted_at=moment()), office.report()
    push(gone, there)
    files = ReportHandling.objects.in_bulk([gone.id, there.id])
    assert [line.act for line in files[gone.id].lines.all()] == ["withdrawn"]
    assert [line.act for line in files[there.id].lines.all()] == ["received"]
    view = office.view(files[gone.id])
    assert view.deleted_at is not None


def test_of_two_clones_at_the_same_revision_the_office_goes_on_with_the_one_that_was_kept(office: Office) -> None:
    """ "Keep mine" pushes a version on top of another of the same number, or of a higher one."""
    report = office.report()
    visit = office.visit(report, "persists")
    push(report, visit)
    for theirs, mine, number in (("graffiti", "litter", 2), ("bulky_items", "dog_fouling", 5)):
        push(replace(report, category=theirs, revision=number), replace(visit, verdict="worse", revision=number))
        push(replace(report, category=mine, revision=2), replace(visit, verdict="resolved", revision=2, text=mine))
        handling = ReportHandling.objects.get(pk=report.id)
        assert handling.category == mine
        assert (handling.persists, handling.seen_gone) == (0, True)
    assert not list(check.differences())
