"""What a grid asks: every grid of the catalogue, in the version a walk froze, and whatever a newer server sends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.catalogue import load_seed
from sync.protocol.records import (
    Attendance,
    CatalogueEntry,
    CommitmentView,
    ExploratoryWalk,
    GridAnswer,
    Point,
    ShowOfHands,
    Stop,
)
from tests.walker.copies import pulled
from walker.domain.earlier_answers import earlier_at
from walker.domain.grid_questions import (
    GENDERS,
    KINDS,
    TEXT,
    grid_entry,
    group_sizes,
    promises_theme,
    themes_of,
    too_many,
    with_hand,
)
from walker.domain.site_promises import promises_at
from walker.domain.units import position
from walker.store import Store

SEED = load_seed()
DAY = date(2026, 10, 15)
PLACE = position(48.83, 2.448)
GRIDS = [entry.code for entry in SEED.entries("grids")]


@pytest.mark.parametrize("code", GRIDS)
def test_every_grid_of_the_catalogue_is_asked_whole(code: str) -> None:
    """S-12."""
    entry = grid_entry(SEED, code, 1)
    assert entry is not None
    themes = themes_of(SEED, entry, DAY, "night")
    asked = [question for theme in themes for question in theme.questions]
    assert [one.item for one in asked] == [
        line["item"] for section in entry.data["sections"] for line in section["items"]
    ]
    for one in asked:
        assert one.kind in KINDS
        assert one.fr and one.en
        assert one.kind not in ("rating", "choice") or len(one.options) >= 2
        assert one.kind != "rating" or [option.value for option in one.options] == ["0", "1", "2", "3"]


def test_a_question_about_the_night_is_not_asked_by_day() -> None:
    worksite = grid_entry(SEED, "worksite", 1)
    by_night = {one.item for theme in themes_of(SEED, worksite, DAY, "night") for one in theme.questions}
    by_day = {one.item for theme in themes_of(SEED, worksite, DAY, "day") for one in theme.questions}
    unknown = {one.item for theme in themes_of(SEED, worksite, DAY, "unknown") for one in theme.questions}
    assert by_night - by_day == {"worksite_light"}
    assert unknown == by_night


def _newer(make: Any, list_name: str, code: str, version: int, **data: Any) -> CatalogueEntry:
    entry: CatalogueEntry = make(
        CatalogueEntry, list=list_name, code=code, version=version, valid_from="2020-01-01", fr=code, en=code, data=data
    )
    return entry


def test_a_walk_keeps_the_version_it_froze_when_a_newer_one_comes(make: Any) -> None:
    """S-12: frozen per walk."""
    newer = _newer(make, "grids", "common", 2, sections=[{"code": "a", "fr": "a", "en": "a", "items": []}])
    catalogue = SEED.with_entries([newer])
    frozen = grid_entry(catalogue, "common", 1)
    assert frozen is not None
    assert len(themes_of(catalogue, frozen, DAY, "day")) == 9
    assert grid_entry(catalogue, "common", 2) == newer


def test_an_unknown_kind_of_item_or_an_unknown_item_is_asked_in_words(make: Any) -> None:
    """A server of tomorrow: nothing that it asks is lost."""
    items = [{"item": "of_tomorrow"}, {"item": "never_heard_of"}, {"item": "light"}]
    grid = _newer(make, "grids", "tomorrow", 1, sections=[{"code": "a", "items": items}])
    item = _newer(make, "grid_items", "of_tomorrow", 1, kind="drawing", question_fr="Dessinez", question_en="Draw")
    catalogue = SEED.with_entries([grid, item])
    (theme,) = themes_of(catalogue, grid, DAY, "day")
    assert [(one.kind, one.fr) for one in theme.questions[:2]] == [(TEXT, "Dessinez"), (TEXT, "never_heard_of")]
    assert theme.questions[2].kind == "rating"


def test_a_grid_that_is_not_on_this_tablet_gives_way_to_the_common_one() -> None:
    entry = grid_entry(SEED, "of_another_district", 3)
    assert entry is not None and entry.code == "common"


@pytest.mark.parametrize(
    ("fields", "here"),
    [
        ({"position": position(48.8301, 2.448)}, True),
        ({"position": position(48.84, 2.448)}, False),
        ({"position": position(48.8301, 2.448), "radius_cm": 500}, False),
        ({"position": position(48.83, 2.448), "valid_to": "2026-10-14"}, False),
        ({"position": position(48.83, 2.448), "valid_from": "2026-10-16"}, False),
        ({"position": position(48.83, 2.448), "valid_from": "2026-10-15", "valid_to": "2026-10-15"}, True),
        ({}, False),
    ],
)
def test_a_promise_is_of_this_place_and_this_day(store: Store, make: Any, fields: dict[str, Any], here: bool) -> None:
    """S-101: the cleaning schedule, charter or rules of the site where one stands."""
    pulled(store, make(CommitmentView, writer="server", kind="cleaning_schedule", title="Planning", **fields))
    assert bool(promises_at(store, PLACE, DAY)) is here


def test_a_promise_drawn_as_an_outline_is_of_what_lies_inside_and_not_in_its_hole(store: Store, make: Any) -> None:
    def ring(size: int) -> tuple[Point, ...]:
        corners = ((-size, -size), (-size, size), (size, size), (size, -size))
        return tuple(Point(lat_e7=PLACE.lat_e7 + y, lon_e7=PLACE.lon_e7 + x) for y, x in corners)

    pulled(store, make(CommitmentView, writer="server", kind="quality_charter", title="Charte", rings=(ring(9000),)))
    pulled(store, make(CommitmentView, writer="server", kind="other", title="Règles", rings=(ring(9000), ring(500))))
    assert [one.title for one in promises_at(store, PLACE, DAY)] == ["Charte"]


def test_of_each_promise_it_is_asked_whether_it_is_displayed_and_followed(make: Any) -> None:
    """S-47, S-101."""
    promises = [make(CommitmentView, kind="cleaning_schedule", title=title) for title in ("A", "B")]
    (theme,) = promises_theme(SEED, promises, DAY)
    assert [(one.item, one.promise and one.promise.title) for one in theme.questions] == [
        *(("commitment_displayed", "A"), ("commitment_followed", "A")),
        *(("commitment_displayed", "B"), ("commitment_followed", "B")),
    ]
    assert len({one.key for one in theme.questions}) == 4
    assert promises_theme(SEED, [], DAY) == []


def test_not_collected_is_not_zero_in_the_size_of_the_group() -> None:
    """DESIGN-UI §1.7."""
    rows = [("women", 4), ("women", 5), ("men", None), ("other_or_unsaid", 0)]
    attendance = [Attendance(role="resident", gender=gender, age_band="26_59", count=count) for gender, count in rows]
    assert group_sizes(attendance) == {"women": 9, "other_or_unsaid": 0}


def test_more_hands_than_people_are_noticed() -> None:
    hands = [ShowOfHands(value=value, gender="women", count=count) for value, count in (("0", 5), ("1", 5))]
    assert too_many(hands, {"women": 9}, many=False) == {"women"}
    assert too_many(hands, {"women": 10}, many=False) == frozenset()
    assert too_many(hands, {"women": 9}, many=True) == frozenset()  # one may raise a hand for each answer
    assert too_many(hands, {"men": 1}, many=False) == frozenset()  # nobody counted the women who came


_tap = st.tuples(st.sampled_from(["0", "1", "yes"]), st.sampled_from(GENDERS), st.none() | st.integers(0, 30))


@given(st.lists(_tap, max_size=12))
def test_a_show_of_hands_holds_the_last_count_of_each_class_once(taps: list[tuple[str, str, int | None]]) -> None:
    hands: tuple[ShowOfHands, ...] = ()
    last: dict[tuple[str, str], int] = {}
    for value, gender, count in taps:
        hands = with_hand(hands, value, gender, count)
        last.pop((value, gender), None)
        if count is not None:
            last[value, gender] = count
    assert {(hand.value, hand.gender): hand.count for hand in hands if hand.count is not None} == last
    assert len({(hand.value, hand.gender) for hand in hands}) == len(hands)
    counted = {hand.value for hand in hands}
    assert counted == {value for value, _ in last}
    for value in counted:  # what was not collected is said, and is not zero
        assert {"women", "men", "other_or_unsaid"} <= {hand.gender for hand in hands if hand.value == value}


def _walk(store: Store, make: Any, day: str, **fields: Any) -> ExploratoryWalk:
    walk: ExploratoryWalk = store.records.save(
        make(ExploratoryWalk, state="held", started_at=f"{day}T18:00:00.000Z", **fields)
    )
    return walk


def _answered(make: Any, walk: ExploratoryWalk, lat: float, **values: str) -> list[Any]:
    stop = make(Stop, walk_id=walk.id, ordinal=0, position=position(lat, 2.448))
    fields = {"walk_id": walk.id, "stop_id": stop.id, "grid_code": "common", "grid_version": 1}
    return [stop, *(make(GridAnswer, item=item, value=value, **fields) for item, value in values.items())]


def test_the_earlier_answers_are_those_of_the_nearest_stop_of_the_last_walk_of_this_route(
    store: Store, make: Any
) -> None:
    old = _walk(store, make, "2026-03-01")
    last = _walk(store, make, "2026-06-01", follows_walk_id=old.id)
    other = _walk(store, make, "2026-08-01")
    now = _walk(store, make, "2026-10-15", follows_walk_id=last.id)
    store.records.save_all(_answered(make, old, 48.83, light="0"))
    store.records.save_all(_answered(make, last, 48.8301, light="1"))
    store.records.save_all(_answered(make, last, 48.8303, light="2"))
    store.records.save_all(_answered(make, other, 48.83, light="3"))
    found = earlier_at(store, now, PLACE)
    assert found is not None
    assert (found.day, found.answers["light"].value) == (date(2026, 6, 1), "1")


def test_where_the_last_walk_did_not_stop_the_one_before_it_counts(store: Store, make: Any) -> None:
    old = _walk(store, make, "2026-03-01")
    last = _walk(store, make, "2026-06-01", follows_walk_id=old.id)
    now = _walk(store, make, "2026-10-15", follows_walk_id=last.id)
    store.records.save_all(_answered(make, old, 48.83, light="0"))
    store.records.save_all(_answered(make, last, 48.84, light="1"))
    found = earlier_at(store, now, PLACE)
    assert found is not None and found.answers["light"].value == "0"


def test_another_groups_walk_of_the_same_plan_is_found_among_what_the_server_sent(store: Store, make: Any) -> None:
    """S-05, S-12: walks compare across groups."""
    plan = make(Stop, walk_id="x", ordinal=0, position=PLACE).id
    theirs = make(ExploratoryWalk, writer="other", state="held", started_at="2026-03-01T18:00:00.000Z", plan_id=plan)
    pulled(store, theirs, *_answered(make, theirs, 48.83, light="2"))
    found = earlier_at(store, _walk(store, make, "2026-10-15", plan_id=plan), PLACE)
    assert found is not None and found.answers["light"].value == "2"
    assert earlier_at(store, _walk(store, make, "2026-10-15"), PLACE) is None
