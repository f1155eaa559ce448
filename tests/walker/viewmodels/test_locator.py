"""The receiver is on while someone needs it, and says how old its word is."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from tests.walker.window import Feed, SlowClock
from walker.device.position import SourceState
from walker.viewmodels.locator import Locator


@pytest.fixture
def locator(qapp: QCoreApplication, feed: Feed, daytime: SlowClock) -> Locator:
    return Locator(feed, daytime)


def test_the_receiver_is_on_while_a_walk_or_a_page_wants_it(locator: Locator, feed: Feed) -> None:
    locator.watch(True)
    locator.start(lambda _fix, _resumed: None)
    locator.watch(False)
    assert feed.listener is not None
    locator.stop()
    assert feed.listener is None
    assert feed.starts == 1


def test_an_old_fix_does_not_say_where_we_are(locator: Locator, feed: Feed, daytime: SlowClock) -> None:
    locator.watch(True)
    assert not locator.is_fresh
    feed.give(48.83, 2.44)
    assert locator.is_fresh
    daytime.now += timedelta(minutes=1)
    assert not locator.is_fresh


def test_the_heading_is_that_of_the_last_steps(locator: Locator, feed: Feed) -> None:
    locator.watch(True)
    feed.give(48.83, 2.44)
    assert math.isnan(locator.heading)
    feed.give(48.8302, 2.44)
    assert locator.heading == pytest.approx(0, abs=1)
    feed.give(48.8302, 2.4403)
    assert locator.heading == pytest.approx(90, abs=1)
    feed.give(48.8302, 2.440301)  # stood still
    assert locator.heading == pytest.approx(90, abs=1)


def test_each_fault_of_the_receiver_has_a_state_of_its_own(locator: Locator, feed: Feed, daytime: SlowClock) -> None:
    assert locator.state == "off"
    locator.watch(True)
    assert locator.state == "searching"
    feed.say(SourceState.DENIED)
    assert locator.state == "denied"
    feed.say(SourceState.ABSENT)
    assert locator.state == "absent"
    feed.say(SourceState.FIXED, 7)
    feed.give(48.83, 2.44)
    assert (locator.state, locator.reception.satellites) == ("good", 7)
    feed.give(48.83, 2.44, accuracy_m=40)
    assert locator.state == "weak"
    daytime.now += timedelta(minutes=1)
    assert locator.state == "stale"
    feed.say(SourceState.ABSENT)  # unplugged
    assert locator.state == "absent"


def test_a_wild_fix_is_recorded_but_never_where_we_are(locator: Locator, feed: Feed, daytime: SlowClock) -> None:
    """A jump of 2 km in a second: said, flagged by the track, and no finding is placed there."""
    recorded: list[float] = []
    locator.start(lambda fix, _resumed: recorded.append(fix.lat))
    at = daytime.now
    feed.give(48.83, 2.44, at)
    feed.give(48.85, 2.44, at + timedelta(seconds=1))
    assert (locator.state, locator.fix.lat if locator.fix else None) == ("jumping", 48.83)
    assert recorded == [48.83, 48.85]
    feed.give(48.83001, 2.44, at + timedelta(seconds=2))
    assert locator.fix is not None and locator.fix.lat == 48.83001
    daytime.now += timedelta(seconds=11)
    feed.give(48.83002, 2.44, at + timedelta(seconds=12))
    assert locator.state == "good"


def test_when_all_say_the_other_place_it_was_the_first_that_was_wrong(
    locator: Locator, feed: Feed, daytime: SlowClock
) -> None:
    locator.watch(True)
    at = daytime.now
    feed.give(48.83, 2.44, at)
    for second in range(1, 6):
        feed.give(48.85, 2.44, at + timedelta(seconds=second))
    assert locator.fix is not None and locator.fix.lat == 48.85


def test_another_receiver_takes_over_in_the_middle_of_a_walk(locator: Locator, feed: Feed) -> None:
    recorded: list[tuple[float, bool]] = []
    locator.start(lambda fix, resumed: recorded.append((fix.lat, resumed)))
    feed.give(48.83, 2.44)
    other = Feed()
    locator.use(other)
    assert feed.listener is None
    other.give(48.831, 2.44)
    feed.say(SourceState.DENIED)  # nobody listens to the first one any more
    assert [lat for lat, _ in recorded] == [48.83, 48.831]
    assert locator.state == "good"
