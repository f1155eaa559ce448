"""A window's parts without a screen: a position that tests move, and the view-models over a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl

from sync.formats.tracklog import read_log
from walker.device.position import OnFix, OnReception, PositionFix, Reception, SourceState
from walker.device.replay_camera import ReplayCamera
from walker.store import Store
from walker.viewmodels.app import App
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.tablet import Tablet
from walker.viewmodels.worker import Worker

DEMO = Path(__file__).parent.parent.parent / "resources" / "demo"
HERE = (48.8300, 2.4480)
NOON = datetime(2026, 10, 15, 12, 0, tzinfo=UTC)


def bring_photo(app: App, about: str, file: Path) -> None:
    """A picture of the tablet's files, as the camera's page brings it for what is being filled in."""
    app.openCamera(about, QUrl())
    app.camera.bring(QUrl.fromLocalFile(str(file)).toString())


def recorded(app: App) -> None:
    """What was walked so far is on disk and drawn."""
    settle(app.tablet.track)


def finish_walk(app: App) -> None:
    """Touched, and its end on disk."""
    app.finishWalk()
    settle(app.tablet.track)


def settle(worker: Worker) -> None:
    """What was asked of it is done and shown; and what that asked for in turn."""
    for _ in range(2):
        worker.settle()
        QCoreApplication.sendPostedEvents(worker)


class Feed:
    """A receiver whose fixes are given by the test, as the window's source."""

    def __init__(self) -> None:
        self.listener: OnFix | None = None
        self.starts = 0
        self.hearer: OnReception | None = None

    def start(self, on_fix: OnFix) -> None:
        self.starts += 1
        self.listener = on_fix

    def stop(self) -> None:
        self.listener = None

    def hear(self, on_reception: OnReception) -> None:
        self.hearer = on_reception
        on_reception(Reception(state=SourceState.SEARCHING))

    def say(self, state: SourceState, satellites: int | None = None) -> None:
        """What the receiver says of itself."""
        assert self.hearer is not None
        self.hearer(Reception(state=state, satellites=satellites))

    def give(self, lat: float, lon: float, time: datetime | None = None, *, accuracy_m: float = 6.0) -> None:
        """One fix, if anyone listens."""
        if self.listener is not None:
            self.listener(PositionFix(lat=lat, lon=lon, time=time, accuracy_m=accuracy_m), False)

    def walk(self, steps: int, every: int = 1) -> None:
        """The first fixes of the demonstration walk."""
        fixes = [fix for segment in read_log(DEMO / "walk.gpx").segments for fix in segment]
        for fix in fixes[: steps * every : every]:
            self.give(fix.lat, fix.lon, fix.time)


class FakeVoice:
    """A tablet with a voice for these languages; `said` is what was heard, with its language."""

    def __init__(self, *languages: str) -> None:
        self.languages = languages
        self.said: list[tuple[str, str]] = []
        self.speaking = False
        self._changed: Callable[[], None] = lambda: None

    def listen(self, on_change: Callable[[], None]) -> None:
        self._changed = on_change

    def speaks(self, language: str) -> bool:
        return language in self.languages

    def is_speaking(self) -> bool:
        return self.speaking

    def say(self, text: str, language: str) -> None:
        self.said.append((text, language))
        self.speaking = True
        self._changed()

    def stop(self) -> None:
        self.speaking = False
        self._changed()


class SlowClock:
    """The time, a little later at each look."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=10)
        return self.now


@pytest.fixture
def feed() -> Feed:
    return Feed()


@pytest.fixture
def daytime() -> SlowClock:
    return SlowClock()


@pytest.fixture
def voice() -> FakeVoice:
    """Buttons that read aloud are on every page that has them."""
    return FakeVoice("fr", "en")


@pytest.fixture
def lens() -> ReplayCamera:
    """The tablet's camera: each shot is the next photo of the demonstration."""
    return ReplayCamera(sorted((DEMO / "photos").glob("*.jpg")))


class FakeLight:
    """A light sensor whose value is given by the test; none at first."""

    def __init__(self) -> None:
        self.value: float | None = None
        self.is_on = False

    def start(self) -> None:
        self.is_on = True

    def stop(self) -> None:
        self.is_on = False

    def lux(self) -> float | None:
        return self.value if self.is_on else None


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What a tablet is made of, each in the hand of the test."""

    feed: Feed
    clock: SlowClock
    voice: FakeVoice
    lens: ReplayCamera
    light: FakeLight


@pytest.fixture
def light() -> FakeLight:
    return FakeLight()


@pytest.fixture
def parts(feed: Feed, daytime: SlowClock, voice: FakeVoice, lens: ReplayCamera, light: FakeLight) -> Parts:
    return Parts(feed=feed, clock=daytime, voice=voice, lens=lens, light=light)


@pytest.fixture
def make_app(qapp: QCoreApplication, parts: Parts, store: Store) -> Iterator[Callable[[Store], App]]:
    """make_app(store): the view-models as main.py puts them together; closed at the end, before the store."""
    made: list[App] = []

    def make(store: Store) -> App:
        tablet = Tablet(store, parts.feed, parts.clock, parts.lens, parts.light)
        app = App(tablet, MapPacks(store.folder), voice=parts.voice)
        tablet.setParent(app)
        made.append(app)
        return app

    yield make
    for app in made:
        while not app.close():  # a thread that still reads must not see the store go, however busy the machine is
            pass
        app.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def app(make_app: Callable[[Store], App], store: Store) -> App:
    """Over an empty store."""
    return make_app(store)
