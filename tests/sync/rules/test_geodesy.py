"""Lengths agree with the geodesic of geopy, areas with shapely."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from geopy.distance import geodesic
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, contains_xy
from shapely.geometry import shape

from sync.rules.geodesy import Area, bounds, distance_m, length_m, share_inside


@dataclass(frozen=True)
class At:
    lat: float
    lon: float


lats = st.floats(min_value=-85, max_value=85)
lons = st.floats(min_value=-179, max_value=179)
steps = st.floats(min_value=-0.2, max_value=0.2)
SQUARE = [[[[2.0, 48.0], [2.1, 48.0], [2.1, 48.1], [2.0, 48.1], [2.0, 48.0]]]]


@given(lat=lats, lon=lons, dlat=steps, dlon=steps)
@settings(deadline=None, derandomize=True)
def test_a_leg_is_as_long_as_the_geodesic_to_one_part_in_a_million(
    lat: float, lon: float, dlat: float, dlon: float
) -> None:
    judge = geodesic((lat, lon), (lat + dlat, lon + dlon)).m
    assert distance_m(lat, lon, lat + dlat, lon + dlon) == pytest.approx(judge, rel=1e-6, abs=1e-6)


@given(line=st.lists(st.tuples(st.floats(48.8, 48.9), st.floats(2.3, 2.4)), max_size=8))
@settings(deadline=None, derandomize=True)
def test_a_line_is_as_long_backwards_and_no_shorter_than_its_chord(line: list[tuple[float, float]]) -> None:
    points = [At(*position) for position in line]
    assert length_m(points) == pytest.approx(length_m(points[::-1]))
    if points:
        ends = distance_m(points[0].lat, points[0].lon, points[-1].lat, points[-1].lon)
        assert length_m(points) >= ends - 1e-6


def test_points_are_in_the_real_districts_where_shapely_has_them(shared_data: Path) -> None:
    """The official polygon of Les Portes du Vingtième crosses itself: even-odd is asked of the repaired one."""
    for name in ("arrondissements.geojson", "qpv_2015_officiels_3.geojson"):
        for feature in json.loads((shared_data / "geo-paris" / name).read_text())["features"]:
            judge = shape(feature["geometry"]).buffer(0) if "qpv" in name else shape(feature["geometry"])
            parts = [judge] if judge.geom_type == "Polygon" else list(judge.geoms)
            rings = [[list(part.exterior.coords), *[list(h.coords) for h in part.interiors]] for part in parts]
            area = Area(rings)
            west, south, east, north = judge.bounds
            for row in range(12):
                for column in range(12):
                    lon = west + (east - west) * (column + 0.37) / 12
                    lat = south + (north - south) * (row + 0.41) / 12
                    assert area.contains(lat, lon) == contains_xy(judge, lon, lat)


def test_a_hole_is_outside_and_a_second_polygon_inside() -> None:
    hole = [[2.04, 48.04], [2.06, 48.04], [2.06, 48.06], [2.04, 48.06], [2.04, 48.04]]
    far = [[[3.0, 48.0], [3.1, 48.0], [3.1, 48.1], [3.0, 48.0]]]
    area = Area([[SQUARE[0][0], hole], far])
    assert not area.contains(48.05, 2.05)
    assert area.contains(48.02, 2.02)
    assert area.contains(48.05, 3.08)


def test_of_two_areas_sharing_an_edge_exactly_one_has_the_point_on_it() -> None:
    east = Area([[[[2.1, 48.0], [2.2, 48.0], [2.2, 48.1], [2.1, 48.1], [2.1, 48.0]]]])
    assert [Area(SQUARE).contains(48.05, 2.1), east.contains(48.05, 2.1)].count(True) == 1


def test_an_area_without_polygons_holds_nothing() -> None:
    assert not Area([]).contains(48.05, 2.05)


@pytest.mark.parametrize("fixes", [2, 3, 50, 500])
def test_the_share_inside_follows_length_and_not_how_often_a_fix_was_taken(fixes: int) -> None:
    """A walk is in a district when half of its recorded length lies inside."""
    line = [At(48.05, 2.075 + 0.1 * step / (fixes - 1)) for step in range(fixes)]
    assert share_inside([line], Area(SQUARE)) == pytest.approx(0.25, abs=0.002)


def test_the_share_counts_every_line_and_no_gap_between_them() -> None:
    inside, outside = [At(48.05, 2.05), At(48.05, 2.06)], [At(48.05, 2.95), At(48.05, 2.96)]
    assert share_inside([inside, outside], Area(SQUARE)) == pytest.approx(0.5, abs=0.01)


def test_a_group_that_never_moved_is_where_it_stood() -> None:
    assert share_inside([[At(48.05, 2.05), At(48.05, 2.05)]], Area(SQUARE)) == 1.0
    assert share_inside([[At(49.0, 2.05)]], Area(SQUARE)) == 0.0
    assert share_inside([], Area(SQUARE)) == 0.0


# Never on an edge of the square, where a line is neither in nor out.
off_edge = st.integers(min_value=-5, max_value=14).map(lambda step: step / 100 + 0.005)


@given(line=st.lists(st.tuples(off_edge, off_edge), min_size=2, max_size=5))
@settings(deadline=None, derandomize=True)
def test_the_share_agrees_with_an_exact_intersection(line: list[tuple[float, float]]) -> None:
    points = [At(48 + north, 2 + east) for north, east in line]
    whole = length_m(points)
    if whole < 100:
        return
    square = shape({"type": "MultiPolygon", "coordinates": SQUARE})
    exact = 0.0
    for start, end in pairwise(points):  # leg by leg: a way back counts again
        kept = LineString([(start.lon, start.lat), (end.lon, end.lat)]).intersection(square)
        exact += length_m([At(y, x) for x, y in kept.coords]) if kept.geom_type == "LineString" else 0.0
    assert share_inside([points], Area(SQUARE)) * whole == pytest.approx(exact, abs=10.0 * 2 * len(points))


def test_bounds_hold_all_positions() -> None:
    box = bounds([(2.0, 48.0), (2.5, 47.5)])
    assert (box.south, box.west, box.north, box.east) == (47.5, 2.0, 48.0, 2.5)
    assert box.contains(47.9, 2.2)
    assert not box.contains(48.1, 2.2)
