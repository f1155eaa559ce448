"""How components behave under finger and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL, QObject, QPointF, QSizeF, Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

pytestmark = pytest.mark.xdist_group("qml")

Show = Callable[..., Any]


def touch(shown: Any, item: QQuickItem) -> None:
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def heard(item: QObject, signal: str) -> list[Any]:
    """What the signal says from now on, one entry each time (True when it carries nothing)."""
    said: list[Any] = []
    QObject.connect(item, SIGNAL(signal), lambda *values: said.append(values[0] if values else True))
    return said


def inside(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(deeper for child in item.childItems() for deeper in inside(child))]


def with_text(shown: Any, text: str) -> QQuickItem:
    items: list[QQuickItem] = list(shown.items())
    return next(i for i in items if i.inherits("QQuickAbstractButton") and i.property("text") == text)


def accessible(item: QObject) -> Any:
    QAccessible.setActive(True)
    return QAccessible.queryAccessibleInterface(item)


def test_enter_is_the_yellow_button_and_escape_goes_back(show: Show) -> None:
    shown = show("Gallery")
    acted, back = heard(shown.root, "acted()"), heard(shown.root, "back()")
    undone = heard(shown.root, "undone()")
    shown.root.forceActiveFocus()
    QTest.keyClick(shown.window, Qt.Key.Key_Return)
    QTest.keyClick(shown.window, Qt.Key.Key_Escape)
    QTest.keyClick(shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (len(acted), len(back), len(undone)) == (1, 1, 1)


def test_a_button_that_cannot_be_used_says_why_and_does_nothing(show: Show) -> None:
    shown = show("Gallery", sheet="Map", actionReason="Il manque une date")
    acted = heard(shown.root, "acted()")
    button = with_text(shown, "Enregistrer")
    assert accessible(button).text(QAccessible.Text.Name) == "Il manque une date"
    touch(shown, button)
    QTest.keyClick(shown.window, Qt.Key.Key_Return)
    assert len(acted) == 0


def test_a_busy_button_changes_its_word_and_takes_no_second_tap(show: Show) -> None:
    shown = show("Gallery", sheet="Map", busy=True, busyText="Enregistre…")
    acted = heard(shown.root, "acted()")
    button = with_text(shown, "Enregistrer")
    assert accessible(button).text(QAccessible.Text.Name) == "Enregistre…"
    touch(shown, button)
    assert len(acted) == 0


def test_arrow_keys_walk_among_tiles_and_space_picks(show: Show) -> None:
    shown = show("Gallery", sheet="Choices")
    tiles = shown.named("tiles")
    picked = heard(tiles, "picked(QString)")
    with_text(shown, "Déchets").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(shown.window, Qt.Key.Key_Right)
    QTest.keyClick(shown.window, Qt.Key.Key_Right)
    QTest.keyClick(shown.window, Qt.Key.Key_Down)
    assert with_text(shown, "Fuite, odeur").hasActiveFocus()
    assert with_text(shown, "Fuite, odeur").property("visualFocus")
    QTest.keyClick(shown.window, Qt.Key.Key_Space)
    assert picked == ["leak"]


def test_a_chosen_tile_tells_readers_so(show: Show) -> None:
    """S-208: what the colour says, the reader hears."""
    shown = show("Gallery", sheet="Choices")
    chosen, other = accessible(with_text(shown, "Encombrants")), accessible(with_text(shown, "Déchets"))
    assert chosen.text(QAccessible.Text.Name) == "Encombrants, choisi"
    assert chosen.role() == QAccessible.Role.RadioButton
    assert chosen.state().checked
    assert not other.state().checked
    owner = accessible(with_text(shown, "Bailleur"))
    assert owner.role() == QAccessible.Role.CheckBox


def test_very_large_words_show_six_tiles_then_all_of_them(show: Show) -> None:
    shown = show("Gallery", sheet="Choices", settings={"textScale": 1.6})
    names = {i.property("text") for i in shown.items() if i.inherits("QQuickAbstractButton")}
    assert "Plus de choix" in names
    assert "Autre chose" not in names
    touch(shown, with_text(shown, "Plus de choix"))
    shown.picture()
    names = {i.property("text") for i in shown.items() if i.inherits("QQuickAbstractButton")}
    assert {"Déchets", "Autre chose"} <= names


def test_a_count_not_collected_is_never_a_zero(show: Show) -> None:
    """S-203: not collected is a value; only a tap makes it a number."""
    shown = show("Gallery", sheet="Choices")
    steppers = [i for i in shown.items() if i.property("collected") is not None]
    unknown = next(i for i in steppers if i.property("collected") is False)
    said = {i.property("text") for i in inside(steppers[0])}
    assert "9" in said
    words = [i.property("text") for i in inside(unknown) if i.property("text")]
    assert "0" not in words
    assert "–" in words


def test_hand_setting_moves_rail_and_yellow_button(show: Show) -> None:
    right = show("Gallery", sheet="Capture")
    left = show("Gallery", sheet="Capture", settings={"hand": "left"})
    assert right.named("rail").x() > 500
    assert left.named("rail").x() == 0
    bars = [
        with_text(show("Gallery", sheet="Map", settings={"hand": hand}), "Enregistrer").mapToScene(QPointF()).x()
        for hand in ("left", "right")
    ]
    assert bars[0] < 100 < bars[1]


def test_capture_is_one_tap_and_says_its_kind(show: Show) -> None:
    shown = show("Gallery", sheet="Capture")
    captured = heard(shown.named("rail"), "captured(QString)")
    for word in ("Photo", "Signaler", "Lieu apprécié", "Espace à requalifier", "Halte"):
        touch(shown, with_text(shown, word))
    assert captured == ["photo", "report", "liked", "space", "stop"]


def test_a_long_page_moves_without_a_swipe(show: Show) -> None:
    shown = show("Gallery", sheet="Cards")
    down = with_text(shown, "Plus bas")
    flick = next(i for i in shown.items() if i.inherits("QQuickFlickable"))
    touch(shown, down)
    assert flick.property("contentY") > 100
    touch(shown, with_text(shown, "Plus haut"))
    assert flick.property("contentY") == 0


def test_a_field_below_the_fold_is_shown_when_the_keyboard_reaches_it(show: Show) -> None:
    shown = show("Gallery", sheet="Choices")
    flick = next(i for i in shown.items() if i.inherits("QQuickFlickable"))
    field = shown.named("note")
    field.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    top = field.mapToItem(flick, QPointF()).y()
    assert 0 <= top <= flick.height()


def test_typing_in_a_field_reports_what_was_typed_and_only_that(show: Show) -> None:
    shown = show("Gallery", sheet="Choices")
    for name, key in (("dansmarue", Qt.Key.Key_7), ("note", Qt.Key.Key_X)):
        field = shown.named(name)
        edited = heard(field, "edited(QString)")
        field.setProperty("text", "abc")
        assert len(edited) == 0
        field.forceActiveFocus()
        QTest.keyClick(shown.window, Qt.Key.Key_End)
        QTest.keyClick(shown.window, key)
        assert len(edited) == 1
        assert chr(key.value).lower() in edited[0]


def test_the_ring_shows_where_the_keyboard_is(show: Show) -> None:
    shown = show("Gallery")
    button = shown.named("firstSecondary")
    ring = next(i for i in inside(button) if i.inherits("QQuickRectangle") and i.x() == -7)
    assert not ring.isVisible()
    button.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()


def test_the_keyboard_goes_through_content_then_bar_then_top_bar(show: Show) -> None:
    """S-210: everything is reached by Tab alone, in the order of the page."""
    shown = show("Gallery", sheet="Map")
    shown.root.forceActiveFocus()
    reached: list[str] = []
    for _ in range(30):
        QTest.keyClick(shown.window, Qt.Key.Key_Tab)
        reached.append(shown.window.activeFocusItem().property("text") or "")
        if reached[-1] == "Retour":
            break
    order = [reached.index(text) for text in ("Encombrants", "Note vocale", "Enregistrer", "Retour")]
    assert order == sorted(order)


# Taller without arrows than beside them, as three columns are than two. A swing without end is ended after 100.
SWINGING = b"""
import QtQuick
import QtQuick.Layouts
import Walker
Scroller {
    id: scroller
    property int turns: 0
    onOverflowsChanged: turns += 1
    contentMargin: 0
    ColumnLayout {
        width: parent.width
        Item {
            Layout.fillWidth: true
            implicitHeight: scroller.turns > 100 ? 100 : parent.width > 350 ? 620 : 540
        }
    }
}
"""


def test_arrows_that_make_the_content_fit_stay_and_do_not_swing_for_ever(show: Show) -> None:
    """S-210: seen at 200 % text, where the window stood still laying itself out."""
    shown = show("Gallery")
    factory = QQmlComponent(shown.engine)
    factory.setData(SWINGING, QUrl())
    scroller = factory.create()
    assert isinstance(scroller, QQuickItem), factory.errorString()
    scroller.setSize(QSizeF(400, 560))
    scroller.setParentItem(shown.window.contentItem())
    shown.picture()
    assert scroller.property("overflows")
    assert scroller.property("turns") < 10
    QTest.qWait(700)  # at rest again
    scroller.setHeight(700)
    shown.picture()
    assert not scroller.property("overflows")
    scroller.setParentItem(None)
    scroller.deleteLater()
