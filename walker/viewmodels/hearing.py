"""Whether the tablet hears: a few seconds of listening, of which nothing is kept."""

from __future__ import annotations

from array import array

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.device.microphone import Microphone

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

LISTENS_MS = 5_000
LOUD = 12_000  # a voice near the tablet; 32767 is the loudest there is
HEARD = 600  # more than the noise of a quiet microphone


@QmlElement
class Hearing(QObject):
    """`state`: off, starting, listening, heard, silent, or the microphone's code for why it hears nothing."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.microphone: Microphone | None = None
        self._state = "off"
        self._level = 0.0
        self._heard = False
        self._ending = QTimer(self, interval=LISTENS_MS, singleShot=True)
        self._ending.timeout.connect(self.stop)

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._state

    @Property(float, notify=changed)
    def level(self) -> float:
        """How loud it is now, 0 to 1."""
        return self._level

    @Slot()
    def listen(self) -> None:
        """Listen for five seconds."""
        if self._state in ("starting", "listening"):
            return
        if self.microphone is None:
            from walker.device.qt_microphone import QtMicrophone

            self.microphone = QtMicrophone(self)
        self._heard = False
        self._say("starting")
        self.microphone.start(self._begin, self._hear, self._fail)

    @Slot()
    def stop(self) -> None:
        """Enough."""
        self._ending.stop()
        if self._state in ("starting", "listening"):
            assert self.microphone is not None
            self.microphone.stop()
            self._say("heard" if self._heard else "silent" if self._state == "listening" else "off")

    def _begin(self) -> None:
        self._ending.start()
        self._say("listening")

    def _hear(self, sound: bytes) -> None:
        samples = array("h", sound[: len(sound) // 2 * 2])
        loudest = max((abs(sample) for sample in samples), default=0)
        self._heard = self._heard or loudest > HEARD
        self._say("listening", min(1.0, loudest / LOUD))

    def _fail(self, code: str) -> None:
        self._ending.stop()
        self._say(code)

    def _say(self, state: str, level: float = 0.0) -> None:
        self._state, self._level = state, level
        self.changed.emit()
