"""One record for each question of a stop, however often the group thinks again (S-12, S-95)."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol.ids import new_id
from sync.protocol.records import ExploratoryWalk, GridAnswer, Position, ShowOfHands, Stop
from walker.domain.grid import answer, grid_of, says_nothing
from walker.store import Store, open_store

PLACE = Position(lat_e7=488_800_000, lon_e7=23_500_000)
MOMENT = "2026-10-15T17:00:00.000Z"
HANDS = (ShowOfHands(value="1", gender="women", count=4), ShowOfHands(value="1", gender="men", count=None))


def _now() -> datetime:
    return datetime(2026, 10, 15, 18, 0, tzinfo=UTC)


def _walk(store: Store, **fields: Any) -> tuple[ExploratoryWalk, Stop]:
    base = {"writer": "", "created_at": MOMENT, "updated_at": MOMENT}
    walk = store.records.save(ExploratoryWalk(id=new_id(), state="held", started_at=MOMENT, **base, **fields))
    stop = Stop(id=new_id(), walk_id=walk.id, ordinal=0, position=PLACE, period="night", **base)
    return walk, store.records.save(stop)


@pytest.fixture
def at_a_stop(store: Store) -> tuple[ExploratoryWalk, Stop]:
    return _walk(store, grid_code="women", grid_version=1)


def test_an_answer_names_the_frozen_grid_the_stop_and_its_period(store: Store, at_a_stop: Any) -> None:
    walk, stop = at_a_stop
    kept = answer(store, _now, walk, stop.id, "light", value="1")
    assert (kept.grid_code, kept.grid_version, kept.stop_id, kept.period) == ("women", 1, stop.id, "night")
    assert store.records.all(GridAnswer) == [kept]


def test_a_walk_without_a_grid_answers_the_common_one(store: Store) -> None:
    walk, stop = _walk(store)
    assert grid_of(store, walk) == ("common", 1)
    assert answer(store, _now, walk, stop.id, "light", value="1").grid_code == "common"


def test_thinking_again_is_the_next_revision_and_keeps_what_was_said_beside_it(store: Store, at_a_stop: Any) -> None:
    walk, stop = at_a_stop
    first = answer(store, _now, walk, stop.id, "light", value="1", dissent="deux d’entre nous voient bien")
    second = answer(store, _now, walk, stop.id, "light", value="2")
    assert (second.id, second.revision) == (first.id, first.revision + 1)
    assert (second.value, second.dissent) == ("2", "deux d’entre nous voient bien")


def test_not_observed_and_an_answer_exclude_each_other(store: Store, at_a_stop: Any) -> None:
    walk, stop = at_a_stop
    answer(store, _now, walk, stop.id, "light", value="1", show_of_hands=HANDS)
    unseen = answer(store, _now, walk, stop.id, "light", not_observed=True)
    assert (unseen.not_observed, unseen.value, unseen.show_of_hands) == (True, None, ())
    seen = answer(store, _now, walk, stop.id, "light", value="3")
    assert (seen.not_observed, seen.value) == (False, "3")


def test_an_answer_taken_back_is_marked_and_the_next_one_is_the_same_record(store: Store, at_a_stop: Any) -> None:
    walk, stop = at_a_stop
    first = answer(store, _now, walk, stop.id, "light", value="1")
    answer(store, _now, walk, stop.id, "light", value=None)
    assert store.records.all(GridAnswer) == []
    again = answer(store, _now, walk, stop.id, "light", value="2")
    assert again.id == first.id
    assert store.records.all(GridAnswer) == [again]


def test_a_promise_of_the_site_has_its_own_answer(store: Store, at_a_stop: Any) -> None:
    walk, stop = at_a_stop
    one, other = new_id(), new_id()
    for commitment in (one, other, one):
        answer(store, _now, walk, stop.id, "commitment_displayed", value="yes", commitment_id=commitment)
    assert sorted(kept.commitment_id or "" for kept in store.records.all(GridAnswer)) == sorted([one, other])


_said = st.one_of(
    st.fixed_dictionaries({"value": st.sampled_from(["0", "1", "yes", None])}),
    st.fixed_dictionaries({"show_of_hands": st.sampled_from([HANDS, ()])}),
    st.fixed_dictionaries({"not_observed": st.booleans()}),
    st.fixed_dictionaries({"text": st.sampled_from(["", "sous le pont"])}),
    st.fixed_dictionaries({"dissent": st.sampled_from(["", "pas toutes"])}),
    st.just({}),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.sampled_from(["light", "benches", "of_tomorrow"]), _said), max_size=12))
def test_any_sequence_of_answers_leaves_one_record_for_each_question(
    taps: list[tuple[int, str, dict[str, Any]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder), clock=_now) as store:
        walk, stop = _walk(store)
        stops = [stop.id, new_id()]
        last: dict[tuple[str, str], GridAnswer] = {}
        for at, item, said in taps:
            kept = answer(store, _now, walk, stops[at], item, **said)
            before = last.get((stops[at], item))
            assert before is None or (kept.id, kept.revision) == (before.id, before.revision + 1)
            assert not (kept.not_observed and (kept.value or kept.show_of_hands))
            last[stops[at], item] = kept
        held = store.records.all(GridAnswer, with_deleted=True)
        assert {(one.stop_id, one.item): one for one in held} == last
        assert len(held) == len(last)
        assert all(says_nothing(one) for one in held if one.deleted_at)
