"""A shot is on disk, with the draft it begins, before anything says so; files are brought the same way."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from sync.protocol.records import Photo, Report
from tests.sync.formats.photo.pictures import asymmetric, encoded, exif_block, rationals, text, with_exif
from tests.walker.window import DEMO, HERE, Feed
from walker.device.camera import CameraState
from walker.device.replay_camera import ReplayCamera
from walker.store import Store
from walker.viewmodels.app import App

PICTURES = sorted((DEMO / "photos").glob("*.jpg"))
PATIENCE = 20_000


@pytest.fixture
def looking(app: App, feed: Feed, qtbot: QtBot) -> App:
    """A walk, its camera open."""
    app.startWalk()
    feed.give(*HERE)
    app.openCamera("", QUrl())
    qtbot.waitUntil(lambda: app.viewfinder.source != "", timeout=PATIENCE)
    return app


def urls(*files: Path) -> str:
    return "\n".join(QUrl.fromLocalFile(str(file)).toString() for file in files)


def test_the_shutter_keeps_photo_and_draft_and_goes_on_to_the_report(
    looking: App, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DESIGN-UI 1.1: saved at once with time and place; the report's page opens only when it is on disk."""
    seen: list[tuple[int, int]] = []
    looking.pageChanged.connect(
        lambda: (
            seen.append((len(store.records.all(Photo)), len(store.drafts.all(Report))))
            if looking.page == "report"
            else None
        )
    )
    looking.camera.shoot()
    assert (looking.camera.saving, looking.page) == (True, "camera")
    qtbot.waitUntil(lambda: looking.page == "report", timeout=PATIENCE)
    assert seen[0] == (1, 1)
    (photo,), (draft,) = store.records.all(Photo), store.drafts.all(Report)
    assert (photo.about, photo.walk_id) == (draft.id, looking.live.session.walk.id)
    assert photo.position is not None and photo.position.source == "gps"
    assert draft.body["position"]["lat_e7"] == photo.position.lat_e7
    assert photo.sha256 is None
    assert store.photos.original(photo.id) == PICTURES[0].read_bytes()
    assert looking.report.photos.count == 1
    looking.report.pickCategory("bulky_items")
    looking.report.save()
    assert looking.page == "live"  # the camera's page is not on the way back


def test_at_most_three_fsyncs_lie_between_the_shutter_and_the_report(
    looking: App, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file, its folder; the third is the transaction's own (performance.md: ≤ 3)."""
    import os

    calls: list[int] = []
    commits: list[str] = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda descriptor: (calls.append(descriptor), real(descriptor))[1])
    store.photos.folder.mkdir(exist_ok=True)
    write = store.database.write

    from contextlib import contextmanager

    depth = 0

    @contextmanager
    def counted() -> Any:
        nonlocal depth
        depth += 1
        with write():
            yield
        depth -= 1
        if depth == 0:
            commits.append("commit")

    monkeypatch.setattr(store.database, "write", counted)
    looking.camera.shoot()
    qtbot.waitUntil(lambda: looking.page == "report", timeout=PATIENCE)
    assert len(calls) + len(commits) == 3


def test_several_shots_in_a_row_are_of_one_report(looking: App, store: Store, qtbot: QtBot) -> None:
    looking.camera.toggleSeveral()
    for shots in (1, 2, 3):
        looking.camera.shoot()
        qtbot.waitUntil(lambda shots=shots: looking.camera.count == shots, timeout=PATIENCE)
    assert looking.page == "camera"
    looking.camera.undo()
    assert len(store.records.all(Photo)) == 2
    looking.camera.goOn()
    assert looking.page == "report"
    assert {photo.about for photo in store.records.all(Photo)} == {looking.report.id}
    assert len(store.drafts.all(Report)) == 1


def test_undoing_the_only_shot_takes_the_report_back_that_it_began(looking: App, store: Store, qtbot: QtBot) -> None:
    looking.camera.toggleSeveral()
    looking.camera.shoot()
    qtbot.waitUntil(lambda: looking.camera.count == 1, timeout=PATIENCE)
    looking.camera.undo()
    assert (store.records.all(Photo), store.drafts.all()) == ([], [])
    looking.camera.toggleSeveral()
    looking.camera.shoot()
    qtbot.waitUntil(lambda: looking.page == "report", timeout=PATIENCE)
    assert len(store.drafts.all(Report)) == 1


def test_without_a_photo_the_empty_report_opens(looking: App, store: Store) -> None:
    looking.withoutPhoto()
    assert (looking.page, looking.report.photos.count) == ("report", 0)
    looking.report.leave()
    assert looking.page == "live"


def test_one_more_photo_of_what_exists_comes_back_to_its_page(looking: App, store: Store, qtbot: QtBot) -> None:
    looking.withoutPhoto()
    report = looking.report.id
    looking.camera.purpose = "before_after"
    looking.openCamera(report, QUrl.fromLocalFile(str(PICTURES[1])))
    qtbot.waitUntil(lambda: looking.viewfinder.state == "ready", timeout=PATIENCE)
    assert looking.camera.ghost
    looking.camera.toggleGhost()
    assert not looking.camera.ghost
    looking.camera.shoot()
    qtbot.waitUntil(lambda: looking.page == "report", timeout=PATIENCE)
    (photo,) = store.records.all(Photo)
    assert (photo.about, photo.purpose, looking.report.photos.count) == (report, "before_after", 1)
    assert looking.camera.purpose == "finding"  # the next one begins without


@pytest.mark.parametrize("state", ["none", "refused", "busy", "failed"])
def test_a_camera_that_cannot_be_used_is_told_apart(looking: App, lens: ReplayCamera, store: Store, state: str) -> None:
    lens.become(CameraState(state))
    assert looking.viewfinder.state == state
    looking.camera.shoot()
    assert store.records.all(Photo) == []


def test_a_camera_that_gives_nothing_costs_nothing(looking: App, lens: ReplayCamera, store: Store) -> None:
    lens.pictures.clear()
    looking.camera.shoot()
    assert (looking.camera.fault, looking.camera.saving, looking.page) == ("no_answer", False, "camera")
    assert (store.records.all(Photo), store.drafts.all()) == ([], [])


def test_the_flash_is_off_until_it_is_asked_for_and_off_again_when_the_page_is_left(
    looking: App, lens: ReplayCamera
) -> None:
    assert (looking.camera.flash, lens.flash) == (False, False)
    looking.camera.toggleFlash()
    assert lens.flash
    looking.back()
    assert not lens.flash


def test_the_camera_is_off_once_its_page_is_left(looking: App, qtbot: QtBot) -> None:
    looking.back()
    qtbot.waitUntil(lambda: looking.viewfinder.state == "off", timeout=PATIENCE)
    assert looking.viewfinder.source == ""


def test_a_camera_opened_again_at_once_shows_its_first_picture(looking: App, qtbot: QtBot) -> None:
    """A replayed one gives no second: what was still being converted, or came just before, does not count for it."""
    finder = looking.viewfinder
    for _ in range(3):
        finder.stop()
        finder.start()
        finder.stop()
        assert finder.source == ""
        finder.start()
        qtbot.waitUntil(lambda: finder.source != "", timeout=PATIENCE)


def test_files_bring_their_own_place_and_time(looking: App, store: Store, tmp_path: Path, qtbot: QtBot) -> None:
    """What the camera wrote is kept in the record; a report that begins with it is where and when it was taken."""
    gps = [text(1, "N"), rationals(2, (48, 1), (53, 1), (0, 1)), text(3, "E"), rationals(4, (2, 1), (21, 1), (0, 1))]
    gps += [text(29, "2026:10:01"), rationals(7, (9, 1), (30, 1), (0, 1)), rationals(17, (270, 1)), text(16, "T")]
    file = tmp_path / "phone.jpg"
    file.write_bytes(with_exif(exif_block(gps=gps)))
    looking.camera.bring(urls(file, PICTURES[2]))
    qtbot.waitUntil(lambda: looking.page == "report", timeout=PATIENCE)
    first, second = store.records.all(Photo)
    assert first.position is not None
    assert (first.position.source, first.position.lat_e7, first.direction_deg) == ("exif", 488833333, 270)
    assert first.taken_at == "2026-10-01T09:30:00.000Z"
    assert first.about == second.about == looking.report.id
    assert looking.report.latitude == pytest.approx(48.8833333)
    (draft,) = store.drafts.all(Report)
    assert draft.body["observed_at"] == first.taken_at


def test_a_report_without_a_place_takes_that_of_the_file_brought_to_it(
    app: App, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    gps = [text(1, "N"), rationals(2, (48, 1), (53, 1), (0, 1)), text(3, "E"), rationals(4, (2, 1), (21, 1), (0, 1))]
    file = tmp_path / "phone.jpg"
    file.write_bytes(with_exif(exif_block(gps=gps)))
    app.capture("report", math.nan, math.nan)
    assert not app.report.hasPlace
    app.openCamera(app.report.id, QUrl())
    app.camera.bring(urls(file))
    qtbot.waitUntil(lambda: app.page == "report", timeout=PATIENCE)
    assert app.report.latitude == pytest.approx(48.8833333)
    assert store.drafts.all(Report)[0].body["position"]["source"] == "exif"


def test_a_file_that_is_no_picture_is_named_and_the_others_are_kept(
    looking: App, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "notes.jpg"
    wrong.write_text("no picture", encoding="utf-8")
    looking.camera.bring(urls(wrong, PICTURES[0], tmp_path / "gone.jpg"))
    qtbot.waitUntil(lambda: not looking.camera.saving, timeout=PATIENCE)
    assert [(row["name"], row["code"]) for row in looking.camera.refused.rows] == [
        ("notes.jpg", "not_a_picture"),
        ("gone.jpg", "unreadable"),
    ]
    assert (looking.page, looking.camera.count) == ("camera", 1)
    looking.camera.goOn()
    assert (looking.page, looking.report.photos.count) == ("report", 1)


def test_the_room_kept_for_notes_stops_photos_while_the_rest_goes_on(
    looking: App, store: Store, feed: Feed, qtbot: QtBot
) -> None:
    """Full disk stops photos before notes, and says so."""
    store.space.measure = lambda _: 190_000_000
    looking.camera.shoot()
    assert (looking.camera.full, looking.camera.fault, looking.page) == (True, "photos_stopped", "camera")
    looking.camera.bring(urls(PICTURES[0]))
    qtbot.waitUntil(lambda: not looking.camera.saving, timeout=PATIENCE)
    assert [row["code"] for row in looking.camera.refused.rows] == ["photos_stopped"]
    assert store.records.all(Photo) == []
    feed.walk(30)
    looking.withoutPhoto()
    looking.report.pickCategory("litter")
    looking.report.save()
    assert len(store.records.all(Report)) == 1
    store.space.measure = lambda _: 350_000_000
    assert (looking.camera.low, looking.camera.full, looking.camera.freeMb) == (True, False, 350)


def test_a_photo_that_would_eat_the_reserve_is_refused_before_a_byte_is_written(store: Store, clock: Any) -> None:
    from walker.domain.shots import keep_shot, new_report
    from walker.errors import StoreError

    store.space.measure = lambda _: 200_000_500
    with pytest.raises(StoreError, match="nearly full"):
        keep_shot(store, clock, encoded(asymmetric()), new_report(None, None, clock()))
    assert not store.photos.folder.exists()


def test_a_place_nobody_knows_is_no_place(app: App, store: Store, qtbot: QtBot) -> None:
    app.openCamera("", QUrl())
    qtbot.waitUntil(lambda: app.viewfinder.state == "ready", timeout=PATIENCE)
    app.camera.shoot()
    qtbot.waitUntil(lambda: app.page == "report", timeout=PATIENCE)
    (photo,) = store.records.all(Photo)
    assert photo.position is None
    assert math.isnan(app.report.latitude)
    assert app.report.fields["channel"] == "without_walk"


@pytest.mark.parametrize("moment", ["before it is on disk", "before the page knows"])
def test_a_photo_of_an_empty_form_left_at_once_comes_back_to_be_completed(
    looking: App, store: Store, qtbot: QtBot, moment: str
) -> None:
    """Nothing is about nothing: the form that was empty when it was left is there again with its photo."""
    looking.withoutPhoto()
    report = looking.report.id
    looking.openCamera(report, QUrl())
    qtbot.waitUntil(lambda: looking.viewfinder.state == "ready", timeout=PATIENCE)
    taken: list[object] = []
    run = looking.tablet.shots.run

    def held_back(job: Any, done: Any, failed: Any) -> None:
        if moment == "before it is on disk":
            taken.append(lambda: run(job, done, failed))
        else:
            photo = job()
            taken.append(lambda: done(photo))

    looking.tablet.shots.run = held_back  # type: ignore[method-assign]
    looking.camera.shoot()
    qtbot.waitUntil(lambda: bool(taken), timeout=PATIENCE)
    looking.back()
    looking.report.leave()
    taken[0]()  # type: ignore[operator]
    qtbot.waitUntil(lambda: bool(store.records.all(Photo)), timeout=PATIENCE)
    qtbot.wait(50)
    (photo,) = store.records.all(Photo)
    (draft,) = store.drafts.all(Report)
    assert (photo.about, draft.id, draft.walk_id) == (report, report, looking.live.session.walk.id)
    assert draft.body["position"]["lat_e7"] == photo.position.lat_e7
    assert looking.page == "live"
