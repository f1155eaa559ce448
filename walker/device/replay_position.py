"""A recorded walk as a position source: gives all its fixes at once, each segment as a new start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from walker.device.position import OnFix, OnReception, PositionFix, Reception, SourceState


class RecordedFix(Protocol):
    """What a log reader gives."""

    @property
    def lat(self) -> float: ...

    @property
    def lon(self) -> float: ...

    @property
    def time(self) -> datetime | None: ...

    @property
    def accuracy_m(self) -> float | None: ...


class ReplayPosition:
    """Fits PositionSource; `start` returns when the recording has ended."""

    def __init__(self, segments: Iterable[Sequence[RecordedFix]]) -> None:
        self._segments = segments
        self._running = False

    def start(self, on_fix: OnFix) -> None:
        self._running = True
        for segment in self._segments:
            for index, fix in enumerate(segment):
                if not self._running:
                    return
                own = PositionFix(lat=fix.lat, lon=fix.lon, time=fix.time, accuracy_m=fix.accuracy_m)
                on_fix(own, index == 0)

    def stop(self) -> None:
        self._running = False

    def hear(self, on_reception: OnReception) -> None:
        on_reception(Reception(state=SourceState.FIXED))
