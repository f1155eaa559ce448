"""Puts the field app together and opens its window: store, position, maps, view-models, QML. Nothing else is global.

Heavy things (requests, pictures, maps, the receiver) are loaded by the page that needs them.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from walker.device.camera import Camera
from walker.device.light import LightSource
from walker.device.position import PositionSource
from walker.device.voice import Voice
from walker.engine import new_engine, speak
from walker.errors import StoreError, WalkerError
from walker.slices import Slices
from walker.store import Store, open_store
from walker.viewmodels.app import App
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.tablet import Tablet
from walker.viewmodels.viewfinder import PROVIDER, ViewfinderProvider

CLOSED, REFUSED = 0, 4
SETTLED_MS = 2000  # of the running window: the modules of all pages are loaded by then
GARBAGE_EVERY_MS = 60_000
_NEVER = 1_000_000_000
SEND_AFTER_MS = 3_000  # the first page is there and furnished long before
QT_LOG = "GUP_WALKER_QT_LOG"  # set it to see what Qt says, on standard error


def run(
    data_dir: Path, position: str | None = None, opened: Callable[[QQmlApplicationEngine], None] | None = None
) -> int:
    """Until the window is closed. 4 when the data cannot be opened: the window says why, and so does standard error.

    `position` is a source instead of the one that the tablet's settings name; `opened` is told of the window.
    """
    _check_display()
    if not os.environ.get(QT_LOG):
        qInstallMessageHandler(_only_fatal)
    application = QGuiApplication(["walker"])
    application.setApplicationName("gup-walker")
    application.setDesktopFileName("gup-walker")  # who asks for the position, on Linux
    with _signals_quit(application):
        try:
            store = open_store(data_dir)
        except StoreError as fault:
            print(fault, file=sys.stderr, flush=True)  # noqa: T201
            _show_failure(application, fault)
            return REFUSED
        with store:
            _show_app(application, store, position, opened)
    return CLOSED


def _show_app(
    application: QGuiApplication,
    store: Store,
    position: str | None,
    opened: Callable[[QQmlApplicationEngine], None] | None,
) -> None:
    from walker.device.qt_camera import QtCamera
    from walker.device.qt_light import QtLight
    from walker.device.qt_voice import QtVoice
    from walker.device.sources import make_source
    from walker.trial_window import TrialWindow
    from walker.viewmodels.position_check import SOURCE_SETTING

    source = make_source(position or store.settings.get(SOURCE_SETTING) or "own")
    app = make_app(store, source, QtVoice(), QtCamera(), light=QtLight())
    engine = open_window(app)
    trials = TrialWindow(app, engine)
    QTimer.singleShot(SETTLED_MS, app, lambda: collect_from_now_on(app))
    QTimer.singleShot(SEND_AFTER_MS, app, app.sendByItself)
    if opened is not None:
        opened(engine)
    try:
        application.exec()
    finally:
        trials.close()
        ended = close_window(engine, app)
    if not ended:  # a thread that waits for a dead link would hold the process; every save is on disk already
        os._exit(CLOSED)


def collect_from_now_on(app: App) -> None:
    """The start is over; walker.start switched the collector off. What was made by now stays: no look through it.

    A look through all that was made since takes up to 30 ms and came in the midst of acts, which make most: it comes by
    the clock instead.
    """
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)
    clock = QTimer(app, interval=GARBAGE_EVERY_MS)
    clock.timeout.connect(gc.collect)
    clock.start()
    gc.enable()


def make_app(
    store: Store,
    source: PositionSource,
    voice: Voice | None = None,
    camera: Camera | None = None,
    light: LightSource | None = None,
    *,
    trial: bool = False,
) -> App:
    """The view-models over a store and the tablet's parts; without a voice nothing is read aloud."""
    tablet = Tablet(store, source, _now, camera, light)
    app = App(tablet, MapPacks(store.folder), voice=voice, trial=trial)
    tablet.setParent(app)
    return app


def open_window(app: App) -> QQmlApplicationEngine:
    """The window, on screen when this returns."""
    engine = new_engine()
    speak(engine, app.tablet.language)
    app.tablet.spoken.connect(lambda language: speak(engine, language))
    # Python looks for garbage among all there is, in the midst of a touch: 50 ms with a district. This is none.
    app.tablet.muchRead.connect(gc.freeze)
    engine.addImageProvider(PROVIDER, ViewfinderProvider(app.seen))
    engine.setInitialProperties({"app": app})
    engine.loadFromModule("Walker", "Main")
    if not engine.rootObjects():
        raise RuntimeError("Main.qml does not load; scripts/lint-qml says why")
    for slices in engine.findChildren(Slices):
        for window in engine.rootObjects():
            window.frameSwapped.connect(slices.rest)  # type: ignore[attr-defined]
    return engine


def close_window(engine: QQmlApplicationEngine, app: App) -> bool:
    """The engine goes before what its pages show, else they see it vanish. False as for App.close."""
    from PySide6.QtCore import QEvent  # a millisecond that a start does not need

    app.tablet.spoken.disconnect()
    app.tablet.muchRead.disconnect()
    gc.unfreeze()  # what this window read may go
    for root in engine.rootObjects():
        root.setProperty("visible", False)
    # Not by its last reference: a caller holds one.
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(engine, QEvent.Type.DeferredDelete.value)
    return app.close()


def _show_failure(application: QGuiApplication, fault: StoreError) -> None:
    engine = new_engine()
    speak(engine, "fr")
    engine.setInitialProperties({"code": fault.code, "words": str(fault)})
    engine.loadFromModule("Walker", "Failure")
    application.exec()
    del engine


def _check_display() -> None:
    """Qt would end the process here without a word to act on."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform == "linux" and not named:
        raise WalkerError(
            "no_display", "there is no display to open a window on", mend="use walker replay, or start a desktop"
        )


@contextlib.contextmanager
def _signals_quit(application: QGuiApplication) -> Iterator[None]:
    """SIGINT and SIGTERM close the window; Python sees them only when Qt wakes up, so they wake it."""
    reading, writing = socket.socketpair()
    for end in (reading, writing):
        end.setblocking(False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: reading.recv(64))
    before_fd = signal.set_wakeup_fd(writing.fileno())
    before = {name: signal.signal(name, lambda *_: application.quit()) for name in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
        signal.set_wakeup_fd(before_fd)
        notifier.setEnabled(False)
        reading.close()
        writing.close()


def _only_fatal(kind: QtMsgType, _context: object, message: str) -> None:
    if kind == QtMsgType.QtFatalMsg:
        print(message, file=sys.stderr)  # noqa: T201


def _now() -> datetime:
    return datetime.now(UTC)
