"""One photo, large: blurred by finger, a false blur taken away, an arrow; each step on disk, each taken back."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat
from pytestqt.qtbot import QtBot

from sync.protocol.records import Photo
from tests.walker.window import DEMO
from walker.domain.shots import keep_shot, new_report
from walker.store import Store, open_store
from walker.viewmodels.app import App

SHOT = DEMO / "photos" / "03-encombrants.jpg"
PATIENCE = 60_000
FACE = (4000, 4000, 5000, 5000, 0, 90)


@pytest.fixture
def photo(app: App, store: Store) -> Photo:
    kept = keep_shot(store, app.tablet.clock, SHOT.read_bytes(), new_report(None, None, app.tablet.clock()))
    store.photos.looked(kept.id, [FACE], "found")
    return kept


@pytest.fixture
def editing(app: App, photo: Photo, qtbot: QtBot) -> App:
    app.openPhoto(photo.id)
    qtbot.waitUntil(lambda: app.photo.current, timeout=PATIENCE)
    return app


def accepted(app: App, store: Store, photo: Photo, qtbot: QtBot) -> tuple[Photo, Image.Image]:
    qtbot.waitUntil(lambda: app.photo.current, timeout=PATIENCE)
    app.photo.accept()
    assert app.photo.saving
    qtbot.waitUntil(lambda: app.page != "photo", timeout=PATIENCE)
    kept = store.records.get(photo.id)
    assert isinstance(kept, Photo) and kept.sha256 is not None
    return kept, Image.open(BytesIO(store.media.path(kept.sha256).read_bytes())).convert("RGB")


def is_flat(picture: Image.Image, x: float, y: float) -> bool:
    """A few pixels around there have one or two colours, but for the encoder's own noise."""
    at = round(x * picture.width), round(y * picture.height)
    colours: list[tuple[int, ...]] = []
    for step in range(-9, 10, 3):
        pixel = picture.getpixel((at[0] + step, at[1]))
        assert isinstance(pixel, tuple)
        if all(max(abs(a - b) for a, b in zip(pixel, one, strict=True)) > 14 for one in colours):
            colours.append(pixel)
    return len(colours) <= 2


def test_a_touch_blurs_that_place_in_what_will_be_sent(editing: App, store: Store, photo: Photo, qtbot: QtBot) -> None:
    editing.photo.touch(0.45, 0.75)
    assert not editing.photo.current  # what is not shown yet cannot be accepted
    editing.photo.accept()
    assert not editing.photo.saving
    _, final = accepted(editing, store, photo, qtbot)
    assert is_flat(final, 0.45, 0.75)


def test_a_touch_on_a_false_blur_shows_the_place_again(editing: App, store: Store, photo: Photo, qtbot: QtBot) -> None:
    assert editing.photo.faces == 1
    editing.photo.touch(0.45, 0.45)
    assert editing.photo.faces == 0
    _, final = accepted(editing, store, photo, qtbot)
    plain = Image.open(SHOT).convert("RGB").resize(final.size)
    box = tuple(round(part * side) for part in (0.4, 0.5) for side in final.size)
    difference = ImageStat.Stat(ImageChops.difference(final.crop(box), plain.crop(box)))
    assert max(difference.mean) < 6  # the encoder's own noise


def test_a_finger_that_moves_blurs_all_its_way_and_is_taken_back_as_one(
    editing: App, store: Store, photo: Photo, qtbot: QtBot
) -> None:
    editing.photo.chooseBrush("small")
    editing.photo.stroke("0.1 0.8\n0.5 0.8\n0.9 0.8")
    editing.photo.undo()
    assert editing.photo.stepCount == 0
    editing.photo.stroke("0.1 0.8\n0.9 0.8")
    _, final = accepted(editing, store, photo, qtbot)
    assert all(is_flat(final, x / 10, 0.8) for x in range(1, 10))


def test_an_arrow_is_two_touches_and_is_drawn_into_the_bytes(
    editing: App, store: Store, photo: Photo, qtbot: QtBot
) -> None:
    editing.photo.choose("arrow")
    editing.photo.touch(0.2, 0.2)
    assert editing.photo.pointing
    editing.photo.undo()
    assert not editing.photo.pointing
    editing.photo.touch(0.2, 0.2)
    editing.photo.touch(0.8, 0.2)
    assert (editing.photo.pointing, editing.photo.stepCount) == (False, 1)
    _, final = accepted(editing, store, photo, qtbot)
    red, green, blue = final.getpixel((final.width // 2, round(final.height * 0.2)))
    assert red > 220 and 150 < green < 220 and blue < 110


def test_what_was_drawn_outlives_a_kill(editing: App, store: Store, photo: Photo, qtbot: QtBot) -> None:
    """Nothing a person drew is lost, though it was not accepted."""
    editing.photo.touch(0.3, 0.3)
    editing.photo.choose("arrow")
    editing.photo.stroke("0.1 0.1\n0.6 0.6")
    folder = store.folder
    store.close()  # nothing is said to the view-model: the process is gone
    with open_store(folder) as again:
        from walker.domain.photo_marks import Marks

        marks = Marks.of(again.photos.shot(photo.id))
        assert len(marks.areas()) == 2
        assert len(marks.arrows()) == 1


def test_going_back_keeps_what_was_drawn_and_accepts_nothing(
    editing: App, store: Store, photo: Photo, qtbot: QtBot
) -> None:
    editing.photo.touch(0.3, 0.3)
    editing.back()
    assert store.records.get(photo.id).revision == 1
    editing.openPhoto(photo.id)
    assert editing.photo.stepCount == 1


def test_a_later_blur_is_a_new_revision_and_the_bytes_of_before_go(
    editing: App, store: Store, photo: Photo, qtbot: QtBot
) -> None:
    first, _ = accepted(editing, store, photo, qtbot)
    assert not list(store.photos.folder.glob("*.jpg"))
    editing.openPhoto(photo.id)
    qtbot.waitUntil(lambda: editing.photo.current, timeout=PATIENCE)
    assert (editing.photo.checked, editing.photo.faces) == (True, 0)  # what was found is in the picture already
    editing.photo.accept()
    assert not editing.photo.saving  # nothing was changed
    editing.photo.touch(0.7, 0.3)
    second, final = accepted(editing, store, photo, qtbot)
    assert second.revision == first.revision + 1
    assert second.sha256 != first.sha256
    assert is_flat(final, 0.7, 0.3) and is_flat(final, 0.43, 0.43)
    assert not store.media.path(str(first.sha256)).exists()
    assert store.photos.shot(photo.id).drawn == "[]"


def test_a_picture_that_cannot_be_read_says_so_and_can_be_thrown_away(
    app: App, store: Store, photo: Photo, qtbot: QtBot
) -> None:
    file = store.photos.shot(photo.id).file
    assert file is not None
    file.write_bytes(b"no picture")
    app.openPhoto(photo.id)
    qtbot.waitUntil(lambda: app.photo.refusal != "", timeout=PATIENCE)
    assert app.photo.refusal == "not_a_picture"
    app.photo.accept()
    assert not app.photo.saving
    app.photo.remove()
    app.back()
    assert store.records.all(Photo) == []


def test_a_photo_that_is_gone_does_not_open(app: App) -> None:
    app.openPhoto("0" * 32)
    assert app.page == "home"
