"""Shows a QML component in a window as the app would, and fails a test on any warning Qt writes meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scripts.scenes import Stage
from tests.walker.qml.pages import LANDSCAPE, Open, Opened
from tests.walker.window import Feed, app, daytime, feed, lens, light, make_app, parts, voice
from walker.engine import new_engine, speak
from walker.main import close_window, open_window
from walker.viewmodels.app import App

__all__ = ["app", "daytime", "feed", "lens", "light", "make_app", "parts", "voice"]

SETTINGS = {"theme": "jour", "textScale": 1.0, "gloves": False, "hand": "right", "reducedMotion": True}


@dataclass(kw_only=True)
class Shown:
    """A component on screen."""

    window: QQuickWindow
    root: QQuickItem
    engine: QQmlApplicationEngine
    factory: QQmlComponent  # owns the root: must outlive it

    def items(self) -> Iterator[QQuickItem]:
        """Every visible item, outermost first."""
        waiting = [self.root]
        while waiting:
            item = waiting.pop(0)
            if item.isVisible():
                yield item
                waiting.extend(item.childItems())

    def named(self, name: str) -> QQuickItem:
        """The item whose objectName is `name`."""
        return next(item for item in self.items() if item.objectName() == name)

    def picture(self) -> QImage:
        """What is on screen, once everything laid out again has been drawn."""
        for _ in range(3):  # layouts that depend on wrapped words settle within three rounds
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QApplication.processEvents()
        return self.window.grabWindow()


@pytest.fixture
def qt_warnings() -> Iterator[list[str]]:
    """Everything Qt and QML complain about during the test; it must be empty at the end."""
    said: list[str] = []

    def listen(kind: QtMsgType, _context: object, message: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg):
            said.append(message)

    previous = qInstallMessageHandler(listen)
    yield said
    qInstallMessageHandler(previous)
    assert said == []


Show = Callable[..., Shown]


@pytest.fixture
def show(qapp: QApplication, qt_warnings: list[str]) -> Iterator[Show]:
    """show("Gallery", size=(1280, 800), language="fr", settings={"theme": "nuit"}, sheet="Buttons")."""
    shown: list[Shown] = []

    def open_(
        component: str,
        *,
        size: tuple[int, int] = (1280, 800),
        language: str = "fr",
        settings: dict[str, Any] | None = None,
        **properties: Any,
    ) -> Shown:
        engine = new_engine()
        speak(engine, language)
        factory = QQmlComponent(engine)
        factory.loadFromModule("Walker", component)
        root = factory.createWithInitialProperties(properties)
        assert root is not None, factory.errorString()
        assert isinstance(root, QQuickItem)
        # After the load: asking for a singleton that is not loaded yet holds the GIL while the loader waits for it.
        style = engine.singletonInstance("Walker", "Style")
        assert isinstance(style, QObject)
        for name, value in (SETTINGS | (settings or {})).items():
            style.setProperty(name, value)
        window = QQuickWindow()
        window.resize(*size)
        root.setParentItem(window.contentItem())
        root.setSize(window.size().toSizeF())
        window.show()
        shown.append(Shown(window=window, root=root, engine=engine, factory=factory))
        shown[-1].picture()
        return shown[-1]

    yield open_
    for one in shown:
        one.window.close()
        one.root.deleteLater()
        one.window.deleteLater()
        one.engine.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


@pytest.fixture
def opened(app: App, qt_warnings: list[str]) -> Iterator[Open]:
    """opened(size=…, theme=…): the window over `app`, as main.py opens it."""
    shown: list[Opened] = []

    def open_(
        *,
        size: tuple[int, int] = LANDSCAPE,
        language: str = "fr",
        theme: str = "jour",
        scale: float = 1.0,
        hand: str = "right",
        gloves: bool = False,
    ) -> Opened:
        display = app.display
        display.chooseTheme(theme)
        display.chooseTextScale(scale)
        display.chooseHand(hand)
        display.chooseGloves(gloves)
        display.chooseLanguage(language)
        engine = open_window(app)
        window = engine.rootObjects()[0]
        window.resize(*size)
        shown.append(Opened(app=app, engine=engine, window=window))
        shown[-1].settle()
        return shown[-1]

    yield open_
    for one in shown:
        one.make_whole()
        one.window.close()
        close_window(one.engine, app)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


@pytest.fixture
def stage(app: App, feed: Feed, qtbot: QtBot) -> Stage:
    """Where the scenes of the pages are played."""
    return Stage(app=app, give=feed.give, wait=lambda condition: qtbot.waitUntil(condition, timeout=50_000))
