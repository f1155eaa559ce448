"""How long a sending still takes, said only when it is known: from the last half minute, not from better days."""

from __future__ import annotations

from collections import deque

WINDOW_S = 30.0
SURE_AFTER_S = 5.0  # a guess needs some of it behind
STALLED_S = 10.0


class Pace:
    """Tell it each count of bytes when it comes."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def note(self, at: float, done: int) -> None:
        """`done` bytes at that second; those before the window are forgotten, but for one to measure from."""
        self._seen.append((at, done))
        while len(self._seen) > 2 and self._seen[1][0] < at - WINDOW_S:
            self._seen.popleft()

    def seconds_left(self, at: float, total: int) -> float | None:
        """None while nobody can know: too early, or nothing has moved for a while."""
        if not self._seen:
            return None
        (first, done_then), (last, done) = self._seen[0], self._seen[-1]
        if at - first < SURE_AFTER_S or at - last > STALLED_S or done <= done_then:
            return None
        return (total - done) * (at - first) / (done - done_then)
