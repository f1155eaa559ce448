"""Ends requests that arrive too slowly: each may hold one of the few threads, so sixteen of them would stop the server.

From its first byte a request has 30 seconds to be there whole, headers and body. A tablet that has proved itself is
let off: it may send for as long as its bytes keep coming.
"""

from __future__ import annotations

import socket
import threading
import time

SECONDS = 30
_SWEEP_SECONDS = 1

_guard = threading.Lock()
_deadlines: dict[socket.socket, float] = {}


def begin(connection: socket.socket) -> None:
    """From now on its request has to come."""
    with _guard:
        _deadlines[connection] = time.monotonic() + SECONDS


def watch() -> None:
    """Start the thread that ends the late ones."""
    threading.Thread(target=_watch, name="slow-requests", daemon=True).start()


def let_off(connection: socket.socket) -> None:
    """This request may take its time."""
    with _guard:
        _deadlines.pop(connection, None)


def _watch() -> None:
    while True:
        time.sleep(_SWEEP_SECONDS)
        now = time.monotonic()
        with _guard:
            late = [connection for connection, deadline in _deadlines.items() if deadline < now]
            for connection in late:
                del _deadlines[connection]
                _stop_reading(connection)


def _stop_reading(connection: socket.socket) -> None:
    """Whoever waits for its bytes reads an end; an answer can still be written."""
    try:
        connection.shutdown(socket.SHUT_RD)
    except OSError:  # the other side has gone already, which ends the reading too
        return
