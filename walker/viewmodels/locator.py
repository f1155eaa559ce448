"""Where the tablet is: the one listener of the position source, shared by the walk that records and the pages."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from walker.device.position import OnFix, PositionFix, PositionSource

FRESH = timedelta(seconds=30)  # an older fix says where we were, not where we are


class Locator(QObject):
    """Fits PositionSource itself, so that a walk records through it. On while a walk or a page wants it."""

    moved = Signal()

    def __init__(self, source: PositionSource, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._clock = clock
        self._recorder: OnFix | None = None
        self._watchers = 0
        self._on = False
        self._seen_at: datetime | None = None
        self.fix: PositionFix | None = None
        self.heading = math.nan

    @property
    def is_fresh(self) -> bool:
        """Whether the last fix says where we are now."""
        return self._seen_at is not None and self._clock() - self._seen_at <= FRESH

    def start(self, on_fix: OnFix) -> None:
        self._recorder = on_fix
        self._switch()

    def stop(self) -> None:
        self._recorder = None
        self._switch()

    def watch(self, wanted: bool) -> None:
        """A page wants (or no longer wants) to know the place without recording it."""
        self._watchers = max(0, self._watchers + (1 if wanted else -1))
        self._switch()

    def _switch(self) -> None:
        wanted = self._recorder is not None or self._watchers > 0
        if wanted == self._on:
            return
        self._on = wanted
        if wanted:
            self._source.start(self._take)
        else:
            self._source.stop()

    def _take(self, fix: PositionFix, resumed: bool) -> None:
        if self.fix is not None and not resumed:
            self.heading = _course(self.fix, fix, self.heading)
        self.fix = fix
        self._seen_at = self._clock()
        if self._recorder is not None:
            self._recorder(fix, resumed)
        self.moved.emit()


def _course(before: PositionFix, now: PositionFix, last: float) -> float:
    """Degrees from north; the last one when we hardly moved."""
    north = now.lat - before.lat
    east = (now.lon - before.lon) * math.cos(math.radians(now.lat))
    if math.hypot(north, east) * 111_000 < 1.0:
        return last
    return math.degrees(math.atan2(east, north)) % 360
