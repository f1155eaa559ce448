"""Ends requests that arrive too slowly: each may hold one of the few threads, so sixteen of them would stop the server.

From its first byte a request of a stranger has 30 seconds to be there whole, headers and body. A tablet that has proved
itself has a quarter of an hour, and at most a few at once: beyond those its oldest is ended, which on a bad link is the
one whose connection has died. What came of a medium is kept, so ending costs little.
"""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import dataclass

SECONDS = 30
SECONDS_OF_A_TABLET = 15 * 60
AT_ONCE = 6
_SWEEP_SECONDS = 1


@dataclass(slots=True)
class _Request:
    deadline: float
    device: str = ""


_guard = threading.Lock()
_under_way: dict[socket.socket, _Request] = {}  # oldest first


def begin(connection: socket.socket) -> None:
    """From now on its request has to come."""
    with _guard:
        _under_way.pop(connection, None)
        _under_way[connection] = _Request(time.monotonic() + SECONDS)


def end(connection: socket.socket) -> None:
    """It was answered."""
    with _guard:
        _under_way.pop(connection, None)


def watch() -> None:
    """Start the thread that ends the late ones."""
    threading.Thread(target=_watch, name="slow-requests", daemon=True).start()


def of_tablet(connection: socket.socket, device_id: str) -> None:
    """This request is that tablet's, and may take its time; the oldest beyond the few it may have is ended."""
    with _guard:
        request = _under_way.get(connection)
        if request is None:  # its time was up just before it proved itself
            return
        request.deadline, request.device = time.monotonic() + SECONDS_OF_A_TABLET, device_id
        mine = [each for each, other in _under_way.items() if other.device == device_id]
        for oldest in mine[:-AT_ONCE]:
            del _under_way[oldest]
            _stop_reading(oldest)


def _watch() -> None:
    while True:
        time.sleep(_SWEEP_SECONDS)
        now = time.monotonic()
        with _guard:
            late = [connection for connection, request in _under_way.items() if request.deadline < now]
            for connection in late:
                del _under_way[connection]
                _stop_reading(connection)


def _stop_reading(connection: socket.socket) -> None:
    """Whoever waits for its bytes reads an end; an answer can still be written."""
    try:
        connection.shutdown(socket.SHUT_RD)
    except OSError:  # the other side has gone already, which ends the reading too
        return
