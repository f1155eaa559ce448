"""Where a voice comes from. One interface for the tablet's microphone and for tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

OnSound = Callable[[bytes], None]
OnFault = Callable[[str], None]

# Why nothing is heard, as the pages say it in words.
NO_MICROPHONE = "no_microphone"
NOT_ALLOWED = "not_allowed"
LOST = "microphone_lost"


class Microphone(Protocol):
    """Gives mono samples of 16 bits, `rate` a second, until it is stopped."""

    @property
    def rate(self) -> int:
        """Known once `start` has called back with sound, or returned."""

    def start(self, ready: Callable[[], None], heard: OnSound, failed: OnFault) -> None:
        """`ready` once the person has allowed it and it runs, then `heard`; or `failed` with one of the codes."""

    def stop(self) -> None: ...


class Player(Protocol):
    """Plays a sound file aloud."""

    def play(self, path: str, ended: Callable[[bool], None]) -> None:
        """`ended(True)` when all of it was heard; False when it could not be played, or was stopped."""

    def stop(self) -> None: ...
