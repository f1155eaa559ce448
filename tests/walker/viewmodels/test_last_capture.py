"""One touch takes the last thing back, with its photos."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from sync.protocol.records import Photo, Report
from tests.walker.window import DEMO, HERE, bring_photo
from walker.store import Store
from walker.viewmodels.app import App


def test_undo_takes_the_report_and_its_photos_back(app: App, store: Store, qtbot: QtBot) -> None:
    app.startWalk()
    app.capture("report", *HERE)
    bring_photo(app, app.report.id, DEMO / "photos" / "03-encombrants.jpg")
    qtbot.waitUntil(lambda: app.report.photos.rows != [], timeout=20_000)
    app.report.pickCategory("bulky_items")
    app.report.save()
    app.last.undo()
    assert store.records.all(Report) == []
    assert store.records.all(Photo) == []
    assert [file for file in store.photos.folder.iterdir() if file.suffix != ".part"] == []
    assert app.last.kind == ""
    (gone,) = store.records.all(Report, with_deleted=True)
    assert gone.deleted_at is not None  # a server that has it learns it
    app.last.undo()
    assert len(store.records.all(Report, with_deleted=True)) == 1
