"""A server that dies by SIGKILL and rises in a few milliseconds, so that thousands of deaths fit in a test.

The parent has Django loaded, no database open, and the listening socket: while the server is dead, tablets wait or
are reset as with a real one. A death that was planned with `die_at` is noticed here and a new child takes over.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any, NoReturn

_turn = threading.Lock()


def run(do: Callable[[str], str]) -> NoReturn:
    """Say the address, then serve and obey until the input ends. `kill`: a new child; `pid`: whose it is now."""
    import sync.server.urls  # noqa: F401 - loaded once, for all children
    from sync.server.wsgi import application
    from tests.sync.client import planted

    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    _say(json.dumps(f"http://127.0.0.1:{listener.getsockname()[1]}"))
    child = _Child(listener, application, do)
    while True:
        ready, _, _ = select.select([sys.stdin, child.pipe], [], [])
        if child.pipe in ready:
            child = child.followed()
        if sys.stdin not in ready:
            continue
        line = sys.stdin.readline()
        if not line:
            os.kill(child.pid, signal.SIGKILL)
            sys.exit(0)
        asked = json.loads(line)
        if asked["do"] == "plant":  # in the parent, so that every later child has it too
            planted.plant(asked["bug"])
        if asked["do"] == "pid":
            _say(str(child.pid))
            continue
        if asked["do"] in ("kill", "plant"):
            os.kill(child.pid, signal.SIGKILL)
            child = child.followed()
            _say("null")
            continue
        while (answer := child.ask(line)) is None:
            child = child.followed()
        _say(answer)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class _Child:
    """One life of the server."""

    def __init__(self, listener: socket.socket, application: Any, do: Callable[[str], str]) -> None:
        self._made_of = (listener, application, do)
        self.pipe, other = socket.socketpair()
        self.pid = os.fork()
        if not self.pid:
            self.pipe.close()
            try:
                _live(*self._made_of, other)
            finally:
                os._exit(1)
        other.close()
        self._answers = self.pipe.makefile()

    def ask(self, line: str) -> str | None:
        """Its answer; None when it died before."""
        try:
            self.pipe.sendall(line.encode())
            return self._answers.readline().strip() or None
        except OSError:
            return None

    def followed(self) -> _Child:
        """The next one, once this one is dead."""
        os.waitpid(self.pid, 0)
        self._answers.close()
        self.pipe.close()
        return _Child(*self._made_of)


def _live(listener: socket.socket, application: Any, do: Callable[[str], str], orders: socket.socket) -> None:
    from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

    from django.db import connections

    from tests.sync.client import mortal

    mortal.watch()

    class Silent(WSGIRequestHandler):
        timeout = 5

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    class InTurn(WSGIServer):
        def finish_request(self, request: Any, client_address: Any) -> None:
            with _turn:
                super().finish_request(request, client_address)
                connections.close_all()

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A cut link."""

    server = InTurn(("127.0.0.1", 0), Silent, bind_and_activate=False)
    server.socket.close()
    server.socket = listener
    server.server_name, server.server_port = "127.0.0.1", listener.getsockname()[1]
    server.setup_environ()
    server.set_app(application)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    for line in orders.makefile():
        asked = json.loads(line)
        if asked["do"] == "die_at":
            mortal.die_at(asked["number"])
            answer = "null"
        else:
            with _turn:
                answer = do(line)
        orders.sendall(f"{answer}\n".encode())
