"""Sending from the window: enrolled with a code against a real server, and every way it may fail said by its code."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sync.protocol.records import Report
from tests.sync.client.field import Gup, gup
from tests.walker.window import HERE
from walker.store import Store
from walker.viewmodels.app import App

LONG = 30_000


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Gup]:
    """A `gup serve` of this test's own."""
    gup("enrol-code", "--data", str(tmp_path / "gup"))
    running = Gup(tmp_path / "gup")
    yield running
    running.close()


def idle(app: App) -> bool:
    return app.sync.busy == ""


def test_a_tablet_joins_sends_and_sees_everything_received(app: App, store: Store, server: Gup, qtbot: QtBot) -> None:
    app.startWalk()
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    app.report.save()
    app.finishWalk()
    app.open("sync")
    assert not app.sync.enrolled
    assert {row["state_"] for row in app.sync.lines.rows} == {"waiting"}
    code = gup("enrol-code", "--data", str(server.data)).stdout.strip()
    app.sync.enrol(server.url, code)
    assert app.sync.busy == "enrol"  # the window is free meanwhile
    qtbot.waitUntil(lambda: idle(app), timeout=LONG)
    assert (app.sync.fault, app.sync.enrolled, app.sync.serverUrl) == ("", True, server.url)
    app.sync.sendNow()
    qtbot.waitUntil(lambda: idle(app), timeout=LONG)
    assert (app.sync.fault, app.sync.waiting) == ("", 0)
    assert [(row["kind"], row["count"], row["state_"]) for row in app.sync.lines.rows] == [("walk", 1, "sent")]
    assert app.sync.lastSyncMs > 0
    app.sync.enrol(server.url, code)
    qtbot.waitUntil(lambda: idle(app), timeout=LONG)
    assert app.sync.fault == "bad_enrol_code"  # it is used once


def test_nobody_there_is_said_and_everything_stays(app: App, store: Store, qtbot: QtBot) -> None:
    app.sync.enrol("http://127.0.0.1:9", "ABCD")
    qtbot.waitUntil(lambda: idle(app), timeout=LONG)
    assert app.sync.fault == "unreachable"
    assert not app.sync.enrolled


def test_a_server_that_is_not_one_is_said(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Nothing on stderr."""

    with socketserver.TCPServer(("127.0.0.1", 0), Quiet) as other:
        thread = threading.Thread(target=other.serve_forever, args=(0.05,))
        thread.start()
        app.sync.enrol(f"http://127.0.0.1:{other.server_address[1]}", "ABCD")
        qtbot.waitUntil(lambda: idle(app), timeout=LONG)
        other.shutdown()
        thread.join()
    assert app.sync.fault == "not_a_server"


def test_sending_without_a_server_is_said(app: App, qtbot: QtBot) -> None:
    app.sync.sendNow()
    qtbot.waitUntil(lambda: idle(app), timeout=LONG)
    assert app.sync.fault == "not_enrolled"


def test_what_was_refused_stands_first_with_its_reason_and_can_be_sent_again(app: App, store: Store, make: Any) -> None:
    """DESIGN §5: a visible tray that never blocks the queue."""
    for _ in range(3):
        store.records.save(make(Report, category="litter"))
    refused = store.records.save(make(Report, category="lamp_out"))
    store.outbox.refuse(refused.id, 1, "bad_field", "category", "category: not in the catalogue")
    app.tablet.recordsChanged.emit()
    first = app.sync.lines.rows[0]
    assert (first["state_"], first["label"], first["message"]) == (
        *("refused", "Lampe éteinte"),
        "category: not in the catalogue",
    )
    app.sync.tryAgain(refused.id)
    assert {row["state_"] for row in app.sync.lines.rows} == {"waiting"}


def test_of_two_versions_a_person_chooses(app: App, store: Store, make: Any) -> None:
    report = store.records.save(make(Report, category="litter"))
    store.outbox.conflict(report.id, 1, "0" * 64)
    app.tablet.recordsChanged.emit()
    assert app.sync.lines.rows[0]["state_"] == "conflict"
    app.sync.keepMine(report.id)
    assert app.sync.lines.rows[0]["state_"] == "waiting"


def test_hundreds_of_lines_are_cut_and_counted(app: App, store: Store, make: Any) -> None:
    store.records.save_all([make(Report, category="litter") for _ in range(150)])
    app.tablet.recordsChanged.emit()
    assert len(app.sync.lines.rows) == 60
    assert app.sync.moreLines == 90
