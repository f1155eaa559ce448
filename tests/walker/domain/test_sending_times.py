"""When the tablet sends by itself: issue 4, item 8 — never in the way of the walk, with backoff and jitter."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walker.domain.pace import Pace
from walker.domain.sending_times import Share, Situation, next_try_s, share


@pytest.mark.parametrize(
    ("situation", "goes"),
    [
        (Situation(enrolled=True), Share.ALL),
        (Situation(enrolled=False), Share.NOTHING),
        (Situation(enrolled=True, paused=True), Share.NOTHING),
        (Situation(enrolled=True, reachable=False), Share.NOTHING),
        (Situation(enrolled=True, charge=20), Share.NOTHING),
        (Situation(enrolled=True, charge=21), Share.ALL),
        (Situation(enrolled=True, paid=True), Share.SMALL),
        (Situation(enrolled=True, walking=True), Share.SMALL),
    ],
)
def test_what_goes_by_itself(situation: Situation, goes: Share) -> None:
    assert share(situation) is goes


@given(failures=st.integers(1, 200), asked=st.none() | st.floats(0, 3600), seed=st.integers(0, 2**32))
def test_the_next_try_is_never_before_the_server_asked_and_never_far_beyond(
    failures: int, asked: float | None, seed: int
) -> None:
    wait = next_try_s(failures, asked, random.Random(seed))
    assert (asked or 0) + 7.5 <= wait <= (asked or 0) + 15 * 60


def test_tries_grow_apart_and_two_tablets_do_not_call_together() -> None:
    waits = [next_try_s(failures, None, random.Random(1)) for failures in range(1, 9)]
    assert waits == sorted(waits) and waits[6] > 30 * waits[0]
    assert len({next_try_s(3, None, random.Random(seed)) for seed in range(50)}) == 50


def test_a_remaining_time_follows_the_link_as_it_is_now() -> None:
    """A minute at 100 kB/s, then 10 kB/s: what is left is told at the pace of the last half minute."""
    pace = Pace()
    for second in range(61):
        pace.note(second, second * 100_000)
    assert pace.seconds_left(60, 12_000_000) == pytest.approx(60, rel=0.05)
    for second in range(1, 41):
        pace.note(60 + second, 6_000_000 + second * 10_000)
    assert pace.seconds_left(100, 12_000_000) == pytest.approx(560, rel=0.05)


def test_nothing_is_promised_too_early_or_while_nothing_moves() -> None:
    pace = Pace()
    assert pace.seconds_left(0, 1000) is None
    pace.note(0, 0)
    pace.note(4, 500)
    assert pace.seconds_left(4, 1000) is None
    pace.note(6, 700)
    assert pace.seconds_left(6, 1000) == pytest.approx(2.57, rel=0.01)
    assert pace.seconds_left(17, 1000) is None
