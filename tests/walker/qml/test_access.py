"""Who cannot see or touch the screen: every control has a name and a role, and the keyboard alone reaches it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from scripts.scenes import PARTS, Stage
from tests.walker.qml.pages import Open, Opened, fill, touchable
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")

ENOUGH_TABS = 400


@pytest.fixture
def lived_in(app: App, store: Store, make: Any) -> None:
    """A tablet with a few findings."""
    fill(store, make, None, 5)
    app.tablet.recordsChanged.emit()


def controls(shown: Opened) -> list[QQuickItem]:
    """What can be touched now."""
    return [item for item in shown.items() if touchable(item) and item.isEnabled()]


def said(item: QQuickItem) -> tuple[str, QAccessible.Role]:
    """What a screen reader says of it. Let go at once: Qt deletes it, and another item may be there."""
    told = QAccessible.queryAccessibleInterface(item)
    return ("", QAccessible.Role.NoRole) if told is None else (told.text(QAccessible.Text.Name), told.role())


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("part", PARTS)
def test_every_control_has_a_name_and_a_role_for_screen_readers(opened: Open, stage: Stage, part: str) -> None:
    """S-210."""
    shown = opened()
    nameless = []
    for scene in PARTS[part](stage):
        shown.settle()
        for item in controls(shown):
            name, role = said(item)
            if not name.strip() or role in (QAccessible.Role.NoRole, QAccessible.Role.Client):
                nameless.append((scene, item.metaObject().className(), item.property("text"), name, role))
    assert nameless == []


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("part", PARTS)
def test_the_keyboard_reaches_every_control(opened: Open, stage: Stage, part: str) -> None:
    """Tab from control to control (S-210)."""
    shown = opened()
    missed = []
    for scene in PARTS[part](stage):
        shown.settle()
        wanted = {item: str(item.property("text")) for item in controls(shown)}
        for item in _reached(shown, len(wanted)):
            wanted.pop(item, None)
        missed += [(scene, words) for words in wanted.values()]
    assert missed == []


def _reached(shown: Opened, count: int) -> set[QQuickItem]:
    """What had the focus while Tab went round once."""
    seen: set[QQuickItem] = set()
    for _ in range(min(ENOUGH_TABS, 2 * count + 10)):
        QTest.keyClick(shown.window, Qt.Key.Key_Tab)
        item = shown.window.activeFocusItem()
        if item is None or item in seen:
            continue
        seen.add(item)
    return seen
