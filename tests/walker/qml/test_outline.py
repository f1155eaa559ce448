"""Drawing a place on the map: by finger, and by the cross and the arrow keys alone (S-57, S-210)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sync.protocol.records import SpaceCandidate
from tests.walker.qml.pages import Open, Opened
from tests.walker.window import HERE, Feed
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


@pytest.fixture
def drawing(opened: Open, app: App) -> Opened:
    """The page that draws the outline of a new space."""
    shown = opened()
    app.startWalk()
    app.capture("space", *HERE)
    app.space.pickKind("wasteland")
    app.drawOutline("space")
    shown.settle()
    return shown


def _map(shown: Opened) -> QQuickItem:
    return next(item for item in shown.items() if item.objectName() == "map")


def _touch(shown: Opened, east: float, south: float) -> None:
    """A finger on the map, that far from its middle."""
    ground = _map(shown)
    at = ground.mapToScene(QPointF(ground.width() / 2 + east, ground.height() / 2 + south))
    click = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(at.x()), round(at.y())))
    QTest.mouseClick(shown.window, *click)
    shown.settle()


def test_touches_on_the_map_draw_an_outline_and_one_more_closes_it(drawing: Opened, app: App, store: Store) -> None:
    for east, south in ((-120, -90), (120, -90), (120, 90), (-120, 90)):
        _touch(drawing, east, south)
    rows = app.outline.corners.rows
    assert len(rows) == 4
    assert rows[0]["latitude"] > rows[2]["latitude"]
    assert rows[0]["longitude"] < rows[1]["longitude"]
    drawing.tap("Fermer le contour")
    drawing.tap("Enregistrer")
    (space,) = store.records.all(SpaceCandidate)
    assert (space.shape, len(space.points), app.page) == ("polygon", 4, "live")


def test_a_corner_is_touched_then_moved(drawing: Opened, app: App) -> None:
    for east, south in ((-120, -90), (120, -90), (120, 90)):
        _touch(drawing, east, south)
    before = dict(app.outline.corners.rows[1])
    drawing.tap("Coin 2")
    assert app.outline.chosen == 1
    _touch(drawing, 200, -150)
    after = app.outline.corners.rows[1]
    assert len(app.outline.corners.rows) == 3
    assert after["latitude"] > before["latitude"]
    assert after["longitude"] > before["longitude"]
    drawing.tap("Coin 2")
    drawing.tap("Déplacer ici")
    assert app.outline.corners.rows[1]["latitude"] == pytest.approx(_map(drawing).property("center").latitude())


def test_the_button_that_ends_it_says_what_is_missing(drawing: Opened) -> None:
    _touch(drawing, 0, 0)
    said = [str(item.property("text")) for item in drawing.items()]
    assert "Touchez encore 2 coins sur la carte." in said
    closing = drawing.button("Fermer le contour")
    assert not closing.isEnabled()


def test_the_keyboard_alone_draws_a_line(drawing: Opened, app: App) -> None:
    app.outline.chooseShape("line")
    drawing.settle()
    drawing.button("Coin sous la croix").forceActiveFocus()
    QTest.keyClick(drawing.window, Qt.Key.Key_Space)
    drawing.button("À droite").forceActiveFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(drawing.window, key)
    drawing.button("Coin sous la croix").forceActiveFocus()
    QTest.keyClick(drawing.window, Qt.Key.Key_Space)
    first, second = app.outline.corners.rows
    assert second["longitude"] > first["longitude"]
    assert second["latitude"] > first["latitude"]
    QTest.keyClick(drawing.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert app.outline.corners.count == 1
    QTest.keyClick(drawing.window, Qt.Key.Key_Escape)
    assert app.page == "space"


def test_where_we_are_is_drawn_and_a_corner_can_be_put_on_it(
    drawing: Opened, app: App, feed: Feed, qtbot: QtBot
) -> None:
    feed.give(*HERE)
    qtbot.waitUntil(lambda: any(QQmlProperty(item, "doubt").isValid() for item in drawing.items()))
    drawing.picture()  # what lies on a map is put in its place when that is drawn
    (here,) = [item for item in drawing.items() if QQmlProperty(item, "doubt").isValid()]
    middle = here.mapToScene(QPointF(here.width() / 2, here.height() / 2))
    click = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle.toPoint())
    QTest.mouseClick(drawing.window, *click)
    (corner,) = app.outline.corners.rows
    assert abs(corner["latitude"] - HERE[0]) < 1e-5
    assert abs(corner["longitude"] - HERE[1]) < 1e-5
