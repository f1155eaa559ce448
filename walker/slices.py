"""Makes what QML builds beside the page on screen in slices, so that a finger never waits for a page.

Qt's own controller gives ten milliseconds at a time and rests between them; ours gives less, and goes on at once.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtQml import QQmlEngine, QQmlIncubationController

SLICE_MS = 2  # what is begun is ended: at most five more, measured over all pages but those with a map


class Slices(QTimer):
    """Of one engine, for as long as it lives."""

    def __init__(self, engine: QQmlEngine) -> None:
        super().__init__(engine, interval=0)
        self._work = _Work(self)
        engine.setIncubationController(self._work)
        self._drew = False
        self.timeout.connect(self._go_on)

    @Slot()
    def rest(self) -> None:
        """A frame was drawn, with all that was to be laid out for it: what waits for the thread comes first."""
        self._drew = True

    @Slot()
    def _go_on(self) -> None:
        if not self._drew:
            self._work.go_on()
        self._drew = False


class _Work(QQmlIncubationController):
    def __init__(self, timer: QTimer) -> None:
        super().__init__()
        self._timer = timer

    def incubatingObjectCountChanged(self, count: int) -> None:
        if count and not self._timer.isActive():
            self._timer.start()

    def go_on(self) -> None:
        self.incubateFor(SLICE_MS)
        if not self.incubatingObjectCount():
            self._timer.stop()
