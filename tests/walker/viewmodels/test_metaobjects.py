"""No view-model changes its own type: QML remembers properties by the address of a type, and addresses come again.

A signal connected to a method that is no `@Slot` gives the receiver a metaobject of its own, freed with it. A window
opened later may get that address for another type, and then reads the wrong properties of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject

from scripts.scenes import PARTS, Stage
from tests.walker.window import Feed, finish_walk, settle
from walker.viewmodels.app import App


def below(parent: QObject) -> Iterator[QObject]:
    yield parent
    for child in parent.children():
        yield from below(child)


def test_every_method_that_a_signal_calls_is_a_slot(app: App, feed: Feed) -> None:
    def wait(_condition: Callable[[], bool]) -> None:
        settle(app.tablet.track)
        settle(app.tablet.by_hand)

    for scenes in PARTS.values():
        for _ in scenes(Stage(app=app, give=feed.give, wait=wait)):
            pass
        app.open("home")
        finish_walk(app)
    changed = {
        type(one).__name__
        for root in (app, app.tablet)
        for one in below(root)
        if one.metaObject().methodCount() != type(one).staticMetaObject.methodCount()
    }
    assert changed == set()
