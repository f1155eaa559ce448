"""Markers that can be touched: those too near one another stand as one, never more than the map can bear."""

from __future__ import annotations

from walker.viewmodels.markers import APART_PX, MOST, MapView, Mark, visible

VIEW = MapView(lat=48.83, lon=2.448, zoom=17, width=1100, height=720)


def mark(number: int, *, lat: float = 48.83, lon: float = 2.448, stop: int = 0) -> Mark:
    kind = "stop" if stop else "report"
    return Mark(record_id=f"r{number}", kind=kind, label="Déchets", icon="trash-2", lat=lat, lon=lon, number=stop)


def test_findings_at_one_place_are_one_marker_with_their_count() -> None:
    rows = visible([mark(1), mark(2), mark(3, lat=48.8312)], VIEW)
    assert [(row["kind"], row["number"]) for row in rows] == [("cluster", 2), ("report", 0)]
    assert rows[0]["members"] == "r1\nr2"


def test_closer_up_they_come_apart() -> None:
    near = [mark(1), mark(2, lon=2.44825)]
    assert len(visible(near, VIEW)) == 1
    closer = MapView(lat=48.83, lon=2.448, zoom=20, width=1100, height=720)
    assert [row["kind"] for row in visible(near, closer)] == ["report", "report"]


def test_a_stop_keeps_its_number_among_findings() -> None:
    rows = visible([mark(1), mark(2, stop=3)], VIEW)
    assert [(row["kind"], row["number"]) for row in rows] == [("stop", 3), ("report", 0)]


def test_what_is_off_screen_is_left_out() -> None:
    assert visible([mark(1, lat=48.9)], VIEW) == []


def test_thousands_of_findings_stay_few_on_screen() -> None:
    many = [mark(n, lat=48.826 + (n % 60) * 0.00013, lon=2.442 + (n // 60) * 0.00015) for n in range(3000)]
    rows = visible(many, VIEW)
    assert len(rows) <= MOST
    assert sum(row["number"] or 1 for row in rows) > 1500
    assert APART_PX >= 64
