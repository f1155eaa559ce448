"""The trial walk: the real app over a demonstration; nothing of it mixes with real records (S-221)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from sync.protocol.records import ExploratoryWalk, Photo, Report
from tests.walker.qml.pages import Open, Opened, cut_words, keep, small_targets
from tests.walker.window import FakeVoice
from walker.store import Store
from walker.trial_window import TrialWindow
from walker.viewmodels.app import App

pytestmark = pytest.mark.xdist_group("qml")


class Trial:
    """The real window, and the one of the trial once it is open."""

    def __init__(self, real: Opened, qtbot: QtBot) -> None:
        self.real = real
        self.qtbot = qtbot
        self.window = TrialWindow(real.app, real.engine)

    @property
    def shown(self) -> Opened:
        app, engine = self.window.app, self.window._engine
        assert app is not None and engine is not None
        window = engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        return Opened(app=app, engine=engine, window=window)

    def begin(self) -> Opened:
        self.real.app.open("help")
        self.real.app.help.show("training")
        self.real.button("Marche d’essai").forceActiveFocus(Qt.FocusReason.TabFocusReason)
        self.real.tap("Marche d’essai")
        self.qtbot.waitUntil(lambda: self.window.app is not None, timeout=50_000)
        self.shown.settle()
        return self.shown

    def gone(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.app is None, timeout=10_000)


@pytest.fixture
def trial(opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trial]:
    """Without its map, which takes seconds to draw."""
    monkeypatch.setattr("walker.maps.packs.build_demonstration", lambda folder: folder.joinpath("packs").mkdir())
    made = Trial(opened(), qtbot)
    yield made
    made.window.close()


def test_a_trial_walk_goes_step_by_step_and_leaves_nothing(trial: Trial, app: App, store: Store) -> None:
    """Every step is the real thing, by touch; afterwards the real app is as it was."""
    before = store.records.all(ExploratoryWalk)
    shown = trial.begin()
    folder = store.folder / "trial"
    assert not trial.real.window.isVisible()
    practice = shown.app.practice
    keep(shown, "trial, start")
    assert cut_words(shown) == [] and small_targets(shown) == []
    shown.tap("Commencer la marche")
    trial.qtbot.waitUntil(lambda: shown.app.live.running or practice.step == "photo", timeout=10_000)
    assert practice.step == "photo"
    shown.app.openCamera("", QUrl())
    trial.qtbot.waitUntil(lambda: shown.app.viewfinder.state == "ready", timeout=10_000)
    shown.app.camera.shoot()
    trial.qtbot.waitUntil(lambda: practice.step == "save", timeout=20_000)
    shown.app.report.pickCategory("litter")
    shown.app.report.save()
    assert practice.step == "stop"
    keep(shown, "trial, stop")
    shown.app.live.stopHere(48.83, 2.448)
    assert practice.step == "undo"
    shown.app.last.undo()
    assert practice.step == "end"
    shown.app.finishWalk()
    shown.settle()
    assert practice.step == "done"
    keep(shown, "trial, done")
    assert cut_words(shown) == []
    assert shown.app.tablet.store.folder == folder
    shown.tap("Quitter l’essai")
    trial.gone()
    assert trial.real.window.isVisible()
    assert not folder.exists()
    assert store.records.all(ExploratoryWalk) == before
    assert store.records.all(Report) == [] and store.records.all(Photo) == []


def test_nothing_of_a_trial_can_be_sent_or_copied(trial: Trial) -> None:
    shown = trial.begin()
    for page in ("sync", "join", "handback", "storage"):
        shown.app.open(page)
        assert shown.app.page == "home"
    assert not shown.app.sync.enrolled
    shown.app.practice.ask()  # no trial within a trial
    assert shown.app.practice.preparing is False


def test_closing_the_window_of_a_trial_comes_back_to_the_real_one(trial: Trial, store: Store) -> None:
    shown = trial.begin()
    shown.app.startWalk()
    shown.window.close()
    trial.gone()
    assert trial.real.window.isVisible()
    assert not (store.folder / "trial").exists()
    again = trial.begin()  # as new
    assert again.app.practice.step == "start"


def test_the_display_of_the_real_app_is_carried_over_and_its_key_stays_in_the_folder(
    trial: Trial, app: App, store: Store
) -> None:
    app.display.chooseTheme("contraste")
    app.display.chooseTextScale(1.6)
    shown = trial.begin()
    assert (shown.app.display.theme, shown.app.display.textScale) == ("contraste", 1.6)
    assert (store.folder / "trial" / "device_key").stat().st_size > 0
    keep(shown, "trial, contrast, very large")
    assert cut_words(shown) == [] and small_targets(shown) == []


def test_a_trial_that_a_kill_left_behind_is_cleared(trial: Trial, store: Store, voice: FakeVoice) -> None:
    left = store.folder / "trial" / "walker.db"
    left.parent.mkdir()
    Path(left).write_bytes(b"left behind")
    shown = trial.begin()
    assert shown.app.practice.step == "start"


def test_a_trial_that_a_kill_left_behind_goes_at_the_next_start(opened: Open, store: Store, qtbot: QtBot) -> None:
    """docs/privacy.md: what was typed or said in a trial is a group's own words."""
    (store.folder / "trial" / "voices").mkdir(parents=True)
    (store.folder / "trial" / "voices" / "said.wav").write_bytes(b"words")
    made = Trial(opened(), qtbot)
    qtbot.waitUntil(lambda: not (store.folder / "trial").exists(), timeout=10_000)
    made.window.close()
