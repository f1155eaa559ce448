"""`gup check` folds every report again: nothing to say after honest work, a line for each column that lies."""

from __future__ import annotations

import itertools

import pytest
from follow_up_office import Office

from sync.protocol import records
from sync.server.reports import actions
from sync.server.reports.actions.history import seen_by
from sync.server.reports.check import differences
from sync.server.reports.models import ReportHandling

pytestmark = pytest.mark.database


def test_after_a_whole_loop_with_duplicates_every_cache_is_what_the_lines_say(office: Office) -> None:
    lead, double = office.reported(), office.reported()
    actions.join(office.cell, double.pk, seen=seen_by(double), number=lead.number)
    office.done(lead)
    office.arrive(office.visit(double, "persists"))
    assert list(differences()) == []


def test_a_column_changed_behind_the_actions_back_is_named(office: Office) -> None:
    report = office.reported()
    ReportHandling.objects.filter(pk=report.pk).update(group="treated")
    (line,) = differences()
    assert report.number in line and "group is 'treated', its history says 'open'" in line


def test_any_order_of_arrival_of_a_report_and_its_visits_leads_to_the_same_state(office: Office) -> None:
    states = set()
    for order in itertools.permutations(range(4)):
        report = office.report()
        first = office.visit(report, "persists", minutes=-9)
        corrected = records.Revisit(**{**vars(first), "revision": 2, "verdict": "resolved"})
        arriving = [report, first, corrected, office.visit(report, "worse", minutes=-5)]
        # One tablet sends the revisions of one record in their order.
        ordered = [arriving[place] for place in order]
        if ordered.index(first) > ordered.index(corrected):
            continue
        office.arrive(*ordered)
        handling = ReportHandling.objects.get(pk=report.id)
        states.add((handling.status, handling.group, handling.persists, handling.seen_gone))
    assert states == {("new", "open", 1, False)}
