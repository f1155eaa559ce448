"""The other hand: whatever a thumb touches stands mirrored, or nearer to it than to the right thumb (DESIGN-UI §2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from scripts.scenes import PARTS, Stage
from tests.walker.qml.pages import PORTRAIT, Open, Opened, touchable

pytestmark = pytest.mark.xdist_group("qml")

SLACK = 30.0  # a line that is set in under its heading
APART = 26.0  # neighbours with less between them are read as one series
BARS = ("TopBar_", "BottomBar_", "CaptureRail_", "CapturePad_", "MapTools_", "MapArrows_", "NavRail_", "UndoBar_")
SERIES = ("QQuickRow", "QQuickFlow", "QQuickGrid")  # what only puts things one after the other

ARRANGEMENTS: dict[str, dict[str, Any]] = {"landscape": {}, "portrait, very large": {"size": PORTRAIT, "scale": 1.6}}

Places = dict[QQuickItem, QRectF]


def above(item: QQuickItem) -> Iterator[QQuickItem]:
    """Everything it stands in, from the inside."""
    while (parent := item.parentItem()) is not None:
        yield parent
        item = parent


def on_drawing(item: QQuickItem) -> bool:
    """Corners of an outline stand where the place has them."""
    return item.metaObject().className().startswith("OutlineDrawing")


def touched(shown: Opened) -> Places:
    """Where each thing is that a thumb can touch; marks of the map stand where the world has them."""
    shown.picture()
    return {
        item: item.mapRectToScene(item.boundingRect())
        for item in shown.items()
        if touchable(item) and not any(one.inherits("QDeclarativeGeoMap") or on_drawing(one) for one in above(item))
    }


def neighbours(item: QQuickItem, places: Places) -> QRectF:
    """The block it is read with (tiles, keys, a scale): the order of reading is the same for both hands."""
    block = QRectF(places[item])
    near = [place for other, place in places.items() if other.parentItem() is item.parentItem()]
    while True:
        around = block.adjusted(-APART, -APART, APART, APART)
        touching = [place for place in near if around.intersects(place)]
        if not touching:
            return block
        for place in touching:
            block = block.united(place)
            near.remove(place)


def series(item: QQuickItem, places: Places) -> list[QRectF]:
    """The thing alone, with its neighbours, and with all that is put one after the other with it (− n +)."""
    found = [places[item], neighbours(item, places)]
    for one in above(item):
        if any(one.metaObject().className() == name or one.inherits(name) for name in SERIES):
            inside = QRectF()
            for other, place in places.items():
                if any(up is one for up in above(other)):
                    inside = inside.united(place)
            found.append(inside)
    return found


def out_of_reach(shown: Opened) -> list[tuple[str, str, int]]:
    """What is farther from the left thumb than it is from the right one; and in a bar, what is not mirrored."""
    width = shown.window.width()
    right = touched(shown)
    shown.app.display.chooseHand("left")
    left = touched(shown)
    found = []
    for item in left.keys() & right.keys():
        both = zip(series(item, left), series(item, right), strict=True)
        farther = [mine.left() - (width - its.right()) for mine, its in both]
        barred = any(one.metaObject().className().startswith(BARS) for one in above(item))
        if min(map(abs, farther) if barred else farther) > SLACK:
            found.append((str(item.property("text")), item.metaObject().className().split("_")[0], round(min(farther))))
    shown.app.display.chooseHand("right")
    shown.settle()
    return sorted(found)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_farther_from_the_left_thumb_than_from_the_right(
    opened: Open, stage: Stage, part: str, arrangement: str
) -> None:
    """« Reachable by one thumb in both orientations, mirrored for the other hand »: every touch item of every page."""
    shown = opened(**ARRANGEMENTS[arrangement])
    wrong = []
    for scene in PARTS[part](stage):
        wrong += [(scene, *what) for what in out_of_reach(shown)]
    assert wrong == []
