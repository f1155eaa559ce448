"""A visitor who sends slowly or not at all does not keep the others from being answered."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from running import Server

from sync.protocol import messages
from sync.server.commands.serve import THREADS

HALF_REQUESTS = [
    b"POST /login HTTP/1.1\r\nHost: localhost\r\nCookie: csrftoken=" + b"a" * 32 + b"\r\nContent-Length: 1000\r\n\r\nx",
    b"POST /api/v1/enrol HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{",
    b"GET /login HTTP/1.1\r\nHost: local",
]


def test_as_many_half_requests_as_threads_do_not_stop_the_server(
    start_server: Callable[[Path], Server], tmp_path: Path
) -> None:
    running = start_server(tmp_path / "data")
    tablet = running.tablet()
    host = urlsplit(running.url)
    with ExitStack() as kept:
        idle = [
            kept.enter_context(closing(socket.create_connection((host.hostname, host.port))))
            for _ in range(THREADS + len(HALF_REQUESTS))
        ]
        for number, connection in enumerate(idle):
            connection.sendall(HALF_REQUESTS[number % len(HALF_REQUESTS)])
        time.sleep(1)
        stopped = threading.Event()
        trickle = threading.Thread(target=_trickle, args=(idle[0], stopped))
        trickle.start()
        try:
            began = time.monotonic()
            answered = _hello_within(40, tablet.hello)
            assert answered.message(messages.HelloAnswer).epoch == tablet.epoch
            assert time.monotonic() - began < 40
        finally:
            stopped.set()
            trickle.join()


def _trickle(connection: socket.socket, stopped: threading.Event) -> None:
    """A byte now and then is no request either."""
    while not stopped.wait(2):
        try:
            connection.sendall(b"x")
        except OSError:
            return


def _hello_within(seconds: float, hello: Callable[[], object]) -> object:
    """Each try waits 20 s at most, as its link does."""
    end = time.monotonic() + seconds
    while True:
        try:
            return hello()
        except TimeoutError:
            if time.monotonic() > end:
                pytest.fail("no answer")
