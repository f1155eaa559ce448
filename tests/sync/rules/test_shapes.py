"""Outlines of spaces: sizes as a geodesist measures them, crossings decided exactly, walked lines thinned (S-57)."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Polygon
from shapely.geometry import Point as Dot

from sync.protocol.records import Point
from sync.rules.shapes import area_m2, crosses_itself, length_m, middle, missing_corners, settled, thinned

LAT, LON = 488_800_000, 23_500_000
near = st.integers(-20_000, 20_000)  # within 220 m
corner = st.builds(lambda north, east: Point(lat_e7=LAT + north, lon_e7=LON + east), near, near)
corners = st.lists(corner, min_size=1, max_size=9)
few = st.lists(st.builds(lambda y, x: Point(lat_e7=LAT + y, lon_e7=LON + x), *[st.integers(0, 4)] * 2), max_size=6)


def _degrees(point: Point) -> tuple[float, float]:
    return point.lat_e7 / 1e7, point.lon_e7 / 1e7


def _square(side_m: float) -> list[Point]:
    north = round(side_m / 111_200 * 1e7)
    east = round(side_m / (111_320 * math.cos(math.radians(48.88))) * 1e7)
    return [Point(lat_e7=LAT + y * north, lon_e7=LON + x * east) for y, x in ((0, 0), (0, 1), (1, 1), (1, 0))]


def test_a_square_of_12_metres_has_its_area_and_its_way_round() -> None:
    square = _square(12)
    assert area_m2(square) == pytest.approx(144, rel=0.01)
    assert length_m("polygon", square) == pytest.approx(48, rel=0.01)
    assert length_m("line", square) == pytest.approx(36, rel=0.01)
    assert length_m("point", square[:1]) == 0


@given(corners)
def test_lengths_agree_with_the_geodesic(line: list[Point]) -> None:
    wanted = sum(geodesic(_degrees(a), _degrees(b)).m for a, b in pairwise(line))
    assert length_m("line", line) == pytest.approx(wanted, rel=1e-4, abs=1e-3)


@given(corners, st.integers(0, 8), st.booleans())
def test_the_area_does_not_depend_on_where_one_starts_nor_which_way_one_goes(
    ring: list[Point], by: int, back: bool
) -> None:
    turned = ring[by % len(ring) :] + ring[: by % len(ring)]
    assert area_m2(turned[::-1] if back else turned) == pytest.approx(area_m2(ring), rel=1e-6, abs=1e-3)


@given(few)
def test_an_outline_crosses_itself_when_a_geometry_library_says_so(ring: list[Point]) -> None:
    if len(set(ring)) < 3 or any(a == b for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)):
        return
    assert crosses_itself("polygon", ring) is not Polygon([(p.lon_e7 - LON, p.lat_e7 - LAT) for p in ring]).is_valid


@given(few)
def test_a_line_crosses_itself_when_a_geometry_library_says_so(line: list[Point]) -> None:
    if len(line) < 2 or any(a == b for a, b in pairwise(line)) or line[0] == line[-1]:
        return
    assert crosses_itself("line", line) is not LineString([(p.lon_e7 - LON, p.lat_e7 - LAT) for p in line]).is_simple


@given(corners, st.sampled_from(["point", "line", "polygon"]))
def test_the_middle_lies_within_the_bounds(ring: list[Point], shape: str) -> None:
    found = middle(shape, ring)
    assert min(p.lat_e7 for p in ring) <= found.lat_e7 <= max(p.lat_e7 for p in ring)
    assert min(p.lon_e7 for p in ring) <= found.lon_e7 <= max(p.lon_e7 for p in ring)


def test_the_middle_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no corner"):
        middle("polygon", [])


@pytest.mark.parametrize(("shape", "count", "wanted"), [("point", 0, 1), ("line", 1, 1), ("polygon", 1, 2)])
def test_a_shape_says_how_many_corners_it_lacks(shape: str, count: int, wanted: int) -> None:
    assert missing_corners(shape, _square(10)[:count]) == wanted
    assert missing_corners(shape, _square(10)[:3]) == 0


def test_the_same_place_touched_twice_is_one_corner() -> None:
    here = _square(10)[0]
    assert missing_corners("polygon", [here, here, here]) == 2


@given(st.lists(corner, min_size=2, max_size=30), st.floats(0.5, 20))
def test_a_thinned_line_keeps_its_ends_its_order_and_stays_within_the_tolerance(
    line: list[Point], tolerance: float
) -> None:
    kept = thinned(line, tolerance)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert all(one in line for one in kept)
    scale = math.cos(math.radians(48.88))
    metres = [((p.lon_e7 - LON) * 0.0111320 * scale, (p.lat_e7 - LAT) * 0.0111200) for p in line]
    places = dict(zip([(p.lat_e7, p.lon_e7) for p in line], metres, strict=True))
    drawn = LineString([places[p.lat_e7, p.lon_e7] for p in kept])

    assert all(drawn.distance(Dot(place)) <= tolerance * 1.01 + 0.01 for place in metres)


def test_a_straight_walk_is_thinned_to_its_ends() -> None:
    line = [Point(lat_e7=LAT + step * 200, lon_e7=LON) for step in range(50)]
    assert thinned(line, 1.0) == [line[0], line[-1]]


@given(few, st.sampled_from(["point", "line", "polygon"]))
def test_what_is_saved_is_a_shape_that_its_corners_are_enough_for(ring: list[Point], shape: str) -> None:
    kept, corners = settled(shape, ring)
    if ring:
        assert missing_corners(kept, corners) == 0
    assert kept == shape or missing_corners(shape, ring) > 0
    assert kept == "point" or list(corners) == ring
