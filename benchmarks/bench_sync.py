"""A whole sync of reports and photos over loopback beside a raw transfer of the same bytes and a plain tus client.

The load of the goal (1,000 reports, 1,500 photos of 384 kB) divided by SCALE. CPU counts both sides. The raw transfer:
sendfile into a process that hashes, writes, fsyncs and renames each photo.
"""

from __future__ import annotations

import base64
import hashlib
import json
import lzma
import os
import resource
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import requests

from benchmarks.gup_server import Server, sqlite_server
from benchmarks.sync_parts import PHOTO_BYTES, PHOTOS, REPORTS, fill, tablet
from sync.client.engine import Engine
from sync.protocol import endpoints
from walker.store import Store

SCALE = 10
SMALL, LARGE = 40, 160  # photos in the queue whose memory is compared
CHUNK = 64 * 1024
PACE_S = (
    0.004  # a block of 32 kB until the cut: without it the cut finds megabytes in the kernel's buffers, as no link has
)
IDLE_BYTES = 700
MEMORY_MB = 30
_BLOCK = 256 * 1024


def run() -> list[dict[str, str | float]]:
    """Time and CPU, then bytes, then a cut, an idle sync, and memory."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name, sqlite_server(Path(name)) as server:
        folder = Path(name)
        return [*_time_and_cpu(folder, server), *_bytes(folder, server), _cut(folder, server), _memory(folder, server)]


def _time_and_cpu(folder: Path, server: Server) -> list[dict[str, str | float]]:
    store = tablet(folder / "t", server)
    fill(store, REPORTS // SCALE, PHOTOS // SCALE, PHOTO_BYTES)
    files = _full_sizes(store)
    limit_wall, limit_cpu = _raw(folder / "raw", files)
    wall, cpu = _spent(server)
    peer_wall, peer_cpu = wall, cpu
    result = Engine(store.outbox).sync()
    assert (result.fault, result.backlog.left) == (None, 0), result
    ours_wall, ours_cpu = (after - before for after, before in zip(_spent(server), (wall, cpu), strict=True))
    again = _raw(folder / "raw2", files)
    limit_wall, limit_cpu = (limit_wall + again[0]) / 2, (limit_cpu + again[1]) / 2
    store.close()
    other = tablet(folder / "p", server)
    fill(other, 1, PHOTOS // SCALE, PHOTO_BYTES, seed=8)
    Engine(other.outbox, full_sizes=False).sync()
    wall, cpu = _spent(server)
    plain_tus(other)
    peer_wall, peer_cpu = (after - before for after, before in zip(_spent(server), (wall, cpu), strict=True))
    other.close()

    def each(seconds: float) -> float:
        return seconds / (PHOTOS // SCALE) * 1000

    what = f"{REPORTS // SCALE} reports and {PHOTOS // SCALE} photos of 384 kB"
    return [
        {
            "goal": f"sync of {what}, loopback / sendfile + sha256 + fsync + rename of the photos: wall",
            "limit_s": limit_wall,
            "ours_s": ours_wall,
            "ratio": ours_wall / limit_wall,
            "target": 2.5,
            "note": f"a plain tus client (two round trips a photo, photos alone): {peer_wall / limit_wall:.1f}",
        },
        {
            "goal": f"sync of {what}, loopback / the same: CPU of both sides",
            "limit_s": limit_cpu,
            "ours_s": ours_cpu,
            "ratio": ours_cpu / limit_cpu,
            "target": 3.0,
            "note": f"the plain tus client: {peer_cpu / limit_cpu:.1f}; a photo with its records takes "
            f"{each(ours_cpu):.1f} ms, in the raw transfer {each(limit_cpu):.1f}",
        },
    ]


def _spent(server: Server) -> tuple[float, float]:
    return time.perf_counter(), time.process_time() + server.cpu_seconds()


def _full_sizes(store: Store) -> list[Path]:
    rows = store.database.query("SELECT sha256 FROM media WHERE preview = 0")
    return [store.photos.media.path(row["sha256"]) for row in rows]


def _raw(folder: Path, files: list[Path]) -> tuple[float, float]:
    """Wall and CPU seconds of both sides: one connection, nothing but the bytes."""
    folder.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start, cpu = time.perf_counter(), time.process_time()
        child = os.fork()
        if child == 0:
            _receive(listener, folder)
            os._exit(0)
        with socket.create_connection(listener.getsockname()) as link:
            for path in files:
                with path.open("rb") as file:
                    size = os.fstat(file.fileno()).st_size
                    link.sendall(struct.pack(">I", size))
                    sent = 0
                    while sent < size:
                        sent += os.sendfile(link.fileno(), file.fileno(), sent, size - sent)
        os.waitpid(child, 0)
        wall, cpu = time.perf_counter() - start, time.process_time() - cpu
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, cpu + after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _receive(listener: socket.socket, folder: Path) -> None:
    link, _ = listener.accept()
    block = bytearray(_BLOCK)
    view = memoryview(block)
    head = bytearray()
    while True:
        while len(head) < 4:
            got = link.recv(4 - len(head))
            if not got:
                return
            head += got
        (left,) = struct.unpack(">I", head)
        head.clear()
        seen = hashlib.sha256()
        aside = folder / "part"
        with aside.open("wb", buffering=0) as file:
            while left:
                count = link.recv_into(view, min(left, _BLOCK))
                seen.update(view[:count])
                file.write(view[:count])
                left -= count
            os.fsync(file.fileno())
        aside.rename(folder / seen.hexdigest())


def plain_tus(store: Store) -> None:
    """As the usual client does it: POST, then PATCH, photo after photo, on one kept-alive connection."""
    enrolment = store.outbox.enrolment()
    assert enrolment is not None
    with requests.Session() as session:
        session.headers.update({"Authorization": f"Bearer {enrolment.token}", "Tus-Resumable": endpoints.TUS_VERSION})
        for medium in store.outbox.media_outgoing():
            named = base64.b64encode(medium.sha256.encode()).decode()
            made = session.post(
                f"{enrolment.url}/{endpoints.MEDIA}",
                headers={
                    "Upload-Length": str(medium.size),
                    "Upload-Metadata": f"sha256 {named}",
                    "Content-Length": "0",
                },
            )
            assert made.status_code == 201, made.text
            with medium.path.open("rb") as file:
                sent = session.patch(
                    f"{enrolment.url}/{endpoints.MEDIA}/{medium.sha256}",
                    data=file,
                    headers={"Upload-Offset": "0", "Content-Type": endpoints.TUS_TYPE},
                )
            assert sent.status_code == 204, sent.text


def _bytes(folder: Path, server: Server) -> list[dict[str, str | float]]:
    with _counted(server.url) as link:
        store = tablet(folder / "b", server, link.url)
        media = fill(store, REPORTS // SCALE, PHOTOS // SCALE, PHOTO_BYTES, seed=9)
        bodies = [bytes(row["body"]) for row in store.database.query("SELECT body FROM records")]
        link.forget()
        Engine(store.outbox, full_sizes=False).sync()
        pushed = link.of_push
        Engine(store.outbox).sync()
        both = link.up + link.back
        link.forget()
        Engine(store.outbox).sync()
        idle, requests_ = link.up + link.back, link.requests
        store.close()
    plain = sum(len(body) for body in bodies)
    packed = len(lzma.compress(b"\n".join(bodies), preset=9))
    return [
        {
            "goal": "bytes on the wire, both ways / photos, previews and xz-9 of the records",
            "limit_s": (media + packed) / 1e6,
            "ours_s": both / 1e6,
            "unit": "MB",
            "ratio": both / (media + packed),
            "target": 1.02,
            "note": "headers, answers and acknowledgements included; xz-9 stands in for zstd-19, which packs less",
        },
        {
            "goal": "bytes of the records in a push / their JSON",
            "limit_s": plain / 1e3,
            "ours_s": pushed / 1e3,
            "unit": "kB",
            "ratio": pushed / plain,
            "target": 0.25,
            "note": f"with requests' headers; xz-9 of the bare records: {packed / plain:.2f}; "
            "most of the rest is what nothing packs: sha256 of each record and picture, ids",
        },
        {
            "goal": f"nothing to do: bytes both ways / {IDLE_BYTES}",
            "limit_s": IDLE_BYTES,
            "ours_s": idle,
            "unit": "bytes",
            "ratio": idle / IDLE_BYTES,
            "target": 1.0,
            "note": f"{requests_} request",
        },
    ]


class _Counter:
    """A link that counts, and dies once after `cut` bytes upwards in all."""

    def __init__(self, to: str) -> None:
        parts = urlsplit(to)
        self._to = (parts.hostname or "", parts.port or 80)
        self.cut: int | None = None
        self.forget()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self._ends: set[socket.socket] = set()
        threading.Thread(target=self._accept, daemon=True).start()

    def forget(self) -> None:
        self.up = self.back = self.requests = self.of_push = self.of_media = 0

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(self._to)
            self._ends |= {client, server}
            threading.Thread(target=self._carry, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self._carry, args=(server, client, False), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, up: bool) -> None:
        pushing = media = False
        try:
            while block := source.recv(_BLOCK // 8):
                if up:
                    if block[:5] in (b"POST ", b"PATCH", b"HEAD "):
                        self.requests += 1
                        line = block[: block.find(b"\r\n")]
                        pushing, media = endpoints.PUSH.encode() in line, endpoints.MEDIA.encode() in line
                    self.up += len(block)
                    self.of_push += len(block) if pushing else 0
                    self.of_media += len(block) if media else 0
                    if self.cut is None:
                        pass
                    elif self.of_media < self.cut:
                        time.sleep(PACE_S)
                    else:
                        self.cut = None
                        for each in self._ends:
                            _reset(each)
                        return
                else:
                    self.back += len(block)
                sink.sendall(block)
        except OSError:
            pass
        finally:
            for each in (source, sink):
                _reset(each)


def _reset(end: socket.socket) -> None:
    try:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


@contextmanager
def _counted(to: str) -> Iterator[_Counter]:
    counter = _Counter(to)
    try:
        yield counter
    finally:
        counter.listener.close()


def _cut(folder: Path, server: Server) -> dict[str, str | float]:
    """All connections die when half of the photos' bytes have passed."""
    with _counted(server.url) as link:
        store = tablet(folder / "c", server, link.url)
        fill(store, 1, PHOTOS // SCALE, PHOTO_BYTES, seed=10)
        link.forget()
        full = PHOTOS // SCALE * PHOTO_BYTES
        link.cut = full // 2
        for _ in range(3):
            Engine(store.outbox).sync()
        assert store.outbox.backlog().left == 0
        store.close()
        again = max(0, link.of_media - full - 700 * (PHOTOS // SCALE))
    return {
        "goal": "bytes sent again after a cut of all connections at half / one chunk of 64 kB a connection",
        "limit_s": 3 * CHUNK / 1e3,
        "ours_s": again / 1e3,
        "unit": "kB",
        "ratio": again / (3 * CHUNK),
        "target": 1.0,
        "note": "over 3 connections; 700 bytes of headers a request are taken off",
    }


def _memory(folder: Path, server: Server) -> dict[str, str | float]:
    grown = {}
    for photos in (SMALL, LARGE):
        data = folder / f"m{photos}"
        store = tablet(data, server)
        fill(store, photos, photos, PHOTO_BYTES, seed=photos)
        store.close()
        asked = [sys.executable, "-c", _MEASURED, str(data)]
        ran = subprocess.run(asked, capture_output=True, text=True, check=True)
        grown[photos] = json.loads(ran.stdout)
    return {
        "goal": f"memory of a sync over the idle store, {LARGE} photos wait",
        "limit_s": MEMORY_MB,
        "ours_s": grown[LARGE],
        "unit": "MB",
        "ratio": grown[LARGE] / MEMORY_MB,
        "target": 1.0,
        "note": f"peak of the process, modules of the client included; {SMALL} photos: {grown[SMALL]:.1f} MB",
    }


_MEASURED = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from walker.store import open_store
def status(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))

with open_store(Path(sys.argv[1]), clock=lambda: datetime.now(UTC)) as store:
    store.outbox.backlog()
    idle = status("VmRSS")
    from sync.client.engine import Engine
    result = Engine(store.outbox).sync()
    assert result.backlog.left == 0, result
    print(json.dumps((status("VmHWM") - idle) / 1024))
"""


if __name__ == "__main__":
    for row in run():
        print(row)  # noqa: T201 - run by hand
