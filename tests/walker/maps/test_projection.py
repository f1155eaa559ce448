"""The square world of tile packs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walker.maps.projection import pixels_per_metre, tile_range, to_square


def test_paris_lies_on_its_well_known_tile() -> None:
    assert tile_range((2.35, 48.85, 2.35, 48.85), 12) == (2074, 1409, 2074, 1409)


def test_a_pixel_at_the_equator_is_the_length_every_map_table_gives() -> None:
    assert 1 / pixels_per_metre(0, 0.0) == pytest.approx(156_543.03, abs=0.01)
    assert pixels_per_metre(10, 60.0) == pytest.approx(2 * pixels_per_metre(10, 0.0))


@settings(deadline=None, derandomize=True)
@given(st.floats(-180, 180), st.floats(-90, 90))
def test_every_place_on_earth_lies_in_the_square_and_further_north_is_higher(longitude: float, latitude: float) -> None:
    x, y = to_square(longitude, latitude)
    assert 0 <= x <= 1 and -1e-9 <= y <= 1 + 1e-9
    assert to_square(longitude, latitude - 1)[1] >= y


@settings(deadline=None, derandomize=True)
@given(st.floats(-180, 180), st.floats(-90, 90), st.integers(0, 19))
def test_tiles_asked_for_a_place_always_exist(longitude: float, latitude: float, zoom: int) -> None:
    left, top, right, bottom = tile_range((longitude, latitude, longitude, latitude), zoom)
    assert 0 <= left == right < 1 << zoom and 0 <= top == bottom < 1 << zoom
