"""A slow, far or flaky link in a process of its own: a TCP proxy with a rate, a delay and losses.

netem is not in every kernel, so the link is shaped here. Each way has one rate, shared by all connections as packets
take turns. A lost packet costs its bytes again and holds up what follows it on the same connection for one round trip,
as the receiver waits for it; other connections go on. In a life/dead cycle all connections are reset at once.
"""

from __future__ import annotations

import contextlib
import json
import queue
import random
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PACKET = 1460
_WINDOW_S = 1.0  # what one connection may have under way, in seconds of the link
_RESET = struct.pack("ii", 1, 0)


@dataclass(frozen=True, kw_only=True)
class Shape:
    """Bits a second each way, seconds there and back, the share of packets lost, and seconds between resets."""

    up: float
    down: float
    rtt: float
    loss: float = 0.0
    life: float = 0.0
    dead: float = 0.0

    def carries(self, count: int) -> float:
        """Seconds that so many bytes upwards take on it, with nothing wasted but what is lost."""
        living = self.life / (self.life + self.dead) if self.life else 1.0
        return count * 8 / self.up / (1 - self.loss) / living


class _Way:
    """One direction of the link, shared."""

    def __init__(self, rate: float, shape: Shape, dice: random.Random) -> None:
        self.rate = rate / 8
        self.shape = shape
        self._dice = dice
        self._guard = threading.Lock()
        self._free_at = 0.0
        self.bytes = 0

    def takes(self, count: int) -> float:
        """Waits until the link has taken that packet; when it arrives at the other end."""
        with self._guard:
            lost = self._dice.random() < self.shape.loss
            begin = max(time.monotonic(), self._free_at)
            self._free_at = begin + count * (2 if lost else 1) / self.rate
            self.bytes += count
            taken = self._free_at
        time.sleep(max(0.0, taken - time.monotonic()))
        return taken + self.shape.rtt / 2 + (self.shape.rtt if lost else 0.0)


class Link:
    """Listens until its process ends."""

    def __init__(self, to: str, shape: Shape) -> None:
        parts = urlsplit(to)
        self._to = (parts.hostname or "", parts.port or 80)
        dice = random.Random(7)
        self.up, self.down = _Way(shape.up, shape, dice), _Way(shape.down, shape, dice)
        self._shape = shape
        self._ends: set[socket.socket] = set()
        self._guard = threading.Lock()
        self.connections = 0
        self.alive = True
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(64)
        threading.Thread(target=self._accept, daemon=True).start()
        if shape.life:
            threading.Thread(target=self._live_and_die, daemon=True).start()

    def _accept(self) -> None:
        while True:
            client, _ = self.listener.accept()
            if not self.alive:
                _kill(client)
                continue
            self.connections += 1
            threading.Thread(target=self._open, args=(client,), daemon=True).start()

    def _open(self, client: socket.socket) -> None:
        time.sleep(self._shape.rtt)  # a connection stands after one round trip
        server = socket.create_connection(self._to)
        with self._guard:
            self._ends |= {client, server}
        for way, source, sink in ((self.up, client, server), (self.down, server, client)):
            pipe: queue.Queue[tuple[float, bytes]] = queue.Queue(max(8, int(way.rate * _WINDOW_S / PACKET)))
            threading.Thread(target=self._take, args=(way, source, pipe), daemon=True).start()
            threading.Thread(target=self._deliver, args=(sink, source, pipe), daemon=True).start()

    def _take(self, way: _Way, source: socket.socket, pipe: queue.Queue[tuple[float, bytes]]) -> None:
        latest = 0.0
        with contextlib.suppress(OSError):
            while block := source.recv(PACKET):
                latest = max(latest, way.takes(len(block)))
                pipe.put((latest, block))
        pipe.put((latest, b""))

    def _deliver(self, sink: socket.socket, source: socket.socket, pipe: queue.Queue[tuple[float, bytes]]) -> None:
        with contextlib.suppress(OSError):
            while True:
                at, block = pipe.get()
                time.sleep(max(0.0, at - time.monotonic()))
                if not block:
                    break
                sink.sendall(block)
        with self._guard:
            self._ends -= {sink, source}
        for each in (sink, source):
            _kill(each)

    def _live_and_die(self) -> None:
        while True:
            time.sleep(self._shape.life)
            self.alive = False
            with self._guard:
                ends, self._ends = self._ends, set()
            for each in ends:
                _kill(each)
            time.sleep(self._shape.dead)
            self.alive = True


def _kill(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def linked(to: str, shape: Shape) -> Iterator[Far]:
    """A link of that shape to that address, until the block ends."""
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__)), to, json.dumps(asdict(shape))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Far(process)
    finally:
        process.kill()
        process.wait()


class Far:
    """The link seen from the tablet's side."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.url = str(self._ask(None))

    def counts(self) -> dict[str, int]:
        """Bytes up and down and connections so far."""
        told: dict[str, int] = self._ask("counts")
        return told

    def _ask(self, what: str | None) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if what is not None:
            self._process.stdin.write(what + "\n")
            self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


def _main(to: str, shape: str) -> None:
    link = Link(to, Shape(**json.loads(shape)))
    _say(f"http://127.0.0.1:{link.listener.getsockname()[1]}")
    for _ in sys.stdin:
        _say({"up": link.up.bytes, "down": link.down.bytes, "connections": link.connections})


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _main(*sys.argv[1:])
