"""A link that fails on purpose: a TCP proxy between tablet and server that counts, cuts, drops, repeats and lies.

It reads just enough HTTP to know where a request begins, so that a fault can be planned for one kind of request.
"""

from __future__ import annotations

import contextlib
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

_REQUEST = re.compile(rb"^([A-Z]+) (\S+) HTTP/1\.1\r\n")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_BLOCK = 16 * 1024
_RESET = struct.pack("ii", 1, 0)


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What happens to the next request whose line contains `to`; each fault happens once.

    `cut_request`, `cut_answer`: the link dies once so many bytes have passed that way. `drop_answer`: the server did
    it, nobody hears. `repeat`: the server gets the request twice. `page`: something else answers in its place.
    `meanwhile`: done once the server has answered, before the tablet hears it. `first`: done before it is passed on.
    `late`: the link dies and the request stays on its way, until `deliver_late`. `flip`: a bit of the body's byte at
    that place is turned. `hold`: seconds until the answer is passed on. `drip`: so many bytes at a time, slowly.
    `end_request`: the server reads an end after so many bytes, and its answer comes through.
    """

    to: str = ""
    cut_request: int | None = None
    end_request: int | None = None
    cut_answer: int | None = None
    drop_answer: bool = False
    repeat: bool = False
    late: bool = False
    flip: int | None = None
    delay: float = 0
    hold: float = 0
    drip: int | None = None
    page: bytes | None = None
    first: Callable[[], object] | None = None
    meanwhile: Callable[[], object] | None = None


class Proxy:
    """Listens on a loopback port until closed. `to` may change while it runs: a restarted server has a new port."""

    def __init__(self, to: str) -> None:
        self.to = to
        self.down = False
        self.always: bytes | None = None
        self.life: Callable[[], int] | None = None
        # Seconds a block of 16 kB takes. Without it a cut finds megabytes in the kernel's buffers, as no link has.
        self.pace = 0.0
        self.forget()
        self.late: list[bytes] = []
        self._faults: list[Fault] = []
        self._guard = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._sockets: set[socket.socket] = set()
        self._accepting = threading.Thread(target=self._accept, name="proxy", daemon=True)
        self._accepting.start()

    def forget(self) -> None:
        """Count from here."""
        self.requests: list[str] = []
        self.connections = 0
        self.up = 0
        self.back = 0
        self.media_up = 0

    def plan(self, *faults: Fault) -> None:
        """Let these happen, each once."""
        with self._guard:
            self._faults.extend(faults)

    def heal(self) -> None:
        """A good link from now on."""
        with self._guard:
            self._faults.clear()
        self.down, self.always, self.life, self.pace = False, None, None, 0.0

    def break_off(self) -> None:
        """The network is gone, also for what is under way, until it heals."""
        self.down = True
        for each in list(self._sockets):
            _reset(each)

    def deliver_late(self, chosen: int) -> None:
        """One of the requests that were held back reaches the server after all; nobody waits for its answer."""
        with self._guard:
            request = self.late.pop(chosen % len(self.late))
        with contextlib.suppress(OSError):
            _say_again(self.to, request)

    @property
    def planned(self) -> int:
        """How many faults have not happened yet."""
        return len(self._faults)

    def close(self) -> None:
        """End it, and every connection."""
        # A plain close would leave accept() waiting for ever.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._accepting.join()
        for each in list(self._sockets):
            _reset(each)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.down:
                _reset(client)
                continue
            self.connections += 1
            self._sockets.add(client)
            threading.Thread(target=_Link(self, client).run, daemon=True).start()

    def _next(self, line: str) -> Fault:
        with self._guard:
            for fault in self._faults:
                if fault.to in line:
                    self._faults.remove(fault)
                    return fault
        return Fault()


class _Link:
    """One connection of the tablet, and ours to the server."""

    def __init__(self, proxy: Proxy, client: socket.socket) -> None:
        self._proxy = proxy
        self._client = client
        self._server: socket.socket | None = None
        self._fault = Fault()
        self._is_media = False
        self._sent = self._answered = 0
        self._request = bytearray()
        self._left = proxy.life() if proxy.life is not None else None

    def run(self) -> None:
        """Carry what the tablet sends; another thread carries what comes back."""
        try:
            while block := self._client.recv(_BLOCK):
                if not self._pass_on(block):
                    return
        except OSError:
            pass
        finally:
            self._cut()

    def _pass_on(self, block: bytes) -> bool:
        if begun := _REQUEST.match(block):
            line = b" ".join(begun.groups()).decode()
            self._proxy.requests.append(line)
            self._fault = self._proxy._next(line)
            self._is_media = "/media" in line
            self._sent = self._answered = 0
            self._request.clear()
            page = self._fault.page or self._proxy.always
            if page is not None:
                self._client.sendall(page)
                return False
            time.sleep(self._fault.delay)
            if self._fault.first is not None:
                self._fault.first()
        if self._fault.late or self._fault.flip is not None:
            return self._altered(block)
        if self._fault.end_request is not None:
            return self._ended(block, self._fault.end_request)
        if self._fault.drip is not None:
            return all(self._forward(piece) for piece in _pieces(block, self._fault.drip))
        return self._forward(block)

    def _altered(self, block: bytes) -> bool:
        """The whole request is awaited, then kept back or passed on with one bit turned."""
        self._request += block
        if (body := _body_of(self._request)) is None:
            return True
        whole, self._request = self._request, bytearray()
        if self._fault.late:
            self._proxy.late.append(bytes(whole))
            return False
        if body < len(whole):
            whole[body + (self._fault.flip or 0) % (len(whole) - body)] ^= 1
        return self._forward(bytes(whole))

    def _ended(self, block: bytes, after: int) -> bool:
        """What comes after that byte is read and let go: the tablet hears the answer, as on a link that is slow."""
        if self._sent < after:
            self._forward(block[: after - self._sent])
            if self._sent == after and self._server is not None:
                self._server.shutdown(socket.SHUT_WR)
        return True

    def _forward(self, block: bytes) -> bool:
        if self._server is None:
            self._server = _connect(self._proxy.to)
            self._proxy._sockets.add(self._server)
            threading.Thread(target=self._carry_back, args=(self._server,), daemon=True).start()
        room = self._room()
        time.sleep(self._proxy.pace)
        if self._fault.repeat:  # before the server can answer
            self._request += block[:room]
        passed = min(len(block), room)
        # Counted first: whoever has the answer finds all of it counted.
        self._proxy.up += passed
        self._proxy.media_up += passed if self._is_media else 0
        self._server.sendall(block[:room])
        self._sent += passed
        if self._left is not None:
            self._left -= passed
        return passed == len(block) and self._room() > 0

    def _room(self) -> int:
        rooms = [1 << 60]
        if self._fault.cut_request is not None:
            rooms.append(self._fault.cut_request - self._sent)
        if self._left is not None:
            rooms.append(self._left)
        return max(0, min(rooms))

    def _carry_back(self, server: socket.socket) -> None:
        try:
            while block := server.recv(_BLOCK):
                fault = self._fault
                if fault.repeat and not self._answered:
                    _say_again(self._proxy.to, bytes(self._request))
                if fault.meanwhile is not None and not self._answered:
                    fault.meanwhile()
                if fault.drop_answer:
                    break
                time.sleep(fault.hold)
                if fault.cut_answer is not None:
                    block = block[: max(0, fault.cut_answer - self._answered)]
                    self._client.sendall(block)
                    self._answered += len(block)
                    if self._answered >= fault.cut_answer:
                        break
                    continue
                self._proxy.back += len(block)
                self._client.sendall(block)
                self._answered += len(block)
        except OSError:
            pass
        finally:
            self._cut()

    def _cut(self) -> None:
        for each in (self._client, self._server):
            if each is not None:
                self._proxy._sockets.discard(each)
                _reset(each)


def _connect(url: str) -> socket.socket:
    parts = urlsplit(url)
    return socket.create_connection((parts.hostname or "", parts.port or 80), timeout=None)


def _say_again(url: str, request: bytes) -> None:
    """The same request once more, on another connection; its answer is nobody's."""
    with _connect(url) as again:
        again.sendall(request)
        again.recv(_BLOCK)


def _body_of(request: bytes | bytearray) -> int | None:
    """Where the body begins, once all of it is there."""
    head, blank, body = bytes(request).partition(b"\r\n\r\n")
    length = _LENGTH.search(head)
    whole = blank and len(body) >= (int(length.group(1)) if length else 0)
    return len(head) + len(blank) if whole else None


def _pieces(block: bytes, size: int) -> Iterator[bytes]:
    for at in range(0, len(block), size):
        time.sleep(0.001)
        yield block[at : at + size]


def _reset(end: socket.socket) -> None:
    """As a link that dies: no farewell, and what was not read is lost."""
    with contextlib.suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


def page(status: str, kind: str, body: bytes, *more: str) -> bytes:
    """A whole HTTP answer that no GUP server gave."""
    head = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", "Connection: close", *more]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


PORTAL = page("200 OK", "text/html", b"<html>Bienvenue sur le Wi-Fi de la gare</html>")
BAD_GATEWAY = page("502 Bad Gateway", "text/html", b"<h1>502 Bad Gateway</h1>")
SERVER_ERROR = page("500 Internal Server Error", "text/html", b"<h1>500</h1>")
TOO_LARGE = page("413 Request Entity Too Large", "text/html", b"<h1>413</h1>")
TOO_MANY = page("429 Too Many Requests", "text/html", b"<h1>429</h1>", "Retry-After: 5")
UNAVAILABLE = page("503 Service Unavailable", "text/html", b"<h1>503</h1>", "Retry-After: 5")
