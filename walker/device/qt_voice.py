"""The voices of the system through QtTextToSpeech. They are looked for once a page asks, after it has been drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Slot

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

OPEN_AFTER_MS = 700  # opening an engine takes longer than a frame may
NO_VOICE = ("", "mock")  # no engine of this system, or the one of Qt's own tests


class QtVoice(QObject):
    """Fits Voice. Where the system has no engine, nothing is said and nothing is complained about."""

    def __init__(self, parent: QObject | None = None, *, open_after_ms: int = OPEN_AFTER_MS) -> None:
        super().__init__(parent)
        self._engine: QTextToSpeech | None = None
        self._on_change: Callable[[], None] | None = None
        self._opening = QTimer(self, interval=open_after_ms, singleShot=True)
        self._opening.timeout.connect(self._open)
        self._looked = False

    def listen(self, on_change: Callable[[], None]) -> None:
        self._on_change = on_change

    def speaks(self, language: str) -> bool:
        if not self._looked:
            self._looked = True
            self._opening.start()
        return self._locale(language) is not None

    def is_speaking(self) -> bool:
        if self._engine is None:
            return False
        from PySide6.QtTextToSpeech import QTextToSpeech

        return self._engine.state() in (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)

    def say(self, text: str, language: str) -> None:
        locale = self._locale(language)
        if self._engine is None or locale is None:
            return
        self.stop()
        if self._engine.locale() != locale:
            self._engine.setLocale(locale)
        self._engine.say(text)

    def stop(self) -> None:
        self._opening.stop()
        if self._engine is not None:
            self._engine.stop()

    @Slot()
    def _open(self) -> None:
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:  # a system without the library that the module needs
            return
        engine = QTextToSpeech(self)
        if engine.engine() in NO_VOICE:
            return
        self._engine = engine
        engine.stateChanged.connect(self._changed)  # an engine may become ready later
        self._changed()

    @Slot()
    def _changed(self) -> None:
        if self._on_change is not None:
            self._on_change()

    def _locale(self, language: str) -> QLocale | None:
        """A voice of the country first: the system's, then France or the United Kingdom, then any."""
        if self._engine is None:
            return None
        wanted = QLocale(language)
        voices = [locale for locale in self._engine.availableLocales() if locale.language() == wanted.language()]
        near = (QLocale.system(), QLocale("fr_FR"), QLocale("en_GB"))
        return next((locale for locale in near if locale in voices), voices[0] if voices else None)
