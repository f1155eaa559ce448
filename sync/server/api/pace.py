"""How much one tablet may ask: enough for any honest sync, and no more than a share of the server for a stolen token.

Counted by each process for itself, in memory: with several workers on PostgreSQL a tablet may get a multiple of it.
"""

from __future__ import annotations

import threading
import time

from sync.protocol.errors import ErrorCode, Refused

# A tablet that comes home with a thousand photos may ask all at once; what goes on for ever is slowed down.
BURST = 5_000
PER_SECOND = 25
_MOST_TABLETS = 10_000

_guard = threading.Lock()
_left: dict[str, tuple[float, float]] = {}


def too_fast(message: str, seconds: float) -> Refused:
    """Asked too much: in so many seconds the next request is answered."""
    return Refused(ErrorCode.TOO_MANY_REQUESTS, message, retry_after=seconds)


def count(device_id: str) -> None:
    """One more request of that tablet. Raises Refused: TOO_MANY_REQUESTS."""
    now = time.monotonic()
    with _guard:
        if len(_left) > _MOST_TABLETS:
            _left.clear()
        left, at = _left.get(device_id, (float(BURST), now))
        left = min(float(BURST), left + (now - at) * PER_SECOND)
        if left < 1:
            _left[device_id] = (left, now)
            raise too_fast("too many requests from this tablet: wait a little", (1 - left) / PER_SECOND)
        _left[device_id] = (left - 1, now)
