"""A hand on the real window: opens the field app as `walker` does, touches its buttons, and tells what they showed.

`python -m tests.e2e.window_driver DATA POSITION`. One line of JSON for each thing that the window showed as kept; what
it reads on standard input is one act a line: start, stop, litter, finish, close.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from sync.protocol.records import Report, Stop
from walker import main
from walker.viewmodels.app import App

LOOK_AGAIN_MS = 50
# What each act touches, one button after the other.
ACTS = {
    "start": ["Commencer la marche"],
    "stop": ["Halte"],
    "litter": ["Signaler", "Déchets par terre", "Enregistrer"],
    "finish": ["Finir la marche"],
}


def tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)  # noqa: T201


class Hand(QObject):
    """Touches what an act names, as soon as it is on screen."""

    def __init__(self, app: App, window: QQuickWindow) -> None:
        super().__init__(app)
        self._app = app
        self._window = window
        self._wanted: list[str] = []
        self._told: set[str] = set()
        self._timer = QTimer(self, interval=LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._reading = b""
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._read)
        app.live.kept.connect(self._on_kept)
        tell(
            opened=app.page,
            platform=QGuiApplication.platformName(),
            running=app.live.running,
            walk=app.live.session.walk.id if app.live.session else None,
        )

    @Slot()
    def _read(self) -> None:
        self._reading += os.read(sys.stdin.fileno(), 4096)
        *lines, self._reading = self._reading.split(b"\n")
        for line in lines:
            if line == b"close":
                self._window.close()
            else:
                self._wanted += ACTS[line.decode()]

    @Slot()
    def _look(self) -> None:
        """One touch at a time, and what is on disk when the page says so."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if self._window.property("turning"):
            return
        if self._wanted and (item := self._button(self._wanted[0])) is not None:
            self._touch(item)
            self._wanted.pop(0)
        if self._app.page == "grid" and (back := self._button("Retour")) is not None:
            self._touch(back)  # by day a stop opens its grid; the map shows what is kept
        store = self._app.tablet.store
        if self._app.page in ("live", "grid"):  # by day a stop opens its grid
            for kind in (Report, Stop):
                for record in store.records.all(kind):
                    if record.id not in self._told:
                        self._told.add(record.id)
                        tell(kept=record.id, kind=kind.RECORD)
        if not self._wanted and self._app.page == "end":
            tell(ended=True)

    @Slot()
    def _on_kept(self) -> None:
        """The line on the map reaches this fix: it must be on disk."""
        session = self._app.live.session
        for line in session.recording.shown(session.recording.kept - 1, session.recording.kept) if session else ():
            for fix in line:
                assert session is not None and fix.time is not None
                tell(points=session.recording.kept, shown=fix.time.isoformat())

    def _button(self, text: str) -> QQuickItem | None:
        waiting = [self._window.contentItem()]
        found = None
        while waiting:
            item = waiting.pop(0)
            if not item.isVisible():
                continue
            waiting.extend(item.childItems())
            if item.inherits("QQuickAbstractButton") and item.property("text") == text and item.isEnabled():
                found = item
        return found

    def _touch(self, item: QQuickItem) -> None:
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        assert 0 <= middle.x() < self._window.width() and 0 <= middle.y() < self._window.height(), middle
        QTest.mouseClick(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(middle))


def _watched(app: App) -> QQmlApplicationEngine:
    engine = _open_window(app)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    hands.append(Hand(app, window))
    return engine


_open_window = main.open_window
hands: list[Hand] = []

if __name__ == "__main__":
    main.open_window = _watched
    sys.exit(main.run(Path(sys.argv[1]), sys.argv[2]))
