"""A photo without GPS finds its place on the track by its time, and only where the track was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.rules.photo_place import TimedFix, guess_clock_offset, place_on_track

START = datetime(2026, 6, 12, 19, 0, tzinfo=UTC)
WALK = [TimedFix(START + timedelta(seconds=10 * i), 48.86 + 0.0001 * i, 2.40 - 0.0002 * i) for i in range(361)]
# An hour of walk, then a pause of half an hour, then five minutes more.
PAUSED = [*WALK, *(TimedFix(fix.moment + timedelta(minutes=90), 48.9, 2.3) for fix in WALK[:31])]


def local(minutes: float) -> datetime:
    """What a Paris clock shows in summer, so many minutes into the walk."""
    return (START + timedelta(hours=2, minutes=minutes)).replace(tzinfo=None)


def test_a_photo_between_two_fixes_lies_between_them() -> None:
    place = place_on_track(local(1) + timedelta(seconds=5), None, WALK)
    assert place == pytest.approx((48.86065, 2.3987))


def test_the_cameras_own_offset_wins_over_the_zone() -> None:
    in_utc = local(10) - timedelta(hours=2)
    assert place_on_track(in_utc, 0, WALK) == place_on_track(local(10), None, WALK)
    assert place_on_track(in_utc, None, WALK) is None


def test_a_known_clock_error_is_added() -> None:
    slow = local(10) - timedelta(seconds=95)
    assert place_on_track(slow, None, WALK, clock_offset_s=95) == place_on_track(local(10), None, WALK)


@pytest.mark.parametrize(("minutes", "found"), [(-1, True), (-3, False), (61, True), (75, False), (89, True)])
def test_near_the_track_the_nearest_fix_counts_and_far_from_it_none(minutes: float, found: bool) -> None:
    assert (place_on_track(local(minutes), None, PAUSED) is not None) is found


def test_no_track_gives_no_place() -> None:
    assert place_on_track(local(1), None, []) is None


def test_two_fixes_of_the_same_second_do_no_harm() -> None:
    fixes = [WALK[0], WALK[0], WALK[0]._replace(latitude=48.0), WALK[1]]
    assert place_on_track(local(0), None, fixes) == (WALK[0].latitude, WALK[0].longitude)


@pytest.mark.parametrize("hour", [0, 1])
def test_the_hour_that_comes_twice_in_autumn_is_the_one_of_the_walk(hour: int) -> None:
    start = datetime(2026, 10, 25, hour, 10, tzinfo=UTC)
    walk = [TimedFix(start + timedelta(minutes=i), 48.86, 2.40) for i in range(30)]
    assert place_on_track(datetime(2026, 10, 25, 2, 20), None, walk) == (48.86, 2.40)


@pytest.mark.parametrize("wrong_by", [0, 3600, -7200, 5.5 * 3600])
def test_a_camera_set_to_another_zone_is_guessed_from_the_walk(wrong_by: float) -> None:
    shown = [local(minutes) - timedelta(seconds=wrong_by) for minutes in (2, 20, 41, 58)]
    offset = guess_clock_offset(shown, WALK)
    assert offset == wrong_by
    assert all(place_on_track(taken, None, WALK, clock_offset_s=offset) for taken in shown)


def test_photos_that_fit_nowhere_are_not_shifted() -> None:
    assert guess_clock_offset([local(60 * 24 * 30)], WALK) == 0
    assert guess_clock_offset([], WALK) == 0
    assert guess_clock_offset([local(1)], []) == 0


@given(st.floats(0, 3600))
@settings(deadline=None, derandomize=True)
def test_a_place_never_lies_outside_the_track(seconds: float) -> None:
    place = place_on_track(local(0) + timedelta(seconds=seconds), None, WALK)
    assert place is not None
    assert WALK[0].latitude - 1e-9 <= place[0] <= WALK[-1].latitude + 1e-9
    assert WALK[-1].longitude - 1e-9 <= place[1] <= WALK[0].longitude + 1e-9
