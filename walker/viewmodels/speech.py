"""Reads words aloud, for who reads little or cannot look at the screen; silent where the tablet has no voice."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.device.voice import Voice
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Speech(QObject):
    """One voice: what is said next replaces what is being said. Nothing is ever said that nobody asked for."""

    changed = Signal()

    def __init__(self, tablet: Tablet, voice: Voice | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._voice = voice
        self._text = ""
        self._by_itself = tablet.store.settings.get("reads_by_itself") == "yes"
        if voice is not None:
            voice.listen(self._look)
        tablet.wordsChanged.connect(self._in_other_words)

    @Property(bool, notify=changed)
    def available(self) -> bool:
        """Whether this tablet has a voice for the language chosen."""
        return self._voice is not None and self._voice.speaks(self.tablet.language)

    @Property(bool, notify=changed)
    def speaking(self) -> bool:
        return self._text != ""

    @Property(str, notify=changed)
    def text(self) -> str:
        """What is being said; empty when all is quiet."""
        return self._text

    @Property(bool, notify=changed)
    def byItself(self) -> bool:
        """Whether questions and troubles are read as they appear."""
        return self._by_itself

    @Slot(bool)
    @told
    def chooseByItself(self, wanted: bool) -> None:
        self.tablet.store.settings.set("reads_by_itself", "yes" if wanted else None)
        self._by_itself = wanted
        self.changed.emit()

    @Slot(str)
    def say(self, text: str) -> None:
        """Read it, in the language of the window."""
        if self._voice is None or not self.available:
            return
        self._voice.say(text, self.tablet.language)
        self._text = text
        self.changed.emit()

    @Slot(str, bool)
    def appear(self, text: str, night: bool) -> None:
        """Words that come by themselves: read when that was chosen, never at night: it would give the group away."""
        if self._by_itself and not night:
            self.say(text)

    @Slot()
    def stop(self) -> None:
        """Be quiet now."""
        self._text = ""
        if self._voice is not None:
            self._voice.stop()
        self.changed.emit()

    def _look(self) -> None:
        if self._voice is not None and not self._voice.is_speaking():
            self._text = ""
        self.changed.emit()

    @Slot()
    def _in_other_words(self) -> None:
        """The words of the page change: what is being said is no longer on it."""
        if self._text:
            self.stop()
        else:
            self.changed.emit()
