"""docs/screens: plays every scene over a walk of the demonstration district and keeps a picture of each.

Each in three arrangements: by day on a tablet held flat, at night held upright, and in contrast with very large words.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PIL import Image
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from scripts.scenes import PARTS, Stage
from sync.formats.tracklog import read_log
from walker.device.position import OnFix, OnReception, PositionFix, Reception, SourceState
from walker.device.replay_camera import ReplayCamera
from walker.main import close_window, open_window
from walker.maps.packs import build_demonstration
from walker.store import open_store
from walker.viewmodels.app import App
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.tablet import Tablet

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "resources" / "demo"
SCREENS = ROOT / "docs" / "screens"
LANDSCAPE, PORTRAIT = (1280, 800), (800, 1280)
COLUMNS, THUMB = 6, (400, 250)  # of the overview
ROUNDS = 25  # tiles come over a socket: until they are there
PATIENCE_S = 20.0


@dataclass(frozen=True, kw_only=True)
class Arrangement:
    """How the tablet is held and what its display settings are."""

    name: str = ""
    size: tuple[int, int] = LANDSCAPE
    theme: str = "jour"
    scale: float = 1.0
    hand: str = "right"
    gloves: bool = False


ARRANGEMENTS = (
    Arrangement(),
    Arrangement(name="night, portrait", size=PORTRAIT, theme="nuit"),
    Arrangement(name="contrast, very large", theme="contraste", scale=1.6),
)


class Receiver:
    """Gives the fixes that a scene asks for, at the hour of the demonstration walk."""

    def __init__(self) -> None:
        segments = read_log(DEMO / "walk.gpx").segments
        self._begun = next(fix.time for segment in segments for fix in segment if fix.time is not None)
        self._listener: OnFix | None = None

    def start(self, on_fix: OnFix) -> None:
        self._listener = on_fix

    def stop(self) -> None:
        self._listener = None

    def hear(self, on_reception: OnReception) -> None:
        on_reception(Reception(state=SourceState.FIXED))

    def give(self, lat: float, lon: float) -> None:
        if self._listener is not None:
            self._listener(PositionFix(lat=lat, lon=lon, time=self.clock(), accuracy_m=6.0), False)

    def clock(self) -> datetime:
        return self._begun


@contextmanager
def _opened(folder: Path, arrangement: Arrangement) -> Iterator[tuple[App, QQuickWindow, Receiver]]:
    with open_store(folder) as store:
        receiver = Receiver()
        lens = ReplayCamera(sorted((DEMO / "photos").glob("*.jpg")))
        app = App(Tablet(store, receiver, receiver.clock, lens), MapPacks(store.folder))
        app.display.chooseTheme(arrangement.theme)
        app.display.chooseTextScale(arrangement.scale)
        app.display.chooseHand(arrangement.hand)
        app.display.chooseGloves(arrangement.gloves)
        engine = open_window(app)
        window: QObject = engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        window.resize(*arrangement.size)
        yield app, window, receiver
        ended = close_window(engine, app)
        while not ended:  # photos that are still looked at: their store must not go before them
            ended = app.close()
        del engine, window


def _live() -> None:
    QGuiApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QGuiApplication.processEvents()
    time.sleep(0.02)


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("a scene waits for something that does not come")
        _live()


def _file(name: str) -> Path:
    return SCREENS / f"{name.replace(', ', '-').replace(' ', '-')}.png"


def _take(window: QQuickWindow, name: str) -> None:
    _wait(lambda: not (window.property("turning") or window.property("recolouring")))
    for _ in range(ROUNDS):
        _live()
    file = _file(name)
    if not window.grabWindow().save(str(file)):
        raise OSError(f"{file} cannot be written")
    with Image.open(file) as picture:  # 128 colours: a quarter of the size, and nobody sees it
        picture.convert("RGB").quantize(128).save(file, optimize=True)


def _overview(names: list[str]) -> None:
    """All pages by day on one sheet, in the order they were shown: what a reader of the repository sees."""
    sheet = Image.new("RGB", (COLUMNS * THUMB[0], -(-len(names) // COLUMNS) * THUMB[1]), "white")
    for place, name in enumerate(names):
        with Image.open(_file(name)) as picture:
            row, column = divmod(place, COLUMNS)
            sheet.paste(picture.convert("RGB").resize(THUMB), (column * THUMB[0], row * THUMB[1]))
    sheet.quantize(96).save(SCREENS / "overview.png", optimize=True)


def main(parts: list[str]) -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(["screens"])
    shown: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        tablet = Path(folder) / "tablet"
        tablet.mkdir()
        build_demonstration(tablet)
        for number, arrangement in enumerate(ARRANGEMENTS):
            for part in parts or PARTS:
                data = Path(folder) / f"{part}-{number}"
                shutil.copytree(tablet, data)
                with _opened(data, arrangement) as (app, window, receiver):
                    for scene in PARTS[part](Stage(app=app, give=receiver.give, wait=_wait)):
                        name = ", ".join(filter(None, (scene, arrangement.name)))
                        _take(window, name)
                        if not number:
                            shown.append(name)
                shutil.rmtree(data)
    if not parts:
        _overview(shown)
    del application


if __name__ == "__main__":
    main(sys.argv[1:])
