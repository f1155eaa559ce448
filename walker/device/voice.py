"""What reads words aloud: an interface that the system's voices and the tests' own both fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Voice(Protocol):
    """One voice for each language; what is said next replaces what is being said."""

    def listen(self, on_change: Callable[[], None]) -> None:
        """`on_change` is called when what it can say, or whether it is speaking, is no longer what it was."""

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for fr or en; False as long as nobody knows, then `on_change` tells."""

    def is_speaking(self) -> bool: ...

    def say(self, text: str, language: str) -> None: ...

    def stop(self) -> None: ...
