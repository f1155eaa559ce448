"""The tokens of Style.qml, measured: contrast of every pair of the design, in every theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent

pytestmark = pytest.mark.xdist_group("qml")

Show = Callable[..., Any]

THEMES = ("jour", "nuit", "contraste")
TEXT = (
    ("ink", "bg"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink2", "surface"),
    ("ink2", "sunken"),
    ("ink2", "bg"),
    ("inkOnPrimary", "primary"),
    ("inkOnAction", "action"),
    ("primaryInk", "primarySoft"),
    ("primaryInk", "surface"),
    ("sig", "sigSoft"),
    ("pos", "posSoft"),
    ("req", "reqSoft"),
    ("revoir", "revoirSoft"),
    ("danger", "dangerSoft"),
    ("warn", "warnSoft"),
    ("ok", "okSoft"),
    ("sig", "surface"),
    ("danger", "surface"),
    ("ok", "surface"),
    ("inkOnKind", "sig"),
    ("inkOnKind", "pos"),
    ("inkOnKind", "req"),
    ("mapLabel", "mapStreet"),
)
CONTROLS = (
    ("ctl", "surface"),
    ("ctl", "bg"),
    ("actionEdge", "bg"),
    ("focus", "bg"),
    ("focus", "surface"),
    ("sig", "mapBlock"),
    ("pos", "mapBlock"),
    ("req", "mapBlock"),
    ("revoir", "mapBlock"),
    ("mapPerim", "mapBlock"),
    ("track", "mapStreet"),
)
MEASURED = {  # a few ratios as the design states them: they catch a token changed by mistake
    ("ink", "surface"): (16.3, 8.6, 21.0),
    ("ink2", "surface"): (8.0, 5.8, 16.5),
    ("inkOnAction", "action"): (11.3, 6.1, 14.7),
    ("danger", "dangerSoft"): (6.2, 4.7, 10.8),
    ("focus", "bg"): (7.2, 12.1, 11.5),
    ("track", "mapStreet"): (9.5, 5.1, 13.6),
}


def relative_luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of WCAG 2.x, 1…21."""
    dark, light = sorted((relative_luminance(one), relative_luminance(other)))
    return (light + 0.05) / (dark + 0.05)


READER = b"""
import QtQuick
import Walker
QtObject {
    property QtObject style: Style
    property var colours: Object.keys(Style.colours).reduce((all, name) => {
        if (typeof Style.colours[name] === "object")
            all[name] = String(Style.colours[name]);
        return all;
    }, {})
}
"""


@pytest.fixture
def reader(show: Show) -> Iterator[QObject]:
    """`style` is the singleton of the app, `colours` its colours now, by name."""
    engine = show("Gallery").engine
    component = QQmlComponent(engine)
    component.setData(READER, QUrl())
    made = component.create()
    assert made is not None, component.errorString()
    yield made
    made.deleteLater()


def colours_of(reader: QObject, theme: str) -> dict[str, QColor]:
    reader.property("style").setProperty("theme", theme)
    return {name: QColor(value) for name, value in reader.property("colours").toVariant().items()}


@pytest.fixture
def style(reader: QObject) -> QObject:
    singleton = reader.property("style")
    assert isinstance(singleton, QObject)
    return singleton


@pytest.mark.parametrize("theme", THEMES)
def test_words_are_legible_and_controls_visible(reader: QObject, theme: str) -> None:
    """S-210: text at 4.5 : 1 or more, controls, focus ring and map symbols at 3 : 1 or more."""
    colours = colours_of(reader, theme)
    weak = [
        (front, back, round(ratio, 2))
        for pairs, floor in ((TEXT, 4.5), (CONTROLS, 3.0))
        for front, back in pairs
        if (ratio := contrast(colours[front], colours[back])) < floor
    ]
    assert weak == []


def test_the_tokens_still_give_the_ratios_the_design_measured(reader: QObject) -> None:
    for (front, back), ratios in MEASURED.items():
        for theme, ratio in zip(THEMES, ratios, strict=True):
            colours = colours_of(reader, theme)
            assert contrast(colours[front], colours[back]) == pytest.approx(ratio, abs=0.06)


def test_the_night_has_no_white_and_no_blue(reader: QObject) -> None:
    colours = colours_of(reader, "nuit")
    assert len(colours) > 40
    for name, colour in colours.items():
        assert colour.blueF() <= colour.redF(), name
        assert relative_luminance(colour) <= 0.65, name


def test_gloves_make_every_target_larger(style: QObject) -> None:
    assert (style.property("target"), style.property("buttonHeight")) == (64, 72)
    style.setProperty("gloves", True)
    assert (style.property("target"), style.property("buttonHeight")) == (80, 96)


def test_photos_are_dim_at_night_only(style: QObject) -> None:
    assert style.property("photoShade") == 0
    style.setProperty("theme", "nuit")
    assert style.property("photoShade") == pytest.approx(0.58)
