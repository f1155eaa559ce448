"""What the person told the system counts in the window: 200 % text, less motion, more contrast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from scripts.scenes import PARTS, Stage
from tests.walker.qml.pages import PORTRAIT, Open, cut_words, keep, small_targets
from tests.walker.window import SlowClock
from walker.device.system_wishes import HIGH_CONTRAST, REDUCED_MOTION, SystemWishes, read_wishes, scale_of
from walker.store import Store
from walker.viewmodels import display
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says 200 %."""
    monkeypatch.setattr(display, "read_wishes", lambda: SystemWishes(text_scale=2.0))


@pytest.mark.parametrize("wishes", [{}, {"size": PORTRAIT, "theme": "nuit"}], ids=["landscape", "portrait"])
@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_cut_at_two_hundred_percent(
    large: None, opened: Open, stage: Stage, part: str, wishes: dict[str, Any]
) -> None:
    """S-208, S-210: the system's largest text, on every page, in both orientations."""
    shown = opened(**wishes)
    assert shown.app.display.textScale == 2.0
    wrong = []
    for scene in PARTS[part](stage):
        keep(shown, f"{scene}, 200, {'portrait' if wishes else 'landscape'}")
        wrong += [(scene, what) for what in cut_words(shown)]
        wrong += [(scene, what) for what in small_targets(shown)]
    assert wrong == []


def test_help_made_before_its_place_has_a_width_comes_on_screen(large: None, opened: Open, app: App) -> None:
    """On a busy tablet; its numbers took their widths from each other, without end. Here that is ended after 100."""
    shown = opened()
    app.open("aid")
    shown.settle()
    (numbers,) = (item for item in shown.items() if item.inherits("QQuickGrid"))
    whole, lines = numbers.parentItem(), [line for line in numbers.childItems() if line.isVisible()]
    assert whole is not None and (numbers.property("columns"), len(lines)) == (2, 4)
    widths: list[float] = []

    def note() -> None:
        widths.append(numbers.implicitWidth())
        if len(widths) == 100:
            numbers.setProperty("columns", 1)

    numbers.implicitWidthChanged.connect(note)
    whole.setWidth(-32)  # nothing, less the margins: the grid is as wide as it likes
    numbers.resetWidth()
    for shows in (False, True):
        for line in lines:
            line.setVisible(shows)
        shown.settle()
    assert len(widths) < 10


def test_the_size_chosen_multiplies_that_of_the_system_up_to_two_hundred_percent(
    make_app: Callable[[Store], App], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(display, "read_wishes", lambda: SystemWishes(text_scale=1.5))
    app = make_app(store)
    app.display.chooseTextScale(1.25)
    assert (app.display.textScale, app.display.textChoice) == (1.875, 1.25)
    app.display.chooseTextScale(1.6)
    assert app.display.textScale == 2.0


@pytest.mark.parametrize(
    ("points", "platform", "scale"),
    [
        (9.0, "win32", 1.0),
        (18.0, "win32", 2.0),
        (27.0, "win32", 2.0),
        (9.0, "linux", 1.0),
        (11.0, "linux", 1.0),
        (16.5, "linux", 1.5),
        (-1.0, "linux", 1.0),
        (13.0, "darwin", 1.0),
    ],
)
def test_the_systems_font_says_how_large_text_is_wanted(points: float, platform: str, scale: float) -> None:
    assert scale_of(points, platform) == scale


def test_the_systems_wishes_are_read_as_qt_counts_them(qapp: QGuiApplication) -> None:
    assert (
        Qt.MotionPreference.ReducedMotion.value,
        Qt.ContrastPreference.HighContrast.value,
    ) == (REDUCED_MOTION, HIGH_CONTRAST)
    hints = qapp.styleHints()
    said = read_wishes()
    assert said.less_motion == (hints.accessibility().motionPreference() == Qt.MotionPreference.ReducedMotion)
    assert said.more_contrast == (hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def test_less_motion_and_more_contrast_are_heard_while_the_window_is_open(
    opened: Open, app: App, monkeypatch: pytest.MonkeyPatch, daytime: SlowClock
) -> None:
    shown = opened(theme="auto")
    style = shown.engine.singletonInstance("Walker", "Style")
    assert (style.property("reducedMotion"), app.display.theme) == (False, "jour")
    monkeypatch.setattr(display, "read_wishes", lambda: SystemWishes(less_motion=True, more_contrast=True))
    app.display.look_at_sun()
    assert (style.property("reducedMotion"), style.property("fade"), app.display.theme) == (True, 0, "contraste")
    daytime.now = daytime.now.replace(month=12, hour=20)
    app.display.look_at_sun()
    assert app.display.theme == "nuit"  # it does not dazzle, whatever else was asked
