"""Outliers are left out and kept, pauses are gaps, and the window sees what a replay sees."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import cos, radians
from pathlib import Path

import pytest
from geopy.distance import geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.formats.tracklog import read_log
from sync.rules.settings import TRACKING
from sync.rules.track import GapCause, LiveTrack, PointFlag, analyse

START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
LAT, LON = 48.89, 2.36
METRE_NORTH = 1 / 111_200
METRE_EAST = METRE_NORTH / cos(radians(LAT))


@dataclass(frozen=True)
class Fix:
    lat: float
    lon: float
    time: datetime | None = None
    accuracy_m: float | None = None


def at(second: float, north: float = 0.0, east: float = 0.0, accuracy: float | None = None) -> Fix:
    when = START + timedelta(seconds=second)
    return Fix(LAT + north * METRE_NORTH, LON + east * METRE_EAST, when, accuracy)


def steady(start: int, end: int, every: int = 5, speed: float = 1.2) -> list[Fix]:
    return [at(second, north=second * speed) for second in range(start, end, every)]


def test_a_jump_is_left_out_of_the_length_and_kept_among_the_points() -> None:
    walk = steady(0, 300)
    clean = analyse([walk])
    jumped = analyse([[*walk[:30], at(147, north=176, east=900), *walk[30:]]])
    assert jumped.flags[30] is PointFlag.TOO_FAST
    assert (jumped.points, jumped.kept, jumped.outliers) == (61, 60, 1)
    assert jumped.length_m == pytest.approx(clean.length_m)
    assert jumped.gaps == ()


def test_an_unsure_fix_is_left_out_and_a_sure_enough_one_is_not() -> None:
    limit = TRACKING.max_accuracy_m
    track = analyse([[at(0, accuracy=limit), at(5, 6, accuracy=limit + 1), at(10, 12, accuracy=limit)]])
    assert track.flags == (PointFlag.KEPT, PointFlag.INACCURATE, PointFlag.KEPT)


def test_a_spike_slower_than_the_limit_is_seen_when_the_line_comes_back() -> None:
    live: LiveTrack[Fix] = LiveTrack()
    for fix in steady(0, 50):
        live.add(fix)
    assert live.add(at(50, north=60, east=40)) is PointFlag.KEPT
    live.add(at(55, north=66))
    assert live.flags[10] is PointFlag.SPIKE


def test_a_wrong_first_fix_is_the_outlier_and_not_the_walk_after_it() -> None:
    """A receiver often begins with the place where it was last switched off."""
    track = analyse([[at(0, north=5000), *steady(1, 300)]])
    assert track.flags[0] is PointFlag.TOO_FAST
    assert track.outliers == 1
    assert len(track.pieces) == 1


def test_a_new_place_that_lasts_is_a_gap_and_not_a_thousand_outliers() -> None:
    """Off the tram: the walk goes on two kilometres away."""
    away = [replace(fix, lon=fix.lon + 2000 * METRE_EAST) for fix in steady(300, 600)]
    track = analyse([[*steady(0, 300), *away]])
    assert track.outliers == 0
    assert [gap.cause for gap in track.gaps] == [GapCause.JUMP]
    assert track.length_m == pytest.approx(1.2 * 590, rel=0.01)


def test_a_pause_and_a_new_segment_are_gaps_without_length_or_time() -> None:
    pause = int(TRACKING.gap_s) + 300
    paused = analyse([[*steady(0, 300), *steady(300 + pause, 600 + pause)]])
    split = analyse([steady(0, 300), steady(300, 600)])
    assert [gap.cause for gap in paused.gaps] == [GapCause.PAUSE]
    assert [gap.cause for gap in split.gaps] == [GapCause.SEGMENT]
    assert paused.seconds == split.seconds == 590
    assert paused.elapsed_s == 595 + pause
    assert paused.length_m == pytest.approx(split.length_m, rel=1e-3)
    assert paused.gaps[0].seconds == pause + 5


def test_without_times_there_is_a_length_and_nothing_that_needs_a_clock() -> None:
    timed = analyse([steady(0, 300)])
    untimed = analyse([[replace(fix, time=None) for fix in steady(0, 300)]])
    assert untimed.length_m == timed.length_m
    assert (untimed.seconds, untimed.elapsed_s, untimed.stops, untimed.outliers) == (None, None, (), 0)


def test_nothing_recorded_is_a_track_of_nothing() -> None:
    empty = analyse([])
    assert (empty.points, empty.length_m, empty.pieces, empty.gaps, empty.stops) == (0, 0, (), (), ())


def test_the_length_is_the_geodesic_of_geopy_over_the_kept_lines(shared_data: Path) -> None:
    for name in ("gpsbabel/bike-gpx.gpx", "gpsbabel/sbn.gpx", "geolife/002_20081028102158.plt"):
        track = analyse(read_log(shared_data / "gps" / name).segments)
        judge = sum(geodesic((a.lat, a.lon), (b.lat, b.lon)).m for line in track.lines for a, b in pairwise(line))
        assert track.length_m == pytest.approx(judge, rel=1e-6)


def test_the_absurd_log_keeps_its_two_outings_and_not_the_way_between(shared_data: Path) -> None:
    """skytraq-realdata.gpx: Lake Constance in 2009, Texas in 2012, 8,740 km apart."""
    track = analyse(read_log(shared_data / "gps" / "gpsbabel" / "skytraq-realdata.gpx").segments)
    assert [gap.cause for gap in track.gaps] == [GapCause.PAUSE]
    assert track.length_m < 5000


def test_the_zinger_of_the_filter_test_file_is_an_outlier_and_its_neighbours_are_not(shared_data: Path) -> None:
    """kalman_in.gpx: the eleventh fix of its second segment is four kilometres away for one second."""
    log = read_log(shared_data / "gps" / "gpsbabel" / "kalman_in.gpx")
    track = analyse(log.segments)
    assert [track.flags[index] is PointFlag.KEPT for index in (29, 30, 31)] == [True, False, True]


def test_a_bicycle_ride_between_tall_houses_has_no_outlier(shared_data: Path) -> None:
    assert analyse(read_log(shared_data / "gps" / "gpsbabel" / "bike-gpx.gpx").segments).outliers == 0


fixes = st.lists(
    st.builds(
        lambda gap, north, east, accuracy, timed, new: (gap, north, east, accuracy, timed, new),
        gap=st.sampled_from([-2, 0, 1, 5, 5, 5, 60, 200, 4000]),
        north=st.sampled_from([0, 1, 6, 6, -6, 30, 300, 30000]),
        east=st.sampled_from([0, 1, 6, -6, 45, -300]),
        accuracy=st.sampled_from([None, 4.0, 4.0, 80.0]),
        timed=st.sampled_from([True] * 9 + [False]),
        new=st.sampled_from([False] * 9 + [True]),
    ),
    max_size=60,
)


@given(drawn=fixes)
@settings(deadline=None, derandomize=True)
def test_the_window_at_every_moment_agrees_with_a_replay_of_what_it_has(drawn: list) -> None:
    live: LiveTrack[Fix] = LiveTrack()
    segments: list[list[Fix]] = []
    second = 0
    for gap, north, east, accuracy, timed, new in drawn:
        second += gap
        fix = at(second, north, east, accuracy)
        fix = fix if timed else replace(fix, time=None)
        if new or not segments:
            segments.append([])
        segments[-1].append(fix)
        live.add(fix, new_segment=len(segments[-1]) == 1)
        assert live.analysis() == analyse(segments)


@given(drawn=fixes)
@settings(deadline=None, derandomize=True)
def test_every_fix_is_kept_in_one_piece_or_flagged_and_never_lost(drawn: list) -> None:
    second, points = 0, []
    for gap, north, east, accuracy, *_ in drawn:
        second += gap
        points.append(at(second, north, east, accuracy))
    track = analyse([points])
    placed = [index for piece in track.pieces for index in piece]
    assert placed == sorted(set(placed))
    assert placed == [index for index, flag in enumerate(track.flags) if flag is PointFlag.KEPT]
    assert track.kept + track.outliers == track.points == len(points)
    assert len(track.gaps) == max(0, len(track.pieces) - 1)
    assert all(stop.seconds >= TRACKING.stop_min_s for stop in track.stops)


@given(places=st.sets(st.integers(min_value=6, max_value=110), max_size=12), far=st.integers(400, 40_000))
@settings(deadline=None, derandomize=True)
def test_single_jumps_anywhere_change_neither_length_nor_stops(places: set[int], far: int) -> None:
    walk = [*steady(0, 300), *[at(second, north=360) for second in range(300, 420, 5)]]
    walk += [at(second, north=360 + (second - 420) * 1.2) for second in range(420, 600, 5)]
    hit = [replace(fix, lat=fix.lat + far * METRE_NORTH) if i in places else fix for i, fix in enumerate(walk)]
    singles = not any(place + 1 in places for place in places)
    clean, dirty = analyse([walk]), analyse([hit])
    if singles:
        assert dirty.outliers == len(places)
        assert dirty.length_m == pytest.approx(clean.length_m, rel=0.001)
        assert len(dirty.stops) == len(clean.stops) == 1


def test_a_long_log_is_judged_within_two_seconds() -> None:
    """30,000 fixes are more than eight hours at one a second (performance goal; measured 0.25 s)."""
    points = [at(second, north=second * 0.8, east=(second % 7) * 0.3) for second in range(30_000)]
    began = time.thread_time()
    track = analyse([points])
    assert time.thread_time() - began < 2
    assert track.kept == 30_000
