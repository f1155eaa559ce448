"""The tablet that carries what others recorded: it listens only while its square is shown, over TLS.

What comes is sealed for the server; it is kept as it comes, by byte, and counts once its sha256 is what was announced.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import re
import secrets
import socket
import ssl
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from sync.client.guests import Guests
from sync.client.own_certificate import own_certificate
from sync.client.request_head import Head
from sync.durable import replace_durably, sha256_of
from sync.protocol import endpoints
from sync.protocol.handover import MOST_ADDRESSES, Handover

_PATH = re.compile(r"/v1/([0-9a-f]{64})")
_BLOCK = 64 * 1024
_MOST_A_REQUEST = 4 * 1024 * 1024  # room is looked for before each: sixteen at once stay far below what notes need
_MOST_UNREAD = 2 * 1024 * 1024  # of a request that is refused
_MOST_FILES = 200
_IDLE_S = 20.0
_PART_KEPT_S = 3 * 24 * 3600.0  # whoever saved something since comes with another file
_TRIES = 20  # wrong secrets before the door closes: it can be guessed in no life, so somebody is at it
_OK, _NO_CONTENT, _FORBIDDEN, _NOT_FOUND, _CONFLICT, _TOO_LARGE, _FULL = 200, 204, 403, 404, 409, 413, 507


class CourierDoor:
    """Listens from its making until `close`. Whole files lie in `folder` as `<sha256>`, one is told to `received`.

    `has_room(bytes)`: whether that much may still be kept. `received` is called on a thread of the door.
    """

    def __init__(
        self,
        folder: Path,
        *,
        addresses: tuple[str, ...],
        reader: str,
        carrier: str = "",
        has_room: Callable[[int], bool] = lambda size: True,
        received: Callable[[str], None] = lambda name: None,
        listen: str = "",
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        secret = secrets.token_hex(16)
        self._server = _Listener((listen, 0), _Handler)
        self._server.door = _Door(folder, secret, has_room, received, self._shut)
        context, fingerprint = own_certificate()
        self._server.context = context
        self.handover = Handover(
            addresses=addresses[:MOST_ADDRESSES],
            port=self._server.server_port,
            certificate=fingerprint,
            secret=secret,
            reader=reader,
            carrier=carrier,
        )
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """The square is no longer shown. What came whole stays; what came in part goes on at the next square."""
        self._server.shutdown()
        self._server.guests.end_all()
        self._server.server_close()
        self._thread.join()

    def _shut(self) -> None:
        threading.Thread(target=self.close, daemon=True).start()


def _sweep(folder: Path) -> None:
    """Parts that nobody went on with for days. A whole file stays until the server has it."""
    old = time.time() - _PART_KEPT_S
    for part in folder.glob("*.part"):
        if part.stat().st_mtime < old:
            part.unlink(missing_ok=True)


class _Door:
    def __init__(
        self,
        folder: Path,
        secret: str,
        has_room: Callable[[int], bool],
        received: Callable[[str], None],
        shut: Callable[[], None],
    ) -> None:
        self.folder = folder
        self.has_room = has_room
        self.received = received
        self._secret = f"Bearer {secret}".encode()
        self._shut = shut
        self._wrong = 0
        self._guard = threading.Lock()
        self._busy: set[str] = set()

    def admits(self, authorization: str) -> bool:
        if hmac.compare_digest(authorization.encode(), self._secret):
            return True
        with self._guard:
            self._wrong += 1
            if self._wrong == _TRIES:
                self._shut()
        return False

    @contextlib.contextmanager
    def alone(self, name: str) -> Any:
        """One request at a time for a file; the tablet that comes again after a cut waits for the cut to be felt."""
        with self._guard:
            if name in self._busy:
                raise BlockingIOError(name)
            self._busy.add(name)
        try:
            yield
        finally:
            with self._guard:
                self._busy.discard(name)

    def takes(self, name: str) -> bool:
        """Whether one more file may begin, or this one is here already."""
        return self.part(name).exists() or sum(1 for _ in self.folder.iterdir()) < _MOST_FILES

    def part(self, name: str) -> Path:
        return self.folder / f"{name}.part"

    def offset(self, name: str) -> int:
        """Bytes of it that are here."""
        for file in (self.folder / name, self.part(name)):
            with contextlib.suppress(FileNotFoundError):
                return file.stat().st_size
        return 0


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 16
    door: _Door
    context: ssl.SSLContext

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self.guests = Guests()
        super().__init__(address, handler)

    def get_request(self) -> tuple[ssl.SSLSocket, Any]:
        bare, address = super().get_request()
        try:
            bare.settimeout(_IDLE_S)
            return self.context.wrap_socket(bare, server_side=True, do_handshake_on_connect=False), address
        except OSError:  # gone again already
            bare.close()
            raise

    def verify_request(self, request: Any, client_address: Any) -> bool:
        return self.guests.admit(request, client_address[0])

    def finish_request(self, request: Any, client_address: Any) -> None:
        """On the request's own thread: a tablet that is silent during its handshake holds up nobody."""
        with contextlib.suppress(OSError):
            request.do_handshake()
            _Handler(request, client_address, self)

    def shutdown_request(self, request: Any) -> None:
        self.guests.leave(request)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Twice a second, between two guests."""
        self.guests.end_late()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A cut link: the other tablet comes again."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _IDLE_S
    server: _Listener
    connection: socket.socket

    def setup(self) -> None:
        super().setup()
        self._head = Head(self.rfile)
        self.rfile = self._head  # type: ignore[assignment]

    def handle_one_request(self) -> None:
        self._head.begin()
        super().handle_one_request()

    def do_HEAD(self) -> None:
        self._unread = 0
        if (name := self._name()) is not None:
            self._answer(_OK, self.server.door.offset(name))

    def do_PATCH(self) -> None:
        self._unread = self._number("Content-Length")
        if (name := self._name()) is None:
            return
        try:
            with self.server.door.alone(name):
                self._take(name)
        except BlockingIOError:
            self._refuse(_CONFLICT)
        except OSError:
            self._refuse(_FULL)

    def _take(self, name: str) -> None:
        door, size = self.server.door, self._number("Upload-Length")
        offset = door.offset(name)
        if self._number("Upload-Offset") != offset or self._unread < 0 or offset + self._unread > size:
            self._refuse(_CONFLICT, offset)
            return
        if self._unread > _MOST_A_REQUEST:
            self._refuse(_TOO_LARGE, offset)
            return
        if size > endpoints.MAX_BUNDLE_BYTES or not door.takes(name) or not door.has_room(size - offset):
            self._refuse(_FULL, offset)
            return
        if not (door.folder / name).exists():
            offset = self._append(door.part(name))
            if offset == size and not self._finish(name):
                self._answer(_CONFLICT, 0)
                return
        self._answer(_NO_CONTENT, offset)

    def _append(self, part: Path) -> int:
        with part.open("ab") as file:
            try:
                while self._unread and (block := self.rfile.read(min(self._unread, _BLOCK))):
                    self._unread -= len(block)
                    file.write(block)
            finally:
                file.flush()
                os.fsync(file.fileno())
            self.close_connection = self.close_connection or self._unread > 0
            return file.tell()

    def _finish(self, name: str) -> bool:
        part = self.server.door.part(name)
        if sha256_of(part) != name:
            part.unlink()
            return False
        replace_durably(part, self.server.door.folder / name)
        self.server.door.received(name)
        return True

    def _name(self) -> str | None:
        if not self.server.door.admits(self.headers.get("Authorization", "")):
            self._refuse(_FORBIDDEN)
            return None
        self.server.guests.prove(self.connection)
        found = _PATH.fullmatch(self.path)
        if found is None:
            self._refuse(_NOT_FOUND)
            return None
        return found[1]

    def _refuse(self, status: int, offset: int | None = None) -> None:
        """What is on its way is read first: a link that is closed on it would lose the answer too."""
        left = min(self._unread, _MOST_UNREAD)
        while left > 0 and (block := self.rfile.read(min(left, _BLOCK))):
            left -= len(block)
        self.close_connection = True
        self._answer(status, offset)

    def _number(self, header: str) -> int:
        text = self.headers.get(header, "")
        return int(text) if text.isdecimal() and len(text) < 16 else -1

    def _answer(self, status: int, offset: int | None = None) -> None:
        self.send_response(status)
        if status != _NO_CONTENT:
            self.send_header("Content-Length", "0")
        if offset is not None:
            self.send_header("Upload-Offset", str(offset))
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: standard error is for people."""
