"""A walk to come: copied, taken over from the office, frozen at its start, cancelled and taken up again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from sync.protocol.catalogue import Catalogue, load_seed
from sync.protocol.records import CatalogueEntry, ExploratoryWalk, Point, Stop, WalkPlan
from tests.walker.viewmodels.test_home import receive
from tests.walker.window import DEMO
from walker.device.replay_position import ReplayPosition
from walker.domain import preparation
from walker.domain.units import position
from walker.domain.walk_session import WalkSession
from walker.store import Store

Clock = Callable[[], datetime]
WAY = (Point(lat_e7=488300000, lon_e7=24480000), Point(lat_e7=488310000, lon_e7=24490000))


def newer(code: str, version: int, valid_from: str) -> CatalogueEntry:
    """Another version of a grid, as the office would publish it."""
    import dataclasses

    entry = load_seed().get("grids", code)
    assert entry is not None
    return dataclasses.replace(
        entry, id=f"01a20000-0000-7000-8000-{version:012d}", writer="server", version=version, valid_from=valid_from
    )


def test_the_grid_is_that_of_the_day_the_walk_begins_and_a_later_one_changes_nothing(
    store: Store, clock: Clock
) -> None:
    """S-12: grid code and version are stored with the walk; answers of two dates can be compared."""
    walk = preparation.prepare(store, clock, territory="grand_belleville", grid_code="women")
    receive(store, newer("women", 2, "2026-10-01"), newer("women", 3, "2026-10-16"))
    catalogue = load_seed().with_entries(store.copies.all(CatalogueEntry))
    session = WalkSession.begin(store, walk.id, clock, catalogue)  # on 15 October
    assert (session.walk.grid_code, session.walk.grid_version, session.walk.state) == ("women", 2, "held")
    receive(store, newer("women", 4, "2026-10-15"))
    session.edit(note="plus tard")
    held = store.records.get(walk.id)
    assert isinstance(held, ExploratoryWalk) and held.grid_version == 2


@pytest.mark.parametrize(("chosen", "frozen"), [(1, 1), (2, 2), (9, 2), (None, 2)])
def test_a_version_that_was_chosen_is_kept_when_it_is_known(
    store: Store, clock: Clock, chosen: int | None, frozen: int
) -> None:
    catalogue = load_seed().with_entries([newer("women", 2, "2026-10-01")])
    walk = preparation.prepare(store, clock, grid_code="women", grid_version=chosen)
    assert preparation.frozen_grid(walk, catalogue, date(2026, 10, 15))["grid_version"] == frozen


def test_a_walk_without_a_choice_gets_the_common_grid(store: Store, clock: Clock) -> None:
    walk = preparation.prepare(store, clock)
    assert preparation.frozen_grid(walk, load_seed(), date(2026, 10, 15)) == {"grid_code": "common", "grid_version": 1}


def test_a_grid_that_nobody_knows_here_is_kept_as_it_is(store: Store, clock: Clock) -> None:
    walk = preparation.prepare(store, clock, grid_code="of_another_town", grid_version=7)
    assert preparation.frozen_grid(walk, Catalogue(), date(2026, 10, 15)) == {
        "grid_code": "of_another_town",
        "grid_version": 7,
    }


def test_a_walk_is_made_again_on_the_way_that_was_walked(store: Store, clock: Clock, make: Any) -> None:
    """S-04: it follows the earlier one, in the same series; the recorded track becomes a way of few points."""
    from sync.formats.tracklog import read_log

    session = WalkSession.start(store, clock, publics=("women",), grid_code="women", grid_version=1, step_free=True)
    session.add_fixes(ReplayPosition(read_log(DEMO / "walk.gpx").segments))
    store.records.save(make(Stop, walk_id=session.walk.id, ordinal=0, position=position(48.83, 2.448)))
    earlier = session.finish().walk
    fields = preparation.copied_from(store, earlier)
    assert (fields["follows_walk_id"], fields["series_id"]) == (earlier.id, earlier.id)
    assert (fields["publics"], fields["grid_code"], fields["step_free"]) == (("women",), "women", True)
    assert 5 < len(fields["route"]) < 200
    assert len(fields["planned_stops"]) >= 1
    walk = preparation.prepare(store, clock, **fields)
    length = preparation.length_of(walk)
    assert length == pytest.approx((earlier.length_cm or 0) / 100, rel=0.12)
    again = preparation.copied_from(store, walk)
    assert (again["route"], again["series_id"]) == (fields["route"], earlier.id)


def test_a_walk_of_the_office_is_taken_over_once(store: Store, clock: Clock, make: Any) -> None:
    plan = make(
        WalkPlan, writer="server", title="Marche de nuit", planned_on="2026-10-16", publics=("women",), route=WAY
    )
    receive(store, plan)
    (offered,) = preparation.coming(store, date(2026, 10, 15))
    assert offered.is_plan
    walk = preparation.adopt(store, clock, plan)
    assert (walk.plan_id, walk.title, walk.route, walk.state) == (plan.id, "Marche de nuit", WAY, "planned")
    assert preparation.adopt(store, clock, plan).id == walk.id
    (own,) = preparation.coming(store, date(2026, 10, 15))
    assert own.walk.id == walk.id
    preparation.cancel(store, walk.id, "weather")
    assert preparation.coming(store, date(2026, 10, 15)) == []
    assert preparation.take_up(store, walk.id).cancel_reason is None


def test_the_nearest_day_comes_first_and_a_day_that_passed_stays_ours(store: Store, clock: Clock, make: Any) -> None:
    today = date(2026, 10, 15)
    late = preparation.prepare(store, clock, planned_on="2026-10-20")
    undated = preparation.prepare(store, clock)
    past = preparation.prepare(store, clock, planned_on="2026-10-01")
    receive(store, make(WalkPlan, writer="server", title="Passée", planned_on="2026-10-02"))
    assert [one.walk.id for one in preparation.coming(store, today)] == [past.id, late.id, undated.id]
    offered = preparation.next_one(store, today)
    assert offered is not None and offered.walk.id == late.id


def test_the_day_is_that_of_the_place_not_of_greenwich() -> None:
    """At 23:30 in London it is tomorrow in Paris."""
    assert preparation.today_of(lambda: datetime(2026, 10, 15, 22, 30, tzinfo=UTC)) == date(2026, 10, 16)


def test_young_people_are_noticed_by_public_or_by_count(store: Store, clock: Clock) -> None:
    from walker.domain import attendance

    assert preparation.is_of_young_people(preparation.prepare(store, clock, publics=("young_people",)))
    counted = attendance.add((), ("resident", "men", "age_13_17"))
    assert preparation.is_of_young_people(preparation.prepare(store, clock, attendance=counted))
    assert not preparation.is_of_young_people(preparation.prepare(store, clock, publics=("women",)))


def test_only_the_territory_has_to_be_said(store: Store, clock: Clock) -> None:
    assert preparation.missing(preparation.prepare(store, clock))[0] == "place"
    assert "place" not in preparation.missing(preparation.prepare(store, clock, territory="grand_belleville"))
