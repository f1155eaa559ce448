"""A photo leaves only as a person saw it; a touch blurs one more place; the original goes with the acceptance."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from sync.protocol.records import Photo
from tests.walker.window import DEMO, HERE
from walker.store import Store
from walker.viewmodels.app import App

SHOT = DEMO / "photos" / "03-encombrants.jpg"


@pytest.fixture
def checking(app: App, qtbot: QtBot) -> App:
    """One shot, its check opened and prepared."""
    app.capturePhoto(QUrl.fromLocalFile(str(SHOT)), *HERE)
    qtbot.waitUntil(lambda: app.report.photos.rows != [], timeout=20_000)
    app.report.pickCategory("bulky_items")
    app.report.save()
    app.open("photos")
    qtbot.waitUntil(lambda: app.photos.source != "", timeout=20_000)
    return app


def test_accepting_names_the_bytes_that_were_seen_and_removes_the_original(checking: App, store: Store) -> None:
    (held,) = store.outbox.backlog().held
    original = store.photos.shot(held).file
    assert original is not None
    assert checking.photos.about == "Encombrants"
    checking.photos.accept()
    (photo,) = store.records.all(Photo)
    assert photo.checked_at is not None
    assert store.media.path(photo.sha256).read_bytes().startswith(b"\xff\xd8")
    assert not original.exists()
    assert checking.photos.count == 0
    assert checking.home.held == 0


def test_a_touch_blurs_that_place_in_what_will_be_sent(checking: App, store: Store, qtbot: QtBot) -> None:
    before = len(checking.photos.boxes.rows)
    checking.photos.blurAt(0.45, 0.7)
    assert checking.photos.source == ""  # what is not made yet cannot be accepted
    checking.photos.accept()
    assert store.records.all(Photo)[0].checked_at is None
    qtbot.waitUntil(lambda: checking.photos.source != "", timeout=20_000)
    assert len(checking.photos.boxes.rows) == before + 1
    checking.photos.accept()
    (photo,) = store.records.all(Photo)
    final = Image.open(BytesIO(store.media.path(photo.sha256).read_bytes()))
    plain = Image.open(SHOT).convert("RGB").resize(final.size)
    at = (round(final.width * 0.45), round(final.height * 0.7))
    patch = [final.getpixel((at[0] + step, at[1])) for step in range(-8, 9, 4)]
    assert len(set(patch)) <= 3  # one or two flat cells
    assert plain.size == final.size


def test_the_last_blur_is_taken_back(checking: App, qtbot: QtBot) -> None:
    checking.photos.blurAt(0.5, 0.5)
    checking.photos.undoBlur()
    qtbot.waitUntil(lambda: checking.photos.source != "", timeout=20_000)
    assert checking.photos.touchedCount == 0


def test_a_photo_nobody_wants_is_deleted_when_its_page_is_left(checking: App, store: Store) -> None:
    original = store.photos.shot(checking.tablet.store.records.all(Photo)[0].id).file
    assert original is not None
    checking.photos.remove()
    assert (checking.photos.count, checking.photos.removedCount) == (0, 1)
    checking.back()
    assert store.records.all(Photo) == []
    assert checking.photos.removedCount == 0
    assert not original.exists()


def test_a_deletion_is_taken_back_while_the_page_is_open(checking: App, store: Store, qtbot: QtBot) -> None:
    """Undo instead of confirm: the private original goes for ever."""
    checking.photos.remove()
    checking.photos.undoRemove()
    qtbot.waitUntil(lambda: checking.photos.source != "", timeout=20_000)
    assert (checking.photos.count, checking.photos.removedCount) == (1, 0)
    checking.back()
    assert len(store.records.all(Photo)) == 1


def test_the_second_tap_of_two_never_deletes_a_photo_that_nobody_saw(checking: App, store: Store, qtbot: QtBot) -> None:
    checking.back()
    checking.capturePhoto(QUrl.fromLocalFile(str(SHOT)), *HERE)
    qtbot.waitUntil(lambda: checking.report.photos.rows != [], timeout=20_000)
    checking.report.pickCategory("litter")
    checking.report.save()
    checking.open("photos")
    qtbot.waitUntil(lambda: checking.photos.source != "", timeout=20_000)
    checking.photos.remove()
    checking.photos.remove()
    assert (checking.photos.count, checking.photos.removedCount) == (1, 1)
    qtbot.waitUntil(lambda: checking.photos.source != "", timeout=20_000)
    checking.close()  # the window goes with the page still open
    assert len(store.records.all(Photo)) == 1
