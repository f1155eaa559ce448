"""« Ici, la nuit, on voit clair ? »: the one quick question at a stop in the dark. It holds up nothing else."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import ExploratoryWalk, Stop
from walker.domain.grid import answer
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

# What the quick words mean on the rating of the item "light".
LIGHT = {"yes": "3", "a_little": "2", "no": "1"}
NOT_OBSERVED = "not_observed"
GLARE = "glare"


@QmlElement
class NightQuestion(QObject):
    """About one stop; it stays until it is put off or the next stop is made, so that a wrong tap can be mended."""

    changed = Signal()
    answered = Signal(str)  # id of the stop

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._walk: ExploratoryWalk | None = None
        self._stop: Stop | None = None
        self._light = ""
        self._glare = False
        tablet.recordsChanged.connect(self._look)

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        return self._stop is not None

    @Property(str, notify=changed)
    def stopId(self) -> str:
        return self._stop.id if self._stop else ""

    @Property(int, notify=changed)
    def stopNumber(self) -> int:
        return self._stop.ordinal + 1 if self._stop else 0

    @Property(str, notify=changed)
    def light(self) -> str:
        """yes, a_little, no or not_observed; empty: not said yet."""
        return self._light

    @Property(bool, notify=changed)
    def glare(self) -> bool:
        """A light dazzles."""
        return self._glare

    @Slot(str)
    @told
    def say(self, word: str) -> None:
        """On disk when this returns; the same word again takes it back."""
        if self._walk is None or self._stop is None:
            return
        self._light = "" if word == self._light else word
        self._answer("light", value=LIGHT.get(self._light), not_observed=self._light == NOT_OBSERVED)
        self.changed.emit()

    @Slot()
    @told
    def sayGlare(self) -> None:
        """A light dazzles, or does not after all."""
        if self._walk is None or self._stop is None:
            return
        self._glare = not self._glare
        self._answer(GLARE, value="yes" if self._glare else None)
        self.changed.emit()

    @Slot()
    def later(self) -> None:
        """Plus tard: the grid still has it."""
        self.ask(None, None)

    def ask(self, walk: ExploratoryWalk | None, stop: Stop | None) -> None:
        """At this stop from now on; None: nothing is asked."""
        self._walk, self._stop, self._light, self._glare = walk, stop, "", False
        self.changed.emit()

    def _answer(self, item: str, **fields: Any) -> None:
        assert self._walk is not None
        assert self._stop is not None
        answer(self.tablet.store, self.tablet.clock, self._walk, self._stop.id, item, **fields)
        self.answered.emit(self._stop.id)
        self.tablet.recordsChanged.emit()

    @Slot()
    def _look(self) -> None:
        """A stop that was taken back asks nothing: an answer there would be seen by nobody."""
        if self._stop is not None:
            stop = self.tablet.store.records.find(self._stop.id)
            if stop is None or stop.deleted_at is not None:
                self.ask(None, None)
