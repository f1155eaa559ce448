"""One page in the place of another: made in slices, shown once it is whole, whatever is touched meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.walker.qml.pages import Open, Opened
from tests.walker.window import HERE
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


def page(shown: Opened) -> QQuickItem:
    """The one that can be seen."""
    places = [item for item in shown.window.contentItem().childItems() if item.inherits("QQuickLoader")]
    (front,) = [place for place in places if place.isVisible() and place.opacity() == 1]
    (made,) = front.childItems()
    return made


def title(shown: Opened) -> str:
    return str(page(shown).property("title"))


def test_the_first_page_is_there_with_the_window(opened: Open) -> None:
    shown = opened()
    assert shown.window.property("turning") is False


def test_the_page_on_screen_stays_until_the_next_one_is_whole(opened: Open, app: App) -> None:
    shown = opened()
    home = title(shown)
    app.open("settings")
    seen = []
    while shown.window.property("turning"):
        seen.append(title(shown))
        QApplication.processEvents()
    assert len(seen) > 1 and set(seen) == {home}
    assert title(shown) != home


def test_what_is_asked_for_last_comes(opened: Open, app: App) -> None:
    shown = opened()
    app.open("settings")
    settings = title_of(shown)
    app.open("help")
    app.open("storage")
    app.open("help")
    helped = title_of(shown)
    assert helped != settings
    app.open("settings")
    QApplication.processEvents()
    app.back()
    app.open("settings")
    assert title_of(shown) == settings


def title_of(shown: Opened) -> str:
    shown.settle()
    return title(shown)


def test_a_page_left_again_before_it_was_whole_is_never_shown(opened: Open, app: App) -> None:
    shown = opened()
    app.startWalk()
    shown.settle()
    live = title(shown)
    app.open("settings")
    QApplication.processEvents()
    app.back()
    seen = set()
    while shown.window.property("turning"):
        seen.add(title(shown))
        QApplication.processEvents()
    assert seen <= {live}
    assert title_of(shown) == live


def test_a_second_touch_while_a_page_comes_does_nothing(opened: Open, app: App) -> None:
    """Neither on the page that goes nor on the one that comes; by finger or by key."""
    shown = opened()
    button = shown.button("Signaler")
    middle = button.mapToScene(button.boundingRect().center()).toPoint()
    app.open("settings")
    assert shown.window.property("turning")
    QTest.mousePress(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(middle))
    assert shown.window.property("turning")
    QTest.keyClick(shown.window, Qt.Key.Key_Return)  # on home it starts the walk
    QTest.mouseRelease(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(middle))
    shown.settle()
    assert app.page == "settings"


def test_the_keyboard_is_on_the_new_page(opened: Open, app: App) -> None:
    shown = opened()
    app.capture("report", *HERE)
    shown.settle()
    item = shown.window.activeFocusItem()
    assert item is not None
    above = []
    while item is not None:
        above.append(item)
        item = item.parentItem()
    assert page(shown) in above
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    shown.settle()
    assert app.page == "home"
