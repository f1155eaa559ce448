"""Pages, display settings, the sun, troubles of the disk, and a walk that survives the tablet going off."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sync.protocol.catalogue import LISTS, Catalogue
from sync.protocol.records import CatalogueEntry, ExploratoryWalk, Photo, Report, SpaceCandidate, Stop, TrackSegment
from tests.walker.window import HERE, Feed, SlowClock, finish_walk
from walker.errors import StoreError
from walker.store import Store, open_store
from walker.viewmodels.app import App


def test_back_goes_where_one_came_from_and_never_out_of_home(app: App) -> None:
    app.open("sync")
    app.open("photos")
    app.back()
    assert app.page == "sync"
    app.back()
    app.back()
    assert app.page == "home"
    app.open("help")
    app.open("settings")
    app.open("help")
    app.back()
    assert app.page == "settings"


@pytest.mark.parametrize(
    ("moment", "theme"),
    [
        (datetime(2026, 6, 21, 20, 0, tzinfo=UTC), "jour"),  # 22 h in Paris, the sun just down
        (datetime(2026, 12, 21, 17, 0, tzinfo=UTC), "nuit"),  # 18 h in Paris
        (datetime(2026, 12, 21, 16, 0, tzinfo=UTC), "jour"),
    ],
)
def test_the_theme_follows_the_sun_not_the_clock(
    make_app: Callable[[Store], App], store: Store, daytime: SlowClock, moment: datetime, theme: str
) -> None:
    """Dark below −6°."""
    daytime.now = moment
    assert make_app(store).display.theme == theme


def test_the_theme_is_switched_by_hand_and_stays(make_app: Callable[[Store], App], store: Store) -> None:
    app = make_app(store)
    app.display.chooseTheme("contraste")
    app.display.chooseTextScale(1.6)
    app.display.chooseHand("left")
    app.display.chooseGloves(True)
    app.display.chooseLanguage("en")
    again = make_app(store)
    assert (
        again.display.theme,
        again.display.textScale,
        again.display.hand,
        again.display.gloves,
        again.display.language,
    ) == (
        *("contraste", 1.6),
        *("left", True, "en"),
    )
    again.display.chooseTheme("auto")
    assert again.display.theme == "jour"


def test_a_full_disk_is_said_and_the_walk_goes_on(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    app.startWalk()
    full = StoreError("disk_full", "the disk is full", mend="free some space and save again")

    def refuse(*_: object, **__: object) -> None:
        raise full

    monkeypatch.setattr(app.tablet.store.drafts, "finish", refuse)
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    app.report.save()
    assert app.trouble == "disk_full"
    assert app.page == "report"  # what was filled in is still there
    monkeypatch.undo()
    app.forgetTrouble()
    app.report.save()
    assert (app.trouble, app.page) == ("", "live")


def test_a_cluster_opens_as_a_list_and_a_record_by_its_id(app: App, store: Store) -> None:
    app.startWalk()
    app.capture("report", *HERE)
    app.report.pickCategory("litter")
    app.report.save()
    app.complete("report", store.records.all(Report)[0].id)
    assert (app.page, app.report.editing) == ("report", True)
    app.complete("report", "01a20000-0000-7000-8000-00000000ffff")
    assert app.page == "report"


_WALKER = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from tests.walker.window import DEMO, Feed, SlowClock, HERE
from walker.device.replay_camera import ReplayCamera
from walker.store import open_store
from walker.viewmodels.app import App
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.tablet import Tablet

application = QGuiApplication(["walker"])
store, feed = open_store(Path(sys.argv[1])), Feed()
lens = ReplayCamera([DEMO / "photos" / "03-encombrants.jpg"])
app = App(Tablet(store, feed, SlowClock(), lens), MapPacks(store.folder))
app.startWalk()
feed.walk(90)
app.openCamera("", QUrl())
while app.viewfinder.state != "ready":
    application.processEvents()
app.camera.shoot()
while app.page != "report":
    application.processEvents()
app.report.pickCategory("bulky_items")
app.report.save()
app.live.stopHere(*HERE)
feed.walk(60)
app.tablet.track.settle()  # a minute of fixes came in a moment: they are written one after another beside the window
app.capture("report", *HERE)
app.report.pickCategory("litter")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_tablet_that_went_off_goes_on_with_every_saved_thing(
    make_app: Callable[[Store], App], feed: Feed, disk_path: Path
) -> None:
    """Killed in the middle of a walk, with a form open."""
    root = Path(__file__).parent.parent.parent.parent
    killed = subprocess.run(
        [sys.executable, "-c", _WALKER, str(disk_path)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        timeout=50,
        capture_output=True,
        text=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with open_store(disk_path) as store:
        app = make_app(store)
        assert (app.page, app.live.running) == ("live", True)
        (walk,) = store.records.all(ExploratoryWalk)
        assert app.live.session.walk.id == walk.id
        assert sum(segment.count for segment in store.records.all(TrackSegment)) == 150
        assert (len(store.records.all(Report)), len(store.records.all(Stop)), len(store.records.all(Photo))) == (
            1,
            1,
            1,
        )
        assert [row["label"] for row in app.home.drafts.rows] == ["Déchets par terre"]
        before = sum(len(row["path"]) for row in app.live.map.lines.rows)
        feed.give(*HERE)
        feed.give(HERE[0] + 0.0001, HERE[1])
        assert app.live.session.recording.points == 152
        assert before > 100
        finish_walk(app)
        assert math.isfinite(app.live.lengthM)
        app.close()


def test_the_last_words_are_kept_when_the_window_closes_at_once(app: App, store: Store) -> None:
    app.capture("report", *HERE)
    app.report.write("Lampadaire cassé")
    app.report.writeDetail("floor", "2")
    app.close()
    (draft,) = store.drafts.all(Report)
    assert (draft.body["text"], draft.body["place_detail"]) == ("Lampadaire cassé", {"floor": "2"})


def test_the_last_words_about_a_space_are_kept_too(app: App, store: Store) -> None:
    app.capture("space", *HERE)
    app.space.write("Friche")
    app.close()
    (draft,) = store.drafts.all(SpaceCandidate)
    assert draft.body["text"] == "Friche"


def test_the_lists_of_words_are_read_beside_the_window(app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fifth of a second, all of them: the first tap on a form must not wait for it."""
    read: list[tuple[str, bool]] = []
    entries = Catalogue.entries

    def noted(catalogue: Catalogue, name: str, *, on: date | None = None) -> tuple[CatalogueEntry, ...]:
        read.append((name, threading.current_thread() is threading.main_thread()))
        return entries(catalogue, name, on=on)

    monkeypatch.setattr(Catalogue, "entries", noted)
    app.read_words()
    qtbot.waitUntil(lambda: {name for name, _ in read} >= set(LISTS))
    assert not any(by_window for _, by_window in read)


def test_the_modules_of_the_pages_come_one_a_turn_and_at_once_for_who_asks(app: App, qtbot: QtBot) -> None:
    """A touch right after the start waits for one of them, not for all."""
    loaded: list[int] = []
    app._load_next, load = lambda: (loaded.append(0), load()), app._load_next  # type: ignore[method-assign, assignment]
    app.furnish_slowly()
    waiting = len(app._to_load)
    qtbot.waitUntil(lambda: bool(loaded))
    assert 0 < len(loaded) < waiting
    app.open("settings")
    assert len(loaded) == waiting
    assert not app._furnishing.isActive()
