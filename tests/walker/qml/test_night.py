"""Eyes that are used to the dark stay so: no page of the app dazzles at night, whatever it shows."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scripts.scenes import PARTS, Stage
from tests.walker.qml.pages import NOWHERE, PORTRAIT, Open, fill
from tests.walker.qml.test_gallery import luminance
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")

MEAN, BRIGHTEST = 0.04, 0.65  # of white


@pytest.fixture
def lived_in(app: App, store: Store, make: Any) -> None:
    """A tablet with findings."""
    fill(store, make, None, 60)
    app.tablet.recordsChanged.emit()


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("size", [(1280, 800), PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("part", PARTS)
def test_no_page_dazzles_at_night(opened: Open, stage: Stage, part: str, size: tuple[int, int]) -> None:
    """S-13: mean luminance at most 4 % of white, no pixel above 65 %, on every page in every state."""
    shown = opened(theme="nuit", size=size)
    dazzling = []
    for scene in PARTS[part](stage):
        mean, brightest = luminance(shown.picture())
        if mean > MEAN or brightest > BRIGHTEST:
            dazzling.append((scene, round(mean, 3), round(brightest, 3)))
    assert dazzling == []


def test_brightness_goes_further_down_and_comes_back(opened: Open, app: App) -> None:
    shown = opened(theme="nuit")
    app.startWalk()
    app.live.headcount.done()
    before, _ = luminance(shown.picture())
    shown.tap("Luminosité")
    shown.tap("Plus sombre")
    shown.tap("Plus sombre")
    shown.tap("Fermer")
    darker, brightest = luminance(shown.picture())
    assert darker < before * 0.6
    assert brightest < 0.3
    shown.tap("Luminosité")
    shown.tap("Plus clair")
    shown.tap("Plus clair")
    shown.tap("Fermer")
    assert luminance(shown.picture())[0] == pytest.approx(before, rel=0.1)


def test_two_taps_change_to_the_night_from_the_map(opened: Open, app: App) -> None:
    shown = opened()
    app.startWalk()
    shown.tap("Couches")
    shown.tap("Nuit")
    assert app.display.theme == "nuit"
    assert luminance(shown.picture())[0] <= MEAN


@pytest.mark.parametrize("moment", [0, 18, 42])
def test_no_picture_of_the_day_that_was_on_its_way_flashes_at_night(opened: Open, app: App, moment: int) -> None:
    """Asked for in daylight, it comes in the night: the ground is shown until none can come any more."""
    shown = opened()
    app.startWalk()
    shown.settle()
    QTest.qWait(moment)
    app.display.chooseTheme("nuit")
    seen = []
    while app.display.mapsLate or len(seen) < 3:
        seen.append(luminance(shown.picture())[0])
    assert max(seen) <= MEAN


@pytest.mark.parametrize(("before", "after"), [("jour", "nuit"), ("nuit", "jour"), ("nuit", "contraste")])
def test_between_two_themes_nothing_is_brighter_than_the_brighter_one(
    opened: Open, app: App, before: str, after: str
) -> None:
    """The tokens change one by one: each page that can be drawn meanwhile keeps to what it was or will be."""
    shown = opened(theme=before)
    ends = [luminance(shown.picture())[0]]
    app.display.chooseTheme(after)
    between = []
    while shown.window.property("recolouring"):
        between.append(luminance(shown.window.grabWindow())[0])
        QApplication.processEvents()
    ends.append(luminance(shown.picture())[0])
    assert len(between) > 10
    assert max(between) <= max(ends) + 0.001


def test_a_theme_that_comes_by_the_sun_takes_nothing_that_is_being_typed(opened: Open, app: App) -> None:
    shown = opened()
    app.capture("report", *NOWHERE)
    shown.settle()
    app.report.toggleDetails()
    shown.settle()
    field = next(item for item in shown.items() if item.inherits("QQuickTextArea") or item.inherits("QQuickTextField"))
    field.forceActiveFocus()
    QTest.keyClick(shown.window, Qt.Key.Key_A)
    app.display.chooseTheme("nuit")
    QTest.keyClick(shown.window, Qt.Key.Key_B)
    shown.settle()
    QTest.keyClick(shown.window, Qt.Key.Key_C)
    assert shown.window.activeFocusItem() == field
    assert field.property("text") == "abc"
    assert app.display.theme == "nuit"
