"""Where the tablet gets its position from: an interface that a receiver and a recording both fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, kw_only=True, slots=True)
class PositionFix:
    """One position, WGS84 degrees; `time` aware, None when the source does not know it."""

    lat: float
    lon: float
    time: datetime | None = None
    accuracy_m: float | None = None


# `resumed` is True for the first fix after the source was switched on or lost its satellites.
OnFix = Callable[[PositionFix, bool], None]


class PositionSource(Protocol):
    """Gives fixes to whoever listens, from `start` until `stop`."""

    def start(self, on_fix: OnFix) -> None: ...

    def stop(self) -> None: ...
