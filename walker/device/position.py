"""Where the tablet gets its position from: an interface that a receiver, a recording and nothing at all fit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from sync.protocol.frozen import frozen


@frozen(slots=True)
class PositionFix:
    """One position, WGS84 degrees; `time` aware, None when the source does not know it."""

    lat: float
    lon: float
    time: datetime | None = None
    accuracy_m: float | None = None


class SourceState(StrEnum):
    """What a source says of itself, beside its fixes."""

    OFF = "off"
    SEARCHING = "searching"  # on, and no position now
    FIXED = "fixed"
    DENIED = "denied"  # the system, or the person, refuses the app the position
    ABSENT = "absent"  # no receiver, or it was unplugged


@frozen(slots=True)
class Reception:
    """A state, and how many satellites help, where the receiver says it."""

    state: SourceState = SourceState.OFF
    satellites: int | None = None


# `resumed` is True for the first fix after the source was switched on or lost its satellites.
OnFix = Callable[[PositionFix, bool], None]
OnReception = Callable[[Reception], None]


class PositionSource(Protocol):
    """Gives fixes to whoever listens, from `start` until `stop`."""

    def start(self, on_fix: OnFix) -> None: ...

    def stop(self) -> None: ...

    def hear(self, on_reception: OnReception) -> None:
        """Tell this one, from now on, whenever the reception changes."""


class NoPosition:
    """Fits PositionSource: a tablet whose group wants no position. Places are put on the map by hand."""

    def start(self, on_fix: OnFix) -> None:
        """Nothing will come."""

    def stop(self) -> None:
        """Nothing came."""

    def hear(self, on_reception: OnReception) -> None:
        on_reception(Reception(state=SourceState.ABSENT))
