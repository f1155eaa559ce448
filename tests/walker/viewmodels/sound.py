"""A microphone and a loudspeaker without sound: a test says what is heard, and when it is over."""

from __future__ import annotations

from collections.abc import Callable

from walker.device.microphone import OnFault, OnSound


class FakeMicrophone:
    """Fits Microphone. `refusal` is the code it fails with; otherwise it is ready at once."""

    rate = 16_000

    def __init__(self, refusal: str = "") -> None:
        self.refusal = refusal
        self.heard: OnSound | None = None
        self.failed: OnFault | None = None
        self.rest_s = 0.0  # what it still holds when it is stopped

    def start(self, ready: Callable[[], None], heard: OnSound, failed: OnFault) -> None:
        if self.refusal:
            failed(self.refusal)
            return
        self.heard, self.failed = heard, failed
        ready()

    def stop(self) -> None:
        rest_s, self.rest_s = self.rest_s, 0.0
        if rest_s:
            self.say(rest_s)
        self.heard = None

    def say(self, seconds: float, loudness: int = 8000) -> None:
        """That much sound at once, if anyone listens."""
        if self.heard is not None:
            self.heard(loudness.to_bytes(2, "little", signed=True) * round(seconds * self.rate))


class FakePlayer:
    """Fits Player."""

    def __init__(self) -> None:
        self.playing = ""
        self._ended: Callable[[bool], None] | None = None

    def play(self, path: str, ended: Callable[[bool], None]) -> None:
        self.playing, self._ended = path, ended

    def stop(self) -> None:
        self._over(False)

    def end(self) -> None:
        """All of it was heard."""
        self._over(True)

    def _over(self, whole: bool) -> None:
        ended, self._ended, self.playing = self._ended, None, ""
        if ended is not None:
            ended(whole)
