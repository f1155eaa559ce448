"""The camera and the photos by touch and by keyboard, on their real pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sync.protocol.records import Photo, Report
from tests.walker.qml.pages import LANDSCAPE, PORTRAIT, Open, Opened
from tests.walker.window import DEMO, HERE, Feed
from walker.device.camera import CameraState
from walker.device.replay_camera import ReplayCamera
from walker.domain.shots import keep_shot, new_report
from walker.store import Store
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")
PATIENCE = 60_000


def looking(shown: Opened, qtbot: QtBot) -> None:
    shown.app.openCamera("", QUrl())
    qtbot.waitUntil(lambda: shown.app.viewfinder.source != "", timeout=PATIENCE)
    shown.settle()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_VolumeUp, Qt.Key.Key_VolumeDown])
def test_space_enter_and_the_volume_keys_are_the_shutter(
    opened: Open, app: App, store: Store, qtbot: QtBot, key: Qt.Key
) -> None:
    shown = opened()
    looking(shown, qtbot)
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(shown.window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: app.page == "report", timeout=PATIENCE)
    assert len(store.records.all(Photo)) == 1


def test_a_report_with_a_photo_is_two_touches_after_the_shutter(
    opened: Open, app: App, store: Store, feed: Feed, qtbot: QtBot
) -> None:
    """The promise of the product, by night and with the left hand."""
    shown = opened(theme="nuit", hand="left", gloves=True)
    app.startWalk()
    feed.give(*HERE)
    shown.tap("Photo")
    qtbot.waitUntil(lambda: app.viewfinder.state == "ready", timeout=PATIENCE)
    shown.tap("Prendre la photo")
    qtbot.waitUntil(lambda: app.page == "report", timeout=PATIENCE)
    shown.tap("Encombrants")
    shown.tap("Enregistrer")
    assert app.page == "live"
    assert (len(store.records.all(Report)), len(store.records.all(Photo))) == (1, 1)


@pytest.mark.parametrize("hand", ["right", "left"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_the_shutter_lies_on_the_side_of_the_hand_that_touches(
    opened: Open, qtbot: QtBot, hand: str, size: tuple[int, int]
) -> None:
    shown = opened(hand=hand, size=size)
    looking(shown, qtbot)
    shutter = shown.button("Prendre la photo")
    middle = shutter.mapToScene(QPointF(shutter.width() / 2, shutter.height() / 2)).x()
    assert (middle > shown.window.width() / 2) == (hand == "right")
    assert shutter.width() >= 148 and shutter.height() >= 180


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("none", "Cette tablette n’a pas d’appareil photo"),
        ("refused", "L’application n’a pas le droit d’utiliser l’appareil photo"),
        ("busy", "Une autre application utilise l’appareil photo"),
        ("failed", "L’appareil photo ne répond pas"),
    ],
)
def test_each_reason_for_no_picture_is_said_and_files_are_offered_at_once(
    opened: Open, lens: ReplayCamera, qtbot: QtBot, state: str, words: str
) -> None:
    shown = opened()
    looking(shown, qtbot)
    lens.become(CameraState(state))
    shown.settle()
    said = [str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")]
    assert words in said
    assert shown.button("Choisir des fichiers").isEnabled()
    assert shown.button("Sans photo").isEnabled()


def test_the_earlier_photo_lies_over_the_viewfinder_until_it_is_hidden(opened: Open, app: App, qtbot: QtBot) -> None:
    shown = opened()
    app.capture("report", *HERE)
    app.openCamera(app.report.id, QUrl.fromLocalFile(str(DEMO / "photos" / "03-encombrants.jpg")))
    qtbot.waitUntil(lambda: app.viewfinder.source != "", timeout=PATIENCE)
    shown.settle()

    def ghosts() -> list[QQuickItem]:
        return [item for item in shown.items() if item.objectName() == "ghost"]

    assert len(ghosts()) == 1
    shown.tap("Cacher la photo d’avant")
    assert ghosts() == []
    shown.tap("Montrer la photo d’avant")
    assert len(ghosts()) == 1


def test_by_night_the_picture_is_dim_until_it_is_touched(opened: Open, qtbot: QtBot) -> None:
    """A dark street cannot be framed on a dimmed screen, and a bright screen dazzles whoever only passes by."""
    shown = opened(theme="nuit")
    looking(shown, qtbot)
    before = shown.picture().pixelColor(500, 300).lightness()
    QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(500, 300))
    assert shown.picture().pixelColor(500, 300).lightness() > 1.5 * before
    assert shown.app.page == "camera"


def test_a_nearly_full_tablet_says_so_where_photos_are_taken(
    opened: Open, app: App, store: Store, qtbot: QtBot
) -> None:
    store.space.measure = lambda _: 120_000_000
    shown = opened()
    looking(shown, qtbot)
    said = [str(item.property("text")) for item in shown.items() if item.inherits("QQuickText")]
    assert "Plus que 120\u00a0Mo" in said
    assert any("plus prendre de photos" in words for words in said)
    assert "Plus de place pour des photos" in said


def test_a_finger_blurs_a_place_and_draws_an_arrow_on_the_photo(
    opened: Open, app: App, store: Store, qtbot: QtBot
) -> None:
    shot = (DEMO / "photos" / "03-encombrants.jpg").read_bytes()
    photo = keep_shot(store, app.tablet.clock, shot, new_report(None, None, app.tablet.clock()))
    store.photos.looked(photo.id, [(4000, 4000, 5000, 5000, 0, 90)], "found")
    shown = opened()
    app.open("photos")
    qtbot.waitUntil(lambda: app.photos.ready, timeout=PATIENCE)
    shown.tap("Photo 1. Flouté\u00a0: 1 visage")
    assert app.page == "photo"
    qtbot.waitUntil(lambda: app.photo.current, timeout=PATIENCE)
    shown.settle()
    picture = next(item for item in shown.items() if item.objectName() == "picture")

    def at(x: float, y: float) -> QPoint:
        return picture.mapToScene(QPointF(x * picture.width(), y * picture.height())).toPoint()

    def touch(x: float, y: float) -> None:
        QTest.mouseClick(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(x, y))
        shown.settle()

    touch(0.45, 0.45)
    assert app.photo.faces == 0  # a false face is shown again
    QTest.mousePress(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(0.1, 0.1))
    for step in range(1, 9):
        QTest.mouseMove(shown.window, at(0.1 + step * 0.05, 0.1))
        shown.settle()
    QTest.mouseRelease(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(0.5, 0.1))
    assert app.photo.stepCount == 2
    shown.tap("Flèche")
    touch(0.2, 0.8)
    touch(0.6, 0.6)
    assert app.photo.stepCount == 3
    shown.tap("Annuler")
    assert app.photo.stepCount == 2
    QTest.keyClick(shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert app.photo.stepCount == 1
    qtbot.waitUntil(lambda: app.photo.current, timeout=PATIENCE)
    shown.tap("Oui, on peut la montrer")
    qtbot.waitUntil(lambda: app.page == "photos", timeout=PATIENCE)
    assert store.records.all(Photo)[0].checked_at is not None


def test_the_keyboard_alone_blurs_a_place(opened: Open, app: App, store: Store, qtbot: QtBot) -> None:
    """S-210: a cross over the picture, moved by the arrow keys; Space is the touch, Enter accepts."""
    shot = (DEMO / "photos" / "03-encombrants.jpg").read_bytes()
    photo = keep_shot(store, app.tablet.clock, shot, new_report(None, None, app.tablet.clock()))
    store.photos.looked(photo.id, [], "found")
    shown = opened()
    app.openPhoto(photo.id)
    qtbot.waitUntil(lambda: app.photo.current, timeout=PATIENCE)
    shown.settle()
    QTest.keyClick(shown.window, Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Space):
        QTest.keyClick(shown.window, key)
    assert app.photo.stepCount == 1
    qtbot.waitUntil(lambda: app.photo.current, timeout=PATIENCE)
    QTest.keyClick(shown.window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.page == "home", timeout=PATIENCE)
    assert store.records.all(Photo)[0].checked_at is not None
