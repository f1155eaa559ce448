"""Where the tablet is: the one listener of the position source, shared by the walk that records and the pages."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from sync.rules.geodesy import distance_m
from sync.rules.settings import TRACKING
from walker.device.position import OnFix, OnReception, PositionFix, PositionSource, Reception, SourceState

FRESH = timedelta(seconds=30)  # an older fix says where we were, not where we are
JUMP_SHOWN = timedelta(seconds=10)  # after the last fix that nobody can have walked to
WEAK_M = 25.0  # a worse accuracy is said


class Locator(QObject):
    """Fits PositionSource itself, so that a walk records through it. On while a walk or a page wants it.

    `fix` is the last one a walker can have got to: a single wild one is recorded (and flagged there), never believed.
    """

    moved = Signal()
    heard = Signal()  # the source said something of itself

    def __init__(self, source: PositionSource, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._recorder: OnFix | None = None
        self._watchers = 0
        self._on = False
        self._seen_at: datetime | None = None
        self._jumped_at: datetime | None = None
        self._disbelieved = 0
        self.reception = Reception()
        self.fix: PositionFix | None = None
        self.heading = math.nan
        self._source = source
        source.hear(self._hear)

    @property
    def is_fresh(self) -> bool:
        """Whether the last fix says where we are now."""
        return self._seen_at is not None and self._clock() - self._seen_at <= FRESH

    @property
    def age(self) -> timedelta | None:
        """Of the last fix."""
        return None if self._seen_at is None else self._clock() - self._seen_at

    @property
    def state(self) -> str:
        """off, denied, absent, searching, stale, jumping, weak or good."""
        if self.reception.state in (SourceState.DENIED, SourceState.ABSENT) and not self.is_fresh:
            return str(self.reception.state)
        if not self._on:
            return "off"
        if self.fix is None:
            return "searching"
        if not self.is_fresh:
            return "stale"
        if self._jumped_at is not None and self._clock() - self._jumped_at <= JUMP_SHOWN:
            return "jumping"
        return "weak" if (self.fix.accuracy_m or 0) > WEAK_M else "good"

    def start(self, on_fix: OnFix) -> None:
        self._recorder = on_fix
        self._switch()

    def stop(self) -> None:
        self._recorder = None
        self._switch()

    def hear(self, on_reception: OnReception) -> None:
        self.heard.connect(lambda: on_reception(self.reception))

    def watch(self, wanted: bool) -> None:
        """A page wants (or no longer wants) to know the place without recording it."""
        self._watchers = max(0, self._watchers + (1 if wanted else -1))
        self._switch()

    def use(self, source: PositionSource) -> None:
        """Another receiver from now on; what is being recorded goes on after a gap."""
        if self._on:
            self._source.stop()
        self._source.hear(lambda _reception: None)
        self._source = source
        self.reception = Reception()
        source.hear(self._hear)
        if self._on:
            source.start(self._take)
        self.heard.emit()

    def search_again(self) -> None:
        """Switch the receiver off and on."""
        if self._on:
            self._source.stop()
            self._source.start(self._take)

    def _switch(self) -> None:
        wanted = self._recorder is not None or self._watchers > 0
        if wanted == self._on:
            return
        self._on = wanted
        if wanted:
            self._source.start(self._take)
        else:
            self._source.stop()
        self.heard.emit()

    def _hear(self, reception: Reception) -> None:
        self.reception = reception
        self.heard.emit()

    def _take(self, fix: PositionFix, resumed: bool) -> None:
        if not resumed and self.fix is not None and self.is_fresh and self._is_jump(self.fix, fix):
            self._jumped_at = self._clock()
        else:
            if self.fix is not None and not resumed:
                self.heading = _course(self.fix, fix, self.heading)
            self._disbelieved = 0
            self.fix = fix
            self._seen_at = self._clock()
        if self._recorder is not None:
            self._recorder(fix, resumed)
        self.moved.emit()

    def _is_jump(self, before: PositionFix, now: PositionFix) -> bool:
        """Faster than anyone walks; several in a row are right after all, and the earlier one was wrong."""
        if before.time is None or now.time is None:
            return False
        seconds = (now.time - before.time).total_seconds()
        if seconds <= 0 or distance_m(before.lat, before.lon, now.lat, now.lon) <= TRACKING.max_speed_mps * max(
            seconds, TRACKING.min_interval_s
        ):
            return False
        self._disbelieved += 1
        return self._disbelieved < TRACKING.relocation_fixes


def _course(before: PositionFix, now: PositionFix, last: float) -> float:
    """Degrees from north; the last one when we hardly moved."""
    north = now.lat - before.lat
    east = (now.lon - before.lon) * math.cos(math.radians(now.lat))
    if math.hypot(north, east) * 111_000 < 1.0:
        return last
    return math.degrees(math.atan2(east, north)) % 360
