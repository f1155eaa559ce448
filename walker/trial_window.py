"""The window of a trial walk: the same app over a demonstration of its own, thrown away when it closes.

Nothing of it touches the real records: another folder, another store, a recorded walk as its position and drawn photos
as its camera; its store knows no server, and the rooms that send are barred.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from walker.engine import speak
from walker.store import Store, open_store

if TYPE_CHECKING:
    from walker.viewmodels.app import App

FOLDER = "trial"
FIX_EVERY_MS = 400  # faster than people walk: the line grows while one looks
_CARRIED = ("language", "theme", "text_scale", "hand", "gloves", "dimming")


class TrialWindow(QObject):
    """Waits for the real app to ask for it; one at a time."""

    def __init__(self, app: App, engine: QQmlApplicationEngine) -> None:
        super().__init__(app)
        self._real, self._real_engine = app, engine
        self._folder = app.tablet.store.folder / FOLDER
        self._files = ExitStack()  # those of the demonstration, as long as they are played
        self._store: Store | None = None
        self._app: App | None = None
        self._engine: QQmlApplicationEngine | None = None
        app.practice.asked.connect(self._prepare)
        if self._folder.exists():  # a kill left it: words typed or said there are a group's own
            app.tablet.pictures.run(lambda: _remove(self._folder), lambda _nothing: None, app.tablet.tell)

    @property
    def app(self) -> App | None:
        """The app of the trial walk, while there is one."""
        return self._app

    def close(self) -> None:
        """The real window closes too."""
        if self._app is not None:
            self._end()
        _remove(self._folder)

    @Slot()
    def _prepare(self) -> None:
        """Draw its map, which takes a moment."""
        self._real.practice.prepare(True)
        self._real.tablet.pictures.run(lambda: _fresh(self._folder), lambda _nothing: self._open(), self._failed)

    def _failed(self, fault: Exception) -> None:
        self._real.practice.prepare(False)
        if isinstance(fault, OSError):
            from walker.store.files import disk_fault

            fault = disk_fault(fault, self._folder)
        self._real.tablet.tell(fault)

    def _open(self) -> None:
        from importlib.resources import as_file, files

        from walker.device.played_position import PlayedPosition
        from walker.device.replay_camera import ReplayCamera
        from walker.main import make_app, open_window

        self._real.practice.prepare(False)
        self._store = open_store(self._folder)
        for name in _CARRIED:
            self._store.settings.set(name, self._real.tablet.store.settings.get(name))
        demo = self._files.enter_context(as_file(files("resources").joinpath("demo")))
        source = PlayedPosition.of_log(demo / "walk.gpx", every_ms=FIX_EVERY_MS)
        camera = ReplayCamera(sorted((demo / "photos").glob("*.jpg")))
        self._app = make_app(self._store, source, camera=camera, trial=True)
        self._app.practice.left.connect(self._leave)
        QGuiApplication.setQuitOnLastWindowClosed(False)  # closing this one comes back to the real one
        self._engine = open_window(self._app)
        self._engine.rootObjects()[0].visibleChanged.connect(self._on_shown)  # type: ignore[attr-defined]
        for root in self._real_engine.rootObjects():
            root.setProperty("visible", False)

    @Slot(bool)
    def _on_shown(self, visible: bool) -> None:
        if not visible:
            self._leave()

    @Slot()
    def _leave(self) -> None:
        QTimer.singleShot(0, self, self._come_back)  # not from within its own window

    @Slot()
    def _come_back(self) -> None:
        if self._app is None:
            return
        for root in self._real_engine.rootObjects():
            root.setProperty("visible", True)
        self._end()
        speak(self._real_engine, self._real.tablet.language)
        QGuiApplication.setQuitOnLastWindowClosed(True)
        _remove(self._folder)

    def _end(self) -> None:
        from walker.main import close_window

        app, engine, store = self._app, self._engine, self._store
        self._app = self._engine = self._store = None
        assert app is not None and engine is not None and store is not None
        engine.rootObjects()[0].visibleChanged.disconnect(self._on_shown)  # type: ignore[attr-defined]
        close_window(engine, app)
        store.close()
        self._files.close()
        app.deleteLater()


def _fresh(folder: Path) -> None:
    """An empty folder with the map of the demonstration. On a worker."""
    from walker.maps.packs import build_demonstration

    _remove(folder)
    folder.mkdir(parents=True)
    (folder / "device_key").touch()  # its key stays in this folder, out of the system's keyring
    build_demonstration(folder)


def _remove(folder: Path) -> None:
    with suppress(OSError):  # what is left goes at the next trial
        shutil.rmtree(folder)
