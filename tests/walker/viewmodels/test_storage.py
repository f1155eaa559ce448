"""Room, copies and erasing: figures, no overwriting, and two steps before anything goes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sync.protocol.records import ExploratoryWalk, Photo, Report
from tests.walker.window import HERE, Feed, finish_walk
from walker.domain.units import position
from walker.store import Store
from walker.viewmodels.app import App


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _measured(app: App, qtbot: QtBot) -> None:
    app.care.storage.look()
    before = app.care.room._room
    qtbot.waitUntil(lambda: app.care.room._room is not before, timeout=10_000)


def _done(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: app.care.storage.busy == "", timeout=10_000)


def test_full_sizes_go_by_a_touch_and_the_figure_says_how_much(app: App, store: Store, make: Any, qtbot: QtBot) -> None:
    photo = store.photos.add_checked(make(Photo), make.picture(b"x" * 200_000))
    (item,) = store.outbox.outgoing(10)
    store.outbox.acknowledge(item.id, item.revision, item.hash)
    for sha256 in (photo.sha256, photo.preview_sha256):
        store.outbox.media_acknowledged(str(sha256))
    _measured(app, qtbot)
    assert (app.care.storage.freeableCount, app.care.storage.wonMb) == (1, -1.0)
    app.care.storage.freeUp()
    _done(app, qtbot)
    assert round(app.care.storage.wonMb, 1) == 0.2
    qtbot.waitUntil(lambda: app.care.storage.freeableCount == 0, timeout=10_000)


@pytest.mark.parametrize("form", ["gpkg", "gpx", "geojson"])
def test_walks_are_copied_in_each_form_and_never_over_an_earlier_copy(
    app: App, feed: Feed, stick: Path, qtbot: QtBot, form: str
) -> None:
    app.startWalk()
    feed.walk(20)
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    app.report.save()
    finish_walk(app)
    app.care.storage.typeFolder(f" {stick} ")
    for _ in range(2):
        app.care.storage.copy(form)
        _done(app, qtbot)
    assert app.care.storage.fault == ""
    files = sorted(stick.iterdir())
    assert [file.name for file in files] == [f"marches-2026-10-15-2.{form}", f"marches-2026-10-15.{form}"]
    assert app.care.storage.written == str(files[0])
    if form == "geojson":
        features = json.loads(files[1].read_text())["features"]
        assert sum(one["properties"].get("category") == "litter" for one in features) == 1


def test_one_walk_alone_may_be_copied(app: App, store: Store, make: Any, stick: Path, qtbot: QtBot) -> None:
    walk, other = (store.records.save(make(ExploratoryWalk, state="held", title=title)) for title in ("Une", "Autre"))
    for one in (walk, other):
        store.records.save(make(Report, walk_id=one.id, category="litter", position=position(*HERE)))
    _measured(app, qtbot)
    assert {row["title"] for row in app.care.storage.walks.rows} == {"Une", "Autre"}
    app.care.storage.typeFolder(str(stick))
    app.care.storage.chooseWalk(walk.id)
    app.care.storage.copy("geojson")
    _done(app, qtbot)
    features = json.loads(next(stick.iterdir()).read_text())["features"]
    assert {one["properties"]["walk"] for one in features if "category" in one["properties"]} == {walk.id}


def test_a_stick_that_was_pulled_out_is_said(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    app.care.storage.typeFolder(str(tmp_path / "gone"))
    app.care.storage.copy("whole")
    qtbot.waitUntil(lambda: app.care.storage.fault != "", timeout=10_000)
    assert (app.care.storage.fault, app.care.storage.busy) == ("folder_unusable", "")


def test_erasing_takes_the_word_and_what_is_unsent_must_be_copied_first(
    app: App, store: Store, make: Any, stick: Path, qtbot: QtBot
) -> None:
    """S-215."""
    report = store.records.save(make(Report))
    _measured(app, qtbot)
    assert (app.care.storage.unsent, app.care.storage.copied) == (1, False)
    app.care.storage.erase("EFFACER")
    _done(app, qtbot)
    assert app.care.storage.fault == "not_sent"
    app.care.storage.typeFolder(str(stick))
    app.care.storage.copy("whole")
    _done(app, qtbot)
    qtbot.waitUntil(lambda: app.care.storage.copied, timeout=10_000)
    app.care.storage.erase("oui")
    assert app.care.storage.busy == ""
    assert store.records.find(report.id) is not None
    app.open("storage")
    app.care.storage.erase(" effacer ")
    _done(app, qtbot)
    assert store.records.find(report.id) is None
    assert app.page == "home"


def test_nothing_is_erased_while_a_walk_is_under_way(app: App, store: Store, stick: Path, qtbot: QtBot) -> None:
    app.startWalk()
    app.care.storage.typeFolder(str(stick))
    app.care.storage.copy("whole")
    _done(app, qtbot)
    assert app.care.storage.walking
    app.care.storage.erase("EFFACER")
    assert app.care.storage.busy == ""
    assert len(store.records.all(ExploratoryWalk)) == 1


def test_after_erasing_no_page_shows_or_writes_what_went(app: App, store: Store, stick: Path, qtbot: QtBot) -> None:
    app.prepareWalk("")
    app.walks.plan.pick("publics", "women")
    app.aid.writeContactName("Samia")
    app.aid.writeContactNumber("06 00 00 00 00")
    app.aid.watch(False)
    app.open("storage")
    app.care.storage.typeFolder(str(stick))
    app.care.storage.copy("whole")
    _done(app, qtbot)
    app.care.storage.erase("EFFACER")
    _done(app, qtbot)
    assert app.page == "home"
    assert (app.aid.contactName, app.aid.contactNumber) == ("", "")
    app.walks.plan.pick("publics", "seniors")
    assert app.trouble == ""
    assert [walk.publics for walk in store.records.all(ExploratoryWalk)] == [("seniors",)]
