"""A proxy between tablet and server as many are set up: it passes a request on only once it has all of it."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class GatheringProxy(ThreadingHTTPServer):
    """`limit`: the largest body it takes (413 otherwise). `life`: a body that is longer dies with its link after that
    much, and nothing of it arrives. `harm(request line)`: whether a byte of this one is changed on its way."""

    def __init__(self, to: str, *, limit: int = 1 << 40, life: int = 1 << 40) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.to = to
        self.limit = limit
        self.life = life
        self.harm: Callable[[str], bool] = lambda line: False
        self.bodies: list[tuple[str, int]] = []
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: GatheringProxy
    protocol_version = "HTTP/1.1"

    def _pass_on(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        line = f"{self.command} {self.path}"
        self.server.bodies.append((line, length))
        if length > self.server.limit:
            self.rfile.read(length)
            self._say(413, {"Content-Type": "text/html"}, b"<h1>413 Request Entity Too Large</h1>")
            return
        body = bytearray(self.rfile.read(min(length, self.server.life)))
        if length > self.server.life:
            self.close_connection = True
            return
        if body and self.server.harm(line):
            body[len(body) // 2] ^= 1
        link = http.client.HTTPConnection(urlsplit(self.server.to).netloc)
        link.request(self.command, self.path, bytes(body), dict(self.headers))
        answer = link.getresponse()
        self._say(answer.status, dict(answer.getheaders()), answer.read())
        link.close()

    do_POST = do_HEAD = do_PATCH = _pass_on

    def _say(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            if name.lower() not in ("connection", "content-length", "transfer-encoding"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence: the test says what matters."""
