"""A recorded walk played as if it were held now: the tutorial, and `walker --position replay:LOG`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from walker.device.position import OnFix, OnReception, PositionFix, Reception, SourceState
from walker.device.replay_position import RecordedFix

LONGEST_WAIT_MS = 10_000  # a rest of an hour in the log is not waited for


class PlayedPosition(QObject):
    """Fits PositionSource. Goes on where it was stopped; the last fix is where it stays."""

    def __init__(
        self, fixes: Sequence[RecordedFix], *, every_ms: int | None = None, parent: QObject | None = None
    ) -> None:
        """`every_ms` None: as far apart as in the log."""
        super().__init__(parent)
        self._fixes = fixes
        self._every_ms = every_ms
        self._next = 0
        self._resumed = True
        self._on_fix: OnFix | None = None
        self._on_reception: OnReception | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._give)

    @classmethod
    def of_log(cls, log: Path, *, every_ms: int | None = None) -> PlayedPosition:
        """Raises InputError when the log cannot be read."""
        from sync.formats.tracklog import read_log

        return cls([fix for segment in read_log(log).segments for fix in segment], every_ms=every_ms)

    def hear(self, on_reception: OnReception) -> None:
        self._on_reception = on_reception
        on_reception(Reception(state=SourceState.SEARCHING))

    def start(self, on_fix: OnFix) -> None:
        self._on_fix = on_fix
        self._resumed = True
        self._timer.start(0)

    def stop(self) -> None:
        self._on_fix = None
        self._timer.stop()

    @Slot()
    def _give(self) -> None:
        if self._on_fix is None or not self._fixes:
            return
        at = min(self._next, len(self._fixes) - 1)
        fix = self._fixes[at]
        resumed, self._resumed = self._resumed, False
        if self._on_reception is not None:
            self._on_reception(Reception(state=SourceState.FIXED))
        self._on_fix(PositionFix(lat=fix.lat, lon=fix.lon, time=datetime.now(UTC), accuracy_m=fix.accuracy_m), resumed)
        self._next = at + 1
        self._timer.start(self._wait(at))

    def _wait(self, at: int) -> int:
        """Milliseconds to the fix after this one."""
        if self._every_ms is not None:
            return self._every_ms
        now = self._fixes[at].time
        later = self._fixes[at + 1].time if at + 1 < len(self._fixes) else None
        if now is None or later is None:
            return 1000
        return min(LONGEST_WAIT_MS, max(0, round((later - now).total_seconds() * 1000)))
