"""The receiver is on while someone needs it, and says how old its word is."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from tests.walker.window import Feed, SlowClock
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
