"""The whole window as the app opens it, over a real store, for the tests of its pages."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from sync.protocol.records import Photo, Report, SpaceCandidate, Stop
from tests.walker.window import HERE, settle
from walker.domain.units import position
from walker.store import Store
from walker.viewmodels.app import App

LANDSCAPE, PORTRAIT = (1280, 800), (800, 1280)
ARRANGEMENTS: dict[str, dict[str, Any]] = {
    "day": {},
    "day, portrait, very large, English": {"size": PORTRAIT, "scale": 1.6, "language": "en"},
    "night, left hand": {"theme": "nuit", "hand": "left"},
    "night, portrait, very large, gloves, left hand": {
        "size": PORTRAIT,
        "theme": "nuit",
        "scale": 1.6,
        "gloves": True,
        "hand": "left",
    },
    "contrast, very large, gloves": {"theme": "contraste", "scale": 1.6, "gloves": True},
    "large, English": {"language": "en", "scale": 1.25},
}
LONG_WORD = "encombrantsencombrantsencombrantsencombrantsencombrantsencom"  # 60 characters without a place to break


@dataclass(kw_only=True)
class Opened:
    """The app's window and what it shows."""

    app: App
    engine: QQmlApplicationEngine
    window: QQuickWindow

    def settle(self) -> None:
        """The page that was asked for is there, with what it reads beside the window, and laid out as it is drawn.

        A list makes rows before it knows their height, and keeps those that fit when it is next polished.
        """
        self.make_whole()
        settle(self.app.tablet.reads)
        self.make_whole()
        for _ in range(3):  # layouts that depend on wrapped words settle within three rounds
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QApplication.processEvents()
        if isValid(self.window):  # the last button of a trial ends it with its window
            self.window.grabWindow()

    def make_whole(self) -> None:
        """Until nothing is being made any more: no page and no part of one, and its colours are those of the theme."""
        while isValid(self.window) and isValid(self.engine) and self._is_making():
            QApplication.processEvents()

    def _is_making(self) -> bool:
        changes = self.window.property("turning") or self.window.property("recolouring")
        return changes or self.engine.incubationController().incubatingObjectCount() > 0

    def picture(self) -> QImage:
        self.settle()
        return self.window.grabWindow()

    def items(self, root: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Every visible item, outermost first."""
        waiting = [root or self.window.contentItem()]
        while waiting:
            item = waiting.pop(0)
            if item.isVisible():
                yield item
                waiting.extend(item.childItems())

    def button(self, text: str) -> QQuickItem:
        """What can be touched under that word; the last one is the topmost."""
        self.picture()  # a page that was hidden is laid out when it is drawn
        found = [item for item in self.items() if touchable(item) and item.property("text") == text]
        assert found, f"no button {text!r} on page {self.app.page!r}"
        return found[-1]

    def tap(self, text: str) -> None:
        """A finger on the middle of that button."""
        item = self.button(text)
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        assert QPointF(0, 0).x() <= middle.x() < self.window.width(), text
        assert 0 <= middle.y() < self.window.height(), f"{text!r} is not on screen"
        QTest.mouseClick(
            self.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(*map(round, middle.toTuple())),
        )
        self.settle()


Open = Callable[..., Opened]


def keep(shown: Opened, name: str) -> None:
    """Leave the picture in GUP_WALKER_PICTURES, for whoever wants to look at it."""
    picture = shown.picture()
    if folder := os.environ.get("GUP_WALKER_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        assert picture.save(str(Path(folder) / f"{name.replace(', ', '-').replace(' ', '_')}.png"))


def touchable(item: QQuickItem) -> bool:
    return bool(item.inherits("QQuickAbstractButton") or item.inherits("QQuickTextField"))


def cut_words(opened: Opened) -> list[tuple[str, str]]:
    """Words that do not fit in their place, or hang out of their button or of the window."""
    found = []
    for item in opened.items():
        if not (item.inherits("QQuickText") and item.property("text")):
            continue
        words = str(item.property("text"))
        if item.property("truncated") or item.property("paintedWidth") > item.width() + 1:
            found.append((words, "cut"))
        at = item.mapRectToScene(item.boundingRect())
        if at.left() < -1 or at.right() > opened.window.width() + 1:
            found.append((words, "outside the window"))
        parent = item.parentItem()
        while parent is not None and not touchable(parent):
            parent = parent.parentItem()
        if parent is not None:
            box = item.mapRectToItem(parent, item.boundingRect())
            if box.left() < -1 or box.right() > parent.width() + 1 or box.bottom() > parent.height() + 1:
                found.append((words, "out of its button"))
    return found


def small_targets(opened: Opened, floor: int = 64) -> list[tuple[str, float, float]]:
    """What can be touched and is smaller than a thumb."""
    return [
        (str(item.property("text")), item.width(), item.height())
        for item in opened.items()
        if touchable(item) and (item.width() < floor or item.height() < floor) and not item.inherits("QQuickTextField")
    ]


def fill(store: Store, make: Any, walk_id: str | None, reports: int) -> None:
    """A tablet at the end of a long day: many findings, long words, photos that wait, a refusal, a draft."""
    codes = ("litter", "lamp_out", "bulky_items", "graffiti")
    made = [
        make(
            Report,
            walk_id=walk_id,
            category=codes[index % 4] if index else LONG_WORD,
            position=position(HERE[0] + index * 1e-5, HERE[1] + (index % 7) * 2e-4),
            text=LONG_WORD if index == 0 else "",
        )
        for index in range(reports)
    ]
    store.records.save_all(made)
    store.records.save_all([make(SpaceCandidate, walk_id=walk_id, kind="nook", position=position(*HERE))])
    if walk_id is not None:
        store.records.save(make(Stop, walk_id=walk_id, ordinal=0, position=position(*HERE)))
    store.photos.add(make(Photo, about=made[0].id), b"no picture at all", original_name="x.jpg")
    store.outbox.refuse(made[0].id, 1, "bad_field", "category", f"category: {LONG_WORD}")
    store.drafts.keep(
        make(Report).id, Report, walk_id, {"kind": "dysfunction", "category": "litter", "text": LONG_WORD}
    )


NOWHERE = (math.nan, math.nan)
