"""The pictures of the README: opens the window over an empty tablet, walks the demonstration walk, and looks."""

from __future__ import annotations

import math
import os
import tempfile
import time
from datetime import datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from sync.formats.tracklog import read_log
from walker.device.position import OnFix, PositionFix
from walker.main import close_window, open_window
from walker.maps.packs import build_demonstration
from walker.store import open_store
from walker.viewmodels.app import App
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.tablet import Tablet

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "resources" / "demo"
PICTURES = ROOT / "docs" / "pictures"
# After how many fixes, what the group records.
FINDINGS = {
    140: ("report", "lamp_out"),
    300: ("liked", "liked_nature"),
    420: ("report", "litter"),
    560: ("space", "wasteland"),
    660: ("report", "graffiti"),
}
STOPS = (240, 600)
LAST = 760
ROUNDS = 60


class Walked:
    """The recorded walk as a receiver, and its time as the clock."""

    def __init__(self) -> None:
        segments = read_log(DEMO / "walk.gpx").segments
        self.fixes = [fix for segment in segments for fix in segment if fix.time is not None]
        self.now = self._time(0)
        self._listener: OnFix | None = None

    def start(self, on_fix: OnFix) -> None:
        self._listener = on_fix

    def stop(self) -> None:
        self._listener = None

    def step(self, index: int) -> None:
        fix = self.fixes[index]
        self.now = self._time(index)
        if self._listener is not None:
            self._listener(PositionFix(lat=fix.lat, lon=fix.lon, time=fix.time, accuracy_m=6.0), index == 0)

    def clock(self) -> datetime:
        return self.now

    def _time(self, index: int) -> datetime:
        moment = self.fixes[index].time
        assert moment is not None
        return moment


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(["pictures"])
    with tempfile.TemporaryDirectory() as folder:
        build_demonstration(Path(folder))
        with open_store(Path(folder)) as store:
            walked = Walked()
            app = App(Tablet(store, walked, walked.clock), MapPacks(store.folder))
            engine = open_window(app)
            window = engine.rootObjects()[0]
            assert isinstance(window, QQuickWindow)
            take = _camera(application, window)
            app.chooseTheme("jour")
            take("home")
            _walk(app, walked)
            take("live-day")
            app.chooseTheme("nuit")
            take("live-night")
            app.chooseTheme("jour")
            app.capturePhoto(QUrl.fromLocalFile(str(DEMO / "photos" / "03-encombrants.jpg")), math.nan, math.nan)
            app.report.pickCategory("bulky_items")
            take("report-form")
            close_window(engine, app)
            del engine, window


def _walk(app: App, walked: Walked) -> None:
    app.startWalk()
    assert app.live.session is not None
    app.live.session.edit(title="Marche de femmes, Quartier de démonstration")
    for index in range(LAST):
        walked.step(index)
        if index in STOPS:
            app.live.stopHere(math.nan, math.nan)
        if index in FINDINGS:
            kind, code = FINDINGS[index]
            app.capture(kind, math.nan, math.nan)
            if kind == "space":
                app.space.pickKind(code)
                app.space.save()
            else:
                app.report.pickCategory(code)
                app.report.save()


def _camera(application: QGuiApplication, window: QQuickWindow):  # type: ignore[no-untyped-def]
    def take(name: str) -> None:
        for _ in range(ROUNDS):  # tiles come over a socket: until they are there
            application.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            application.processEvents()
            time.sleep(0.02)
        file = PICTURES / f"{name}.png"
        assert window.grabWindow().save(str(file))
        with Image.open(file) as picture:  # 256 colours: a third of the size, and nobody sees it
            picture.convert("RGB").quantize(256).save(file, optimize=True)

    return take


if __name__ == "__main__":
    main()
