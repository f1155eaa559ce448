"""Who is at the carrier's door: few at once, none for long. A slow or hostile phone must not exhaust the tablet.

Whoever did not yet show the square's secret has seconds, and makes room for whoever comes next; a proven one has two
minutes for each request, and keeps what came by then. From one address only few: the oldest of them is the one whose
link died.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from dataclasses import dataclass

AT_ONCE = 16  # threads of the door
OF_ONE_ADDRESS = 4
SECONDS_TO_PROVE = 10.0
SECONDS_A_REQUEST = 120.0


@dataclass(slots=True)
class _Guest:
    address: str
    deadline: float
    proven: bool = False


class Guests:
    """Usable from any thread. Who is ended reads and writes nothing more; `leave` says that its thread is through."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._here: dict[socket.socket, _Guest] = {}  # oldest first
        self._closed = False

    def admit(self, link: socket.socket, address: str) -> bool:
        """Whether there is room for one more."""
        with self._guard:
            if self._closed:
                return False
            same = [each for each, guest in self._here.items() if guest.address == address]
            strangers = [each for each, guest in self._here.items() if not guest.proven]
            if len(same) >= OF_ONE_ADDRESS:
                self._end(same[0])
            elif len(self._here) >= AT_ONCE and strangers:
                self._end(strangers[0])
            if len(self._here) >= AT_ONCE:
                return False
            self._here[link] = _Guest(address=address, deadline=time.monotonic() + SECONDS_TO_PROVE)
            return True

    def prove(self, link: socket.socket) -> None:
        """It showed the secret, and may take its time for this request."""
        with self._guard:
            if (guest := self._here.get(link)) is not None:
                guest.deadline, guest.proven = time.monotonic() + SECONDS_A_REQUEST, True

    def leave(self, link: socket.socket) -> None:
        with self._guard:
            self._here.pop(link, None)

    def end_late(self) -> None:
        """Those whose time is up."""
        now = time.monotonic()
        with self._guard:
            for link in [each for each, guest in self._here.items() if guest.deadline < now]:
                self._end(link)

    def end_all(self) -> None:
        """The door closes; nobody comes in any more."""
        with self._guard:
            self._closed = True
            for link in list(self._here):
                self._end(link)

    def _end(self, link: socket.socket) -> None:
        del self._here[link]
        with contextlib.suppress(OSError):  # gone already
            socket.socket.shutdown(link, socket.SHUT_RDWR)  # of the bare link: its thread may be inside the TLS one
