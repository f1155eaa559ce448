"""Photos leave only as a person saw them: six to a page, one touch accepts it, the originals go; the rest stays."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from pytestqt.qtbot import QtBot

from sync.formats.photo.blur import Box, pixelate
from sync.protocol.records import Photo
from tests.walker.window import DEMO, HERE, bring_photo
from walker.domain.shots import keep_shot, new_report
from walker.errors import StoreError
from walker.store import Store
from walker.viewmodels.app import App

SHOT = DEMO / "photos" / "03-encombrants.jpg"
PATIENCE = 60_000
Keep = Callable[..., Photo]


@pytest.fixture
def keep(app: App, store: Store) -> Keep:
    """A shot taken a moment ago; the finder has looked at it and found these boxes."""

    def kept(*boxes: tuple[int, ...], shot: bytes = SHOT.read_bytes()) -> Photo:
        photo = keep_shot(store, app.tablet.clock, shot, new_report(None, None, app.tablet.clock()))
        store.photos.looked(photo.id, boxes, "found")
        return photo

    return kept


def opened(app: App, qtbot: QtBot) -> None:
    app.open("photos")
    qtbot.waitUntil(lambda: app.photos.ready, timeout=PATIENCE)


def standings(app: App) -> list[str]:
    return [row["standing"] for row in app.photos.cells.rows]


def test_one_touch_accepts_six_and_the_originals_go(app: App, store: Store, keep: Keep, qtbot: QtBot) -> None:
    photos = [keep((1000, 1000, 2000, 2000, 0, 90)) for _ in range(8)]
    opened(app, qtbot)
    assert (app.photos.count, app.photos.first, app.photos.last, app.photos.pages) == (8, 1, 6, 2)
    assert standings(app) == ["ready"] * 6
    app.photos.accept()
    assert (app.photos.count, app.photos.saving) == (2, 6)  # the next page is there while these are being kept
    qtbot.waitUntil(lambda: app.photos.saving == 0, timeout=PATIENCE)
    kept = store.records.all(Photo)
    assert [photo.checked_at is not None for photo in kept] == [True] * 6 + [False] * 2
    assert [store.photos.shot(photo.id).file is None for photo in photos] == [True] * 6 + [False] * 2
    assert len(list(store.photos.folder.glob("*.jpg"))) == 2
    assert all(store.media.path(str(photo.sha256)).exists() for photo in kept[:6])


def test_what_was_found_is_blurred_in_what_will_be_sent(app: App, store: Store, keep: Keep, qtbot: QtBot) -> None:
    photo = keep((4000, 6500, 5000, 7500, 0, 90))
    opened(app, qtbot)
    app.photos.accept()
    qtbot.waitUntil(lambda: app.photos.saving == 0, timeout=PATIENCE)
    kept = store.records.get(photo.id)
    assert isinstance(kept, Photo)
    final = Image.open(BytesIO(store.media.path(str(kept.sha256)).read_bytes()))
    plain = Image.open(SHOT).convert("RGB")
    wanted = plain.copy()
    pixelate(wanted, [Box(left=4000, top=6500, right=5000, bottom=7500)])
    box = tuple(round(part * side) for part, side in zip((0.4, 0.65, 0.5, 0.75), final.size * 2, strict=True))
    as_wanted, as_plain = (
        max(ImageStat.Stat(ImageChops.difference(final.crop(box), one.crop(box))).mean) for one in (wanted, plain)
    )
    assert as_wanted < 3 < as_plain
    assert kept.checked_at is not None


def test_the_second_of_two_quick_touches_accepts_nothing_that_nobody_has_seen(
    app: App, store: Store, keep: Keep, qtbot: QtBot
) -> None:
    for _ in range(7):
        keep()
    opened(app, qtbot)
    app.photos.accept()
    app.photos.accept()
    qtbot.waitUntil(lambda: app.photos.saving == 0, timeout=PATIENCE)
    assert sum(photo.checked_at is not None for photo in store.records.all(Photo)) == 6
    qtbot.waitUntil(lambda: app.photos.ready, timeout=PATIENCE)
    app.photos.accept()
    qtbot.waitUntil(lambda: app.photos.saving == 0, timeout=PATIENCE)
    assert app.photos.count == 0
    assert app.home.held == 0


@pytest.mark.parametrize("bad", [b"no picture at all", SHOT.read_bytes()[:20_000]])
def test_a_picture_that_cannot_be_read_is_shown_as_such_and_blocks_no_other(
    app: App, store: Store, keep: Keep, qtbot: QtBot, bad: bytes
) -> None:
    keep()
    photo = keep()
    file = store.photos.shot(photo.id).file
    assert file is not None
    file.write_bytes(bad)
    keep()
    opened(app, qtbot)
    assert sorted(standings(app)) == ["ready", "ready", "refused"]
    app.photos.accept()
    qtbot.waitUntil(lambda: app.photos.saving == 0, timeout=PATIENCE)
    assert [one.checked_at is not None for one in store.records.all(Photo)] == [True, False, True]
    assert file.exists()
    assert standings(app) == ["refused"]
    assert not app.photos.ready


def test_the_finder_looks_by_itself_at_what_was_just_taken(app: App, store: Store, qtbot: QtBot) -> None:
    """So that the check opens at once; what it found outlives a kill."""
    photo = keep_shot(store, app.tablet.clock, SHOT.read_bytes(), new_report(None, None, app.tablet.clock()))
    assert store.photos.shot(photo.id).looked is None
    app.tablet.recordsChanged.emit()
    qtbot.waitUntil(lambda: store.photos.shot(photo.id).looked is not None, timeout=PATIENCE)
    assert store.photos.shot(photo.id).looked == "found"
    assert store.photos.unlooked() == []


def test_a_page_that_is_still_looked_at_cannot_be_accepted(app: App, store: Store, keep: Keep) -> None:
    keep()
    app.open("photos")
    assert (app.photos.looking, app.photos.ready) == (True, False)
    app.photos.accept()
    assert (app.photos.count, app.photos.saving) == (1, 0)


def test_a_disk_that_is_full_keeps_the_original_and_the_photo_waits_again(
    app: App, store: Store, keep: Keep, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = keep()
    opened(app, qtbot)

    def full(_content: bytes) -> str:
        raise StoreError("disk_full", "the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(store.media, "write", full)
        app.photos.accept()
        qtbot.waitUntil(lambda: app.photos.saving == 0, timeout=PATIENCE)
    assert app.trouble == "disk_full"
    assert (app.photos.count, store.photos.original(photo.id)) == (1, SHOT.read_bytes())
    qtbot.waitUntil(lambda: app.photos.ready, timeout=PATIENCE)
    app.photos.accept()
    qtbot.waitUntil(lambda: app.photos.count + app.photos.saving == 0, timeout=PATIENCE)


def test_a_photo_thrown_away_can_be_taken_back_until_one_goes_elsewhere(
    app: App, store: Store, keep: Keep, qtbot: QtBot
) -> None:
    """Undo instead of confirm: the private original goes for ever."""
    first, second = keep(), keep()
    opened(app, qtbot)
    for photo in (first, second):
        app.openPhoto(photo.id)
        app.photo.remove()
        assert app.page == "photos"
    assert (app.photos.count, app.removal.count, len(store.records.all(Photo))) == (0, 2, 2)
    app.removal.undo()
    assert (app.photos.count, app.removal.count) == (1, 1)
    app.back()
    assert [photo.id for photo in store.records.all(Photo)] == [second.id]
    assert store.photos.original(second.id) == SHOT.read_bytes()


def test_a_window_that_closes_settles_what_was_thrown_away(app: App, store: Store, keep: Keep) -> None:
    photo = keep()
    app.open("photos")
    app.openPhoto(photo.id)
    app.photo.remove()
    app.close()
    assert store.records.all(Photo) == []


def test_sixty_photos_take_ten_touches(app: App, store: Store, keep: Keep, qtbot: QtBot) -> None:
    """S-217 and the issue's promise: sixty photos in under three minutes; here the touches and what they wait for."""
    for _ in range(60):
        keep((1000, 1000, 1500, 1500, 0, 80))
    opened(app, qtbot)
    touches = 0
    while app.photos.count:
        qtbot.waitUntil(lambda: app.photos.ready, timeout=PATIENCE)
        app.photos.accept()
        touches += 1
    qtbot.waitUntil(lambda: app.photos.saving == 0, timeout=PATIENCE)
    assert touches == 10
    assert all(photo.checked_at for photo in store.records.all(Photo))


def test_a_photo_added_from_the_form_waits_for_the_check(app: App, store: Store, qtbot: QtBot, tmp_path: Path) -> None:
    app.capture("report", *HERE)
    bring_photo(app, app.report.id, SHOT)
    qtbot.waitUntil(lambda: app.report.photos.count == 1, timeout=PATIENCE)
    assert app.report.photos.rows[0]["standing"] == "to_check"
