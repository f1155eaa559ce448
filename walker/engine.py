"""The QML engine as every window and every QML test of the tablet needs it: import path, icons, typeface, words."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtQml import QQmlApplicationEngine

from walker.fonts import load_fonts
from walker.icons import DashProvider, IconProvider
from walker.installed import folder_of
from walker.marks import MarkProvider
from walker.slices import Slices
from walker.squares import SquareProvider

QML = Path(__file__).parent / "qml"
LANGUAGES = ("fr", "en")  # French first: it is what a new tablet speaks


class TranslationMissing(RuntimeError):
    """The words of a language were not built (scripts/i18n builds them)."""


def speak(engine: QQmlApplicationEngine, language: str) -> None:
    """Say everything on screen in `language` from now on; French or English, at once and without a restart.

    One language for the whole application: English has only its plurals, and what it leaves out would otherwise be
    said by the words of another window.
    """
    application = QCoreApplication.instance()
    translator = QTranslator(application)
    if not translator.load(_words(language)):
        raise TranslationMissing(f"the words for {language!r} cannot be read; run scripts/i18n")
    for earlier in application.findChildren(QTranslator) if application else ():
        if earlier is not translator:
            QCoreApplication.removeTranslator(earlier)
            earlier.deleteLater()
    QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale(language))
    engine.retranslate()


@cache
def _words(language: str) -> bytes:
    """From memory, kept for ever: Qt would map the file, and an update that rewrites it would end the process."""
    path = folder_of("resources") / "i18n" / f"walker_{language}.qm"
    if not path.is_file():
        raise TranslationMissing(f"{path}: no words for {language!r}; run scripts/i18n")
    return path.read_bytes()


def new_engine() -> QQmlApplicationEngine:
    """Ready for `loadFromModule("Walker", …)`; an application must exist. Destroy it before the view-models."""
    os.environ["QT_QUICK_CONTROLS_STYLE"] = "Basic"  # the module that sets it otherwise costs start-up time
    load_fonts()
    engine = QQmlApplicationEngine()
    Slices(engine)
    engine.addImportPath(str(QML))
    engine.addImageProvider("icon", IconProvider())
    engine.addImageProvider("dashes", DashProvider())
    engine.addImageProvider("mark", MarkProvider())
    engine.addImageProvider("square", SquareProvider())
    return engine
