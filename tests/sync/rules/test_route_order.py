"""The order in which a group meets things on its way."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.rules.geodesy import distance_m
from sync.rules.route_order import THIN_M, beside, nearest_first, thinned

METRE = 1 / 111_132.0
EAST = 1 / (111_320.0 * math.cos(math.radians(48.88)))


@dataclass(frozen=True)
class At:
    lat: float
    lon: float


def north(metres: float, east: float = 0.0) -> At:
    return At(48.88 + metres * METRE, 2.35 + east * EAST)


STREET = [north(0), north(400)]
offsets = st.floats(-50, 50)


@given(places=st.lists(st.tuples(st.floats(0, 400), offsets), min_size=2, max_size=20), cuts=st.integers(1, 60))
@settings(deadline=None, derandomize=True)
def test_along_a_street_things_come_in_the_order_of_their_house_numbers(
    places: list[tuple[float, float]], cuts: int
) -> None:
    """S-03, S-174: « in walking order », however finely the line is drawn."""
    line = [north(400 * cut / cuts) for cut in range(cuts + 1)]
    for at, off in places:
        thing = north(at, off)
        found = beside(line, thing.lat, thing.lon)
        assert found is not None
        assert found.along_m == pytest.approx(at, abs=0.1)
        assert found.off_m == pytest.approx(abs(off), abs=0.1)


@given(at=st.floats(5, 395), off=offsets)
@settings(deadline=None, derandomize=True)
def test_a_street_walked_there_and_back_meets_a_thing_on_the_way_there(at: float, off: float) -> None:
    thing = north(at, off)
    found = beside([*STREET, north(0, 5)], thing.lat, thing.lon)
    assert found is not None
    assert found.along_m == pytest.approx(at, abs=8)


@given(
    line=st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), min_size=2, max_size=12),
    thing=st.tuples(offsets, offsets),
)
@settings(deadline=None, derandomize=True)
def test_nothing_is_farther_from_the_line_than_from_its_points_nor_beyond_its_end(
    line: list[tuple[float, float]], thing: tuple[float, float]
) -> None:
    points, place = [north(*one) for one in line], north(*thing)
    found = beside(points, place.lat, place.lon)
    assert found is not None
    nearest = min(distance_m(point.lat, point.lon, place.lat, place.lon) for point in points)
    whole = sum(distance_m(a.lat, a.lon, b.lat, b.lon) for a, b in pairwise(points))
    assert found.off_m <= nearest * 1.01 + 11
    assert -0.1 <= found.along_m <= whole * 1.01 + 0.1


def test_without_a_line_nothing_is_beside_it() -> None:
    assert beside([], 48.88, 2.35) is None
    assert beside([north(0)], 48.88, 2.35) is None


@given(things=st.lists(st.tuples(st.floats(-900, 900), st.floats(-900, 900)), max_size=30))
@settings(deadline=None, derandomize=True)
def test_the_nearest_comes_first_and_what_has_no_place_last(things: list[tuple[float, float]]) -> None:
    placed = [(index, north(*one)) for index, one in enumerate(things)]
    here, lost = north(0), -1
    ordered = nearest_first([(lost, None), *placed], here)
    assert ordered[-1] == lost
    away = [distance_m(here.lat, here.lon, placed[index][1].lat, placed[index][1].lon) for index in ordered[:-1]]
    assert away == sorted(away)
    assert len(ordered) == len(things) + 1


def test_without_a_here_the_order_stays() -> None:
    assert nearest_first([("a", None), ("b", north(3)), ("c", north(1))], None) == ["b", "c", "a"]


@given(steps=st.lists(st.floats(0, 30), max_size=60))
@settings(deadline=None, derandomize=True)
def test_a_thinned_track_keeps_its_ends_and_nothing_close(steps: list[float]) -> None:
    line, gone = [], 0.0
    for step in steps:
        gone += step
        line.append(north(gone))
    kept = thinned(line)
    assert kept == [] if not line else (kept[0], kept[-1]) == (line[0], line[-1])
    gaps = [distance_m(a.lat, a.lon, b.lat, b.lon) for a, b in pairwise(kept[:-1])]
    assert all(gap >= THIN_M for gap in gaps)
