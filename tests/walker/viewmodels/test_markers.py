"""Markers that can be touched: those too near one another stand as one, never more than the map can bear."""

from __future__ import annotations

import math
import time
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from walker.maps.projection import TILE_SIZE, to_square
from walker.viewmodels.markers import APART_PX, MOST, Cluster, MapView, Mark, MarkIndex, alone, visible

VIEW = MapView(lat=48.83, lon=2.448, zoom=17, width=1100, height=720)


def mark(number: int, *, lat: float = 48.83, lon: float = 2.448, stop: int = 0) -> Mark:
    kind = "stop" if stop else "report"
    return Mark(record_id=f"r{number}", kind=kind, label="Déchets", icon="trash-2", lat=lat, lon=lon, number=stop)


def rows(marks: list[Mark], view: MapView = VIEW) -> list[dict[str, object]]:
    shown = [dict(cluster.row()) for cluster in visible([MarkIndex(marks)], view).values()]
    return sorted(shown, key=lambda row: str(row["kind"]))


def many(count: int) -> list[Mark]:
    return [
        mark(n, lat=48.80 + (n * 7919 % 10_000) * 7e-6, lon=2.40 + (n * 104_729 % 9_973) * 1e-5) for n in range(count)
    ]


def test_findings_at_one_place_are_one_marker_with_their_count() -> None:
    shown = rows([mark(1), mark(2), mark(3, lat=48.8312)])
    assert [(row["kind"], row["number"]) for row in shown] == [("cluster", 2), ("report", 0)]
    held = visible([MarkIndex([mark(1), mark(2)])], VIEW)
    assert [one.record_id for cluster in held.values() for one in cluster.marks] == ["r1", "r2"]


def test_closer_up_they_come_apart() -> None:
    near = [mark(1), mark(2, lon=2.44825)]
    assert len(rows(near)) == 1
    closer = MapView(lat=48.83, lon=2.448, zoom=20, width=1100, height=720)
    assert [row["kind"] for row in rows(near, closer)] == ["report", "report"]


def test_a_stop_keeps_its_number_among_findings() -> None:
    held = alone([mark(2, stop=3), mark(4, stop=1, lat=48.9)], VIEW)
    assert [(key, cluster.row()["number"]) for key, cluster in held.items()] == [("r2", 3)]


def test_what_is_off_screen_is_left_out() -> None:
    assert rows([mark(1, lat=48.9)]) == []


def test_a_turned_map_shows_what_its_corners_show() -> None:
    far_up = mark(1, lat=48.8340)  # 570 px above the middle: off a map 720 high, on one turned by a right angle
    assert rows([far_up]) == []
    turned = MapView(lat=48.83, lon=2.448, zoom=17, width=1100, height=720, bearing=90)
    assert len(rows([far_up], turned)) == 1


def test_two_lists_are_clustered_as_one() -> None:
    held = visible([MarkIndex([mark(1)]), MarkIndex([mark(2)])], VIEW)
    assert [len(cluster.marks) for cluster in held.values()] == [2]


def test_what_stays_on_screen_keeps_its_key_while_the_map_moves() -> None:
    index = MarkIndex(many(10_000))
    before = visible([index], VIEW)
    moved = visible([index], MapView(lat=48.8302, lon=2.4481, zoom=17, width=1100, height=720))
    inner = [key for key, one in before.items() if 48.8275 < one.lat < 48.8325 and 2.4455 < one.lon < 2.4505]
    assert len(inner) > 10
    assert [key for key in inner if key in moved] == inner


def test_a_move_over_ten_thousand_findings_is_quick() -> None:
    """No slot may hold the window for more than 8 ms."""
    index = MarkIndex(many(10_000))
    for zoom in range(12, 20):
        spent = []
        for step in range(12):
            view = MapView(lat=48.83 + step * 1e-4, lon=2.448, zoom=zoom, width=1100, height=720)
            begun = time.process_time()
            visible([index], view)
            spent.append(time.process_time() - begun)
        assert sorted(spent)[6] < 0.008, zoom


_near = st.floats(-0.02, 0.02)
_places = st.lists(st.tuples(_near, _near), max_size=120)


@settings(max_examples=150)
@given(places=_places, zoom=st.floats(11, 20), split=st.integers(0, 120), bearing=st.sampled_from((0.0, 30.0, 200.0)))
def test_every_finding_in_view_is_in_exactly_one_marker(
    places: list[tuple[float, float]], zoom: float, split: int, bearing: float
) -> None:
    marks = [mark(n, lat=48.83 + lat, lon=2.448 + lon) for n, (lat, lon) in enumerate(places)]
    view = MapView(lat=48.83, lon=2.448, zoom=zoom, width=1100, height=720, bearing=bearing)
    held = visible([MarkIndex(marks[:split]), MarkIndex(marks[split:])], view)
    shown = [one.record_id for cluster in held.values() for one in cluster.marks]
    assert len(shown) == len(set(shown))
    west, north, east, south = view.box(0)
    inside = {
        one.record_id
        for one in marks
        if west <= (at := to_square(one.lon, one.lat))[0] <= east and north <= at[1] <= south
    }
    assert inside <= set(shown)
    assert len(held) <= MOST
    assert all(_pixels_apart(a, b, zoom) > APART_PX - 1 for a, b in combinations(held.values(), 2))


def _pixels_apart(a: Cluster, b: Cluster, zoom: float) -> float:
    return math.dist(to_square(a.lon, a.lat), to_square(b.lon, b.lat)) * TILE_SIZE * 2**zoom
