"""Issue 4, item 8: what is saved leaves by itself when the network comes back, and disturbs nobody."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sync.protocol.records import Photo, Report
from tests.sync.client.field import Gup, gup, picture
from tests.sync.client.proxy import PORTAL, UNAVAILABLE, Fault, Proxy
from tests.walker.window import HERE
from walker.device.network import Link
from walker.domain import sending_times
from walker.store import Store, open_store
from walker.viewmodels import background_sync
from walker.viewmodels.app import App
from walker.viewmodels.background_sync import BackgroundSync
from walker.viewmodels.sync_status import SyncStatus

LONG = 30_000


class Air:
    """A network that tests switch."""

    def __init__(self) -> None:
        self.kind = Link.FREE
        self.there = True
        self._changed: Callable[[], None] = lambda: None

    def link(self) -> Link:
        return self.kind

    def reachable(self) -> bool:
        return self.there

    def addresses(self) -> tuple[str, ...]:
        return ()

    def watch(self, changed: Callable[[], None]) -> None:
        self._changed = changed

    def becomes(self, *, there: bool = True, kind: Link = Link.FREE) -> None:
        self.there, self.kind = there, kind
        self._changed()


class Served(Proxy):
    """A link to a server whose folder we know."""

    def __init__(self, to: str, data: Path) -> None:
        super().__init__(to)
        self.data = data


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits of seconds are waits of hundredths; no battery; those of a failure stay as they are."""
    for name, seconds in {"BACK_S": 0.02, "QUIET_S": 0.05, "QUIET_IN_A_WALK_S": 0.05}.items():
        monkeypatch.setattr(sending_times, name, seconds)
    monkeypatch.setattr(background_sync, "charge", lambda: None)


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Served]:
    """A link to a `gup serve` of this test's own."""
    gup("enrol-code", "--data", str(tmp_path / "gup"))
    server = Gup(tmp_path / "gup")
    link = Served(server.url, server.data)
    yield link
    link.close()
    server.close()


@dataclass
class Sending:
    """An enrolled tablet on a network that tests switch, over a link that tests break."""

    app: App
    store: Store
    air: Air
    proxy: Served
    status: SyncStatus
    background: BackgroundSync
    make: Any

    def saved(self) -> Report:
        """A finding more."""
        report: Report = self.store.records.save(self.make(Report, category="litter"))
        self.app.tablet.recordsChanged.emit()
        return report

    def photo(self) -> Photo:
        """A finding with a photo."""
        about = self.saved().id
        return self.store.photos.add_checked(self.make(Photo, about=about), picture(50_000))

    def has(self, sha256: str | None) -> bool:
        """Whether the server said that it holds these bytes."""
        return self.store.photos.media.is_held_by_server(str(sha256))

    @property
    def left(self) -> int:
        return self.store.outbox.backlog().left


@pytest.fixture
def sending(app: App, store: Store, make: Any, proxy: Served, request: pytest.FixtureRequest) -> Sending:
    """It has synced once."""
    air, qtbot = Air(), request.getfixturevalue("qtbot")
    app.sharing.enrolment.typeAddress(proxy.url)
    app.sharing.enrolment.typeCode(gup("enrol-code", "--data", str(proxy.data)).stdout.strip())
    app.sharing.enrolment.ask()
    qtbot.waitUntil(lambda: app.sync.lastSyncMs > 0 and not app.sync.busy, timeout=LONG)
    status = SyncStatus(app.tablet, app, network=air)
    status.ended_at = app.sync.ended_at
    proxy.forget()
    background = BackgroundSync(app.tablet, status, app.live, app, dice=random.Random(1))
    return Sending(app, store, air, proxy, status, background, make)


def test_what_was_saved_without_a_network_leaves_when_it_comes_back(sending: Sending, qtbot: QtBot) -> None:
    """Only home is open, nobody touches anything."""
    sending.air.there = False
    sending.saved()
    sending.background.begin()
    qtbot.wait(150)
    assert (sending.left, sending.proxy.requests) == (1, [])
    sending.air.becomes(there=True)
    qtbot.waitUntil(lambda: sending.left == 0, timeout=LONG)


def test_what_is_carried_for_others_leaves_by_itself_too(sending: Sending, qtbot: QtBot) -> None:
    """Home from where there was no network, with nothing of its own: what the group gave it does not wait."""
    content = b"GUPSEAL1 of another tablet"
    carried = sending.store.folder / "carried" / hashlib.sha256(content).hexdigest()
    carried.parent.mkdir()
    carried.write_bytes(content)
    sending.background.begin()
    qtbot.waitUntil(lambda: not carried.exists(), timeout=LONG)


def test_a_half_written_finding_is_left_as_it_is(sending: Sending, qtbot: QtBot) -> None:
    sending.app.startWalk()
    sending.app.capture("report", *HERE)
    sending.app.report.pickCategory("litter")
    drafts = sending.store.database.query("SELECT * FROM drafts")
    sending.background.begin()
    sending.saved()
    with qtbot.waitSignal(sending.status.synced, timeout=LONG):
        pass
    assert sending.left == 0
    assert sending.store.database.query("SELECT * FROM drafts") == drafts
    assert sending.app.report.category == "litter"
    sending.app.report.save()
    qtbot.waitUntil(lambda: sending.left == 0, timeout=LONG)


def test_in_a_walk_and_on_a_link_that_costs_money_only_full_sizes_wait_and_a_person_sends_all(
    sending: Sending, qtbot: QtBot
) -> None:
    """« Only on Wi-Fi » holds back full sizes, never records nor previews; a sync asked by hand sends all."""
    sending.air.kind = Link.PAID
    photo = sending.photo()
    sending.background.begin()
    with qtbot.waitSignal(sending.status.synced, timeout=LONG):
        pass
    assert sending.has(photo.preview_sha256)
    assert not sending.has(photo.sha256)
    sending.proxy.forget()
    sending.app.tablet.recordsChanged.emit()
    qtbot.wait(300)
    assert sending.proxy.requests == [], "what this link may not carry is no reason to call"
    with qtbot.waitSignal(sending.status.synced, timeout=LONG):
        sending.status.sendNow()
    assert sending.has(photo.sha256)


def test_after_a_person_paused_nothing_leaves_by_itself_until_somebody_sends(sending: Sending, qtbot: QtBot) -> None:
    sending.proxy.plan(Fault(to="hello", delay=5))
    sending.saved()
    with qtbot.waitSignal(sending.status.synced, timeout=LONG):
        sending.status.sendNow()
        qtbot.waitUntil(lambda: bool(sending.proxy.requests), timeout=LONG)
        sending.status.stop()
    assert (sending.status.ended_by, sending.status.paused, sending.left) == ("stopped", True, 1)
    sending.proxy.heal()
    sending.background.begin()
    sending.air.becomes()
    qtbot.wait(200)
    assert sending.left == 1
    with qtbot.waitSignal(sending.status.synced, timeout=LONG):
        sending.status.sendNow()
    assert (sending.status.paused, sending.left) == (False, 0)


def test_a_server_that_is_busy_is_left_alone_as_long_as_it_asks_and_shows_no_trouble(
    sending: Sending, qtbot: QtBot
) -> None:
    sending.proxy.plan(Fault(to="hello", page=UNAVAILABLE))
    sending.saved()
    with qtbot.waitSignal(sending.status.synced, timeout=LONG):
        sending.background.begin()
    assert (sending.status.ended_by, sending.status.fault, sending.left) == ("server_busy", "", 1)
    planned = sending.background.seconds_to_next()
    assert planned is not None and 5 + 7 < planned <= 5 + 15
    sending.saved()
    again = sending.background.seconds_to_next()
    assert again is not None and again > 10, "a save does not shorten it"


def test_behind_a_login_page_it_tries_again_later_and_at_once_when_the_network_changes(
    sending: Sending, qtbot: QtBot
) -> None:
    sending.proxy.plan(Fault(to="hello", page=PORTAL))
    sending.saved()
    with qtbot.waitSignal(sending.status.synced, timeout=LONG):
        sending.background.begin()
    assert (sending.status.ended_by, sending.left) == ("not_a_server", 1)
    sending.air.becomes()
    qtbot.waitUntil(lambda: sending.left == 0, timeout=LONG)


def test_a_person_who_sends_while_it_sends_by_itself_gets_all_sent(sending: Sending, qtbot: QtBot) -> None:
    sending.air.kind = Link.PAID
    photo = sending.photo()
    sending.proxy.plan(Fault(to="hello", delay=0.5))
    sending.background.begin()
    qtbot.waitUntil(lambda: sending.status.busy, timeout=LONG)
    sending.status.sendNow()
    qtbot.waitUntil(lambda: sending.has(photo.sha256), timeout=LONG)


_WINDOW = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from walker import main
from walker.domain import sending_times

main.SEND_AFTER_MS, sending_times.BACK_S = 100, 0.1

def opened(app, open_window=main.open_window):
    engine = open_window(app)
    look = QTimer(app, interval=100)
    look.timeout.connect(lambda: app.tablet.store.outbox.backlog().left or QGuiApplication.quit())
    look.start()
    QTimer.singleShot(20_000, QGuiApplication.quit)
    return engine

main.open_window = opened
sys.exit(main.run(Path(sys.argv[1])))
"""


def test_the_real_window_with_home_open_sends_by_itself(sending: Sending) -> None:
    """Nothing but `walker` started on a folder in which something waits."""
    sending.saved()
    store = sending.store
    sending.app.close()
    store.close()
    ran = subprocess.run(
        [sys.executable, "-c", _WINDOW, str(store.folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=50,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    with open_store(store.folder, clock=lambda: datetime.now(UTC)) as again:
        assert again.outbox.backlog().left == 0
