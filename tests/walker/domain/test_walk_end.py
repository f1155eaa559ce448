"""A walk summed up at its end: what is left to complete, what keeps it open, and the day the group comes back."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol.catalogue import load_seed
from sync.protocol.records import (
    Attendance,
    ExploratoryWalk,
    GridAnswer,
    HandlingView,
    Photo,
    Report,
    SpaceCandidate,
    Stop,
    WalkClosureRequest,
)
from tests.walker.domain.test_revisits import at, pull
from walker.domain.revisits import look
from walker.domain.walk_end import ask_to_close, ballot_items, count_at_end, date_return, in_months, sum_up
from walker.store import Store

TODAY = date(2026, 10, 15)
CATALOGUE = load_seed()


@pytest.fixture
def walk(store: Store, make: Any) -> ExploratoryWalk:
    kept: ExploratoryWalk = store.records.save(
        make(
            ExploratoryWalk,
            state="held",
            started_at="2026-10-15T17:30:00.000Z",
            grid_code="common",
            grid_version=1,
            headcount_start=12,
            attendance=(
                Attendance(role="inhabitant", gender="women", age_band="adult", count=9),
                Attendance(role="inhabitant", gender="men", age_band="adult", count=None),
            ),
        )
    )
    return kept


def test_what_was_recorded_and_what_is_left_is_counted(store: Store, make: Any, walk: ExploratoryWalk) -> None:
    report = store.records.save(make(Report, walk_id=walk.id, category="litter", position=at(0)))
    unnamed = store.records.save(make(Report, walk_id=walk.id, position=at(0)))
    nowhere = store.records.save(make(Report, walk_id=walk.id, category="litter"))
    store.records.save(make(Report, walk_id=walk.id, kind="liked_place", position=at(0)))
    space = store.records.save(make(SpaceCandidate, walk_id=walk.id))
    store.records.save(make(Report, category="litter"))  # of no walk
    stop = store.records.save(make(Stop, walk_id=walk.id, ordinal=0, position=at(0)))
    store.records.save(
        make(
            GridAnswer, walk_id=walk.id, stop_id=stop.id, grid_code="common", grid_version=1, item="light", value="good"
        )
    )
    store.records.save(make(GridAnswer, walk_id=walk.id, stop_id=stop.id, grid_code="common", grid_version=1, item="x"))
    store.photos.add(make(Photo, walk_id=walk.id, about=report.id), b"private")
    draft = make(Report).id
    store.drafts.keep(draft, Report, walk.id, {})
    store.drafts.keep(make(Report).id, Report, None, {})
    end = sum_up(store, CATALOGUE, walk.id, TODAY)
    assert (end.reports, end.liked, end.spaces, end.stops) == (3, 1, 1, 1)
    assert (end.answered, end.asked > 30) == (1, True)
    assert list(end.drafts) == [("report", draft)]
    assert list(end.without_category) == [unnamed.id]
    assert list(end.without_place) == [("report", nowhere.id), ("space", space.id)]
    assert (end.unchecked, end.came) == (1, 9)


def test_nobody_counted_is_not_nobody_came(store: Store, make: Any, walk: ExploratoryWalk) -> None:
    store.records.change(walk.id, lambda held: dataclasses.replace(held, attendance=()))
    assert sum_up(store, CATALOGUE, walk.id, TODAY).came is None


def test_earlier_findings_are_counted_by_what_this_walk_said(
    store: Store, make: Any, clock: Any, walk: ExploratoryWalk
) -> None:
    earlier = [
        store.records.save(make(Report, observed_at="2026-03-12T17:00:00.000Z", position=at(n))) for n in range(4)
    ]
    for report, verdict in zip(earlier, ("resolved", "persists", "not_seen"), strict=False):
        look(store, clock, report.id, verdict, walk_id=walk.id)
    end = sum_up(store, CATALOGUE, walk.id, TODAY)
    assert dict(end.verdicts) == {"resolved": 1, "persists": 1, "not_seen": 1}
    assert end.unseen == 2  # the one nobody came to, and the one nobody could see


def test_a_walk_stays_open_until_every_finding_has_a_follow_up_and_a_return_is_dated(
    store: Store, make: Any, walk: ExploratoryWalk
) -> None:
    """S-03, S-172: with what was last received; what was never heard of is open; what one likes asks for nothing."""
    first, second = (store.records.save(make(Report, walk_id=walk.id, provisional_number=f"KT-{n}")) for n in (1, 2))
    store.records.save(make(Report, walk_id=walk.id, kind="liked_place"))
    end = sum_up(store, CATALOGUE, walk.id, TODAY)
    assert end.closing.without_disposition == ("KT-1", "KT-2")
    assert (end.closing.return_dated, end.closing.closed, end.answers_received) == (False, False, False)
    views = [
        make(HandlingView, report_id=first.id, walk_id=walk.id, number="26-0001", status="assigned", group="assigned"),
        make(HandlingView, report_id=second.id, walk_id=walk.id, number="26-0002", status="clarify", group="clarify"),
    ]
    pull(store, *views)
    end = sum_up(store, CATALOGUE, walk.id, TODAY)
    assert (end.closing.without_disposition, end.answers_received) == (("26-0002",), True)
    pull(store, views[0], dataclasses.replace(views[1], status="refused", group="refused"))
    date_return(store, walk.id, "2027-01-15")
    assert sum_up(store, CATALOGUE, walk.id, TODAY).closing.closed


def test_a_later_walk_that_follows_is_the_return(store: Store, make: Any, walk: ExploratoryWalk) -> None:
    store.records.save(make(ExploratoryWalk, state="held", follows_walk_id=walk.id))
    assert sum_up(store, CATALOGUE, walk.id, TODAY).closing.closed


def test_asking_twice_is_one_request_and_another_date_is_told(store: Store, clock: Any, walk: ExploratoryWalk) -> None:
    date_return(store, walk.id, "2027-01-15")
    first = ask_to_close(store, clock, walk.id)
    assert ask_to_close(store, clock, walk.id) == first
    date_return(store, walk.id, "2027-02-15")
    (kept,) = store.records.all(WalkClosureRequest)
    assert (kept.id, kept.next_visit_on, kept.revision) == (first.id, "2027-02-15", 2)
    end = sum_up(store, CATALOGUE, walk.id, TODAY)
    assert end.request == kept
    assert end.walk.next_visit_on == "2027-02-15"


def test_the_headcount_is_a_number(store: Store, walk: ExploratoryWalk) -> None:
    assert count_at_end(store, walk.id, 11).headcount_end == 11
    assert sum_up(store, CATALOGUE, walk.id, TODAY).walk.headcount_start == 12


def test_what_presses_comes_first_on_the_ballot(store: Store, make: Any, walk: ExploratoryWalk) -> None:
    plain = store.records.save(make(Report, walk_id=walk.id))
    pressing = store.records.save(make(Report, walk_id=walk.id, danger=True))
    space = store.records.save(make(SpaceCandidate, walk_id=walk.id))
    assert [record.id for record in ballot_items(store, walk.id)] == [pressing.id, plain.id, space.id]


@given(day=st.dates(date(2015, 1, 1), date(2090, 1, 1)), months=st.integers(-24, 24))
@settings(deadline=None, derandomize=True)
def test_months_later_is_the_same_day_or_the_last_of_that_month(day: date, months: int) -> None:
    found = in_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (
        found.day < day.day and in_months(found.replace(day=1), 1).toordinal() - 1 == found.toordinal()
    )
