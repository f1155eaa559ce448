"""Every component in every theme, language and size: no warning, nothing cut, nothing too small, night is night."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

pytestmark = pytest.mark.xdist_group("qml")

Show = Callable[..., Any]

SHEETS = ("Buttons", "Choices", "Cards", "Map", "Capture")
LANDSCAPE, PORTRAIT = (1280, 800), (800, 1280)
ARRANGEMENTS: dict[str, dict[str, Any]] = {
    "day": {},
    "day, portrait, English": {"size": PORTRAIT, "language": "en"},
    "night": {"settings": {"theme": "nuit"}},
    "night, portrait, left hand": {"size": PORTRAIT, "settings": {"theme": "nuit", "hand": "left"}},
    "contrast, very large": {"settings": {"theme": "contraste", "textScale": 1.6}},
    "contrast, very large, portrait, gloves": {
        "size": PORTRAIT,
        "settings": {"theme": "contraste", "textScale": 1.6, "gloves": True},
    },
    "large, gloves, left hand, English": {
        "language": "en",
        "settings": {"textScale": 1.25, "gloves": True, "hand": "left"},
    },
}


def keep(picture: QImage, name: str) -> None:
    """Leave the picture in GUP_WALKER_PICTURES, for whoever wants to look at it."""
    folder = os.environ.get("GUP_WALKER_PICTURES")
    if folder:
        assert picture.save(str(Path(folder) / f"{name.replace(', ', '-').replace(' ', '_')}.png"))


def is_touchable(item: QQuickItem) -> bool:
    return item.inherits("QQuickAbstractButton") or item.inherits("QQuickTextField")


def luminance(picture: QImage) -> tuple[float, float]:
    """Mean and greatest relative luminance (0…1) of a picture, as WCAG counts it."""
    import numpy

    small = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = numpy.frombuffer(small.constBits(), numpy.uint8).reshape(small.height(), small.width(), 4)[..., :3] / 255
    linear = numpy.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    values = linear @ numpy.array([0.2126, 0.7152, 0.0722])
    return float(values.mean()), float(values.max())


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_every_component_is_whole_and_large_enough(show: Show, sheet: str, arrangement: str) -> None:
    """S-208, S-210: targets of at least 64 px (80 with gloves), named for readers, and no word cut at any text size."""
    shown = show("Gallery", sheet=sheet, **ARRANGEMENTS[arrangement])
    keep(shown.picture(), f"{sheet}, {arrangement}")
    floor = 80 if ARRANGEMENTS[arrangement].get("settings", {}).get("gloves") else 64

    touched = [item for item in shown.items() if is_touchable(item)]
    assert len(touched) > 5
    small = [
        (item.property("text"), item.width(), item.height())
        for item in touched
        if item.width() < floor or item.height() < floor
    ]
    assert small == []
    nameless = [item for item in touched if item.inherits("QQuickAbstractButton") and not item.property("text")]
    assert nameless == []

    cut, outside = [], []
    for item in shown.items():
        if not (item.inherits("QQuickText") and item.property("text")):
            continue
        if item.property("truncated") or item.property("paintedWidth") > item.width() + 1:
            cut.append((item.property("text"), item.property("paintedWidth"), item.width()))
        parent = item.parentItem()
        while parent is not None and not is_touchable(parent):
            parent = parent.parentItem()
        if parent is not None:
            box = item.mapRectToItem(parent, item.boundingRect())
            if box.left() < -1 or box.right() > parent.width() + 1 or box.bottom() > parent.height() + 1:
                outside.append(item.property("text"))
    assert cut == []
    assert outside == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_night_screen_does_not_dazzle(show: Show, sheet: str) -> None:
    """Mean luminance at most 4 % of white, no pixel above 65 %: eyes stay used to the dark."""
    mean, brightest = luminance(show("Gallery", sheet=sheet, settings={"theme": "nuit"}).picture())
    limit = 0.06 if sheet == "Buttons" else 0.04  # that sheet shows four yellow buttons; a page has one
    assert mean <= limit
    assert brightest <= 0.65


def test_a_day_screen_is_bright_enough_for_sunlight(show: Show) -> None:
    mean, _ = luminance(show("Gallery", sheet="Cards").picture())
    assert mean > 0.6
