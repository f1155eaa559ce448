"""The same sync over links of the field: slow and lossy, and flaky; beside what the link carries and a raw stream.

The links are shaped in a proxy (shaped_link.py says how). Photos are smaller than the goal's by PHOTO_SCALE so that a
run takes minutes, which makes a round trip for each photo weigh more, not less.
"""

from __future__ import annotations

import socket
import struct
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.bench_sync import plain_tus
from benchmarks.gup_server import Server, sqlite_server
from benchmarks.shaped_link import Shape, linked
from benchmarks.sync_parts import PHOTO_BYTES, PREVIEW_BYTES, fill, tablet
from sync.client.engine import Engine, SyncResult
from walker.store import Store

PHOTO_SCALE = 4
REPORTS, PHOTOS = 20, 24
FLAKY_PHOTOS = 60
SLOW = Shape(up=256e3, down=1e6, rtt=0.3, loss=0.02)
FLAKY = Shape(up=16e6, down=16e6, rtt=0.1, life=3.0, dead=0.5)


def run() -> list[dict[str, str | float]]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name, sqlite_server(Path(name)) as server:
        return [*_slow(Path(name), server), *_flaky(Path(name), server)]


def _slow(folder: Path, server: Server) -> list[dict[str, str | float]]:
    triageable = [0.0]

    def progress(phase: str, done: int, total: int) -> None:
        if phase == "previews" and done == total:
            triageable[0] = time.perf_counter()

    with linked(server.url, SLOW) as link:
        store = tablet(folder / "s", server, link.url)
        fill(store, REPORTS, PHOTOS, PHOTO_BYTES // PHOTO_SCALE, seed=1)
        before, start = link.counts()["up"], time.perf_counter()
        result = Engine(store.outbox, progress=progress).sync()
        took, first = time.perf_counter() - start, triageable[0] - start
        assert (result.fault, result.backlog.left) == (None, 0), result
        up = link.counts()["up"] - before
        store.close()
    full = PHOTOS * (PHOTO_BYTES // PHOTO_SCALE)
    with linked(server.url, SLOW) as link:
        other = tablet(folder / "sp", server)
        fill(other, REPORTS, PHOTOS, PHOTO_BYTES // PHOTO_SCALE, seed=2)
        Engine(other.outbox, full_sizes=False).sync()
        other.settings.set("server_url", link.url)
        start = time.perf_counter()
        plain_tus(other)
        peer = time.perf_counter() - start
        other.close()
    useful = full + PHOTOS * PREVIEW_BYTES
    carries, small = SLOW.carries(useful), SLOW.carries(up - full)
    shape = "256 kbit/s up, RTT 300 ms, 2 % loss"
    return [
        {
            "goal": f"{shape}: until all is sent / the photos and previews alone at the rate of the link",
            "limit_s": carries,
            "ours_s": took,
            "ratio": took / carries,
            "target": round(1 / 0.95, 3),
            "note": f"share of the link used {carries / took:.2f} (goal 0.95); a plain tus client, full sizes alone: "
            f"{SLOW.carries(full) / peer:.2f}; {PHOTOS} photos of {PHOTO_BYTES // PHOTO_SCALE // 1000} kB",
        },
        {
            "goal": f"{shape}: until the last report is triageable (record and preview there) / its bytes at the rate",
            "limit_s": small,
            "ours_s": first,
            "ratio": first / small,
            "target": 1.5,
            "note": f"after {first / took:.0%} of the whole; a target of ours: hello, push, previews in turn",
        },
    ]


def _flaky(folder: Path, server: Server) -> list[dict[str, str | float]]:
    with linked(server.url, FLAKY) as link:
        store = tablet(folder / "f", server, link.url)
        fill(store, REPORTS, FLAKY_PHOTOS, PHOTO_BYTES, seed=3)
        before, start = link.counts(), time.perf_counter()
        lives = _sync_until_done(store)
        took = time.perf_counter() - start
        up = link.counts()["up"] - before["up"]
        store.close()
    full = FLAKY_PHOTOS * (PHOTO_BYTES + PREVIEW_BYTES)
    raw, raw_up = _raw_stream(full)
    shape = "16 Mbit/s, RTT 100 ms, reset every 3 s"
    return [
        {
            "goal": f"{shape}: until {FLAKY_PHOTOS} photos are sent / a raw resumable stream of as many bytes",
            "limit_s": raw,
            "ours_s": took,
            "ratio": took / raw,
            "target": round(1 / 0.9, 3),
            "note": f"{raw / took:.2f} of the stream (goal 0.90); {lives} syncs, one after another",
        },
        {
            "goal": f"{shape}: bytes sent / bytes of the photos and previews",
            "limit_s": full / 1e6,
            "ours_s": up / 1e6,
            "unit": "MB",
            "ratio": up / full,
            "target": 1.05,
            "note": f"the raw stream: {raw_up / full:.3f}; what a reset destroys on its way is counted",
        },
    ]


def _sync_until_done(store: Store) -> int:
    """As the window does it when the network is back, without its politeness of some seconds."""
    for number in range(1, 100):
        result: SyncResult = Engine(store.outbox).sync()
        if result.backlog.left == 0:
            return number
        time.sleep(0.2)
    raise AssertionError("it never ends")


def _raw_stream(size: int) -> tuple[float, int]:
    """The receiver says how much it has; the sender goes on from there. Seconds, and bytes up."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_take, args=(listener, size), daemon=True).start()
        with linked(f"http://127.0.0.1:{listener.getsockname()[1]}", FLAKY) as link:
            port = int(link.url.rpartition(":")[2])
            start = time.perf_counter()
            while not _sent(port, size):
                time.sleep(0.2)
            return time.perf_counter() - start, link.counts()["up"]


def _take(listener: socket.socket, size: int) -> None:
    have = 0
    while True:
        link, _ = listener.accept()
        try:
            link.sendall(struct.pack(">Q", have))
            while have < size and (block := link.recv(32 * 1024)):
                have += len(block)
            if have >= size:
                link.sendall(b"done")
        except OSError:
            continue


def _sent(port: int, size: int) -> bool:
    block = bytes(16 * 1024)
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as link:
            link.setsockopt(socket.IPPROTO_TCP, 25, 64 * 1024)
            offset = struct.unpack(">Q", link.recv(8, socket.MSG_WAITALL))[0]
            while offset < size:
                offset += link.send(block[: size - offset])
            return link.recv(4, socket.MSG_WAITALL) == b"done"
    except (OSError, struct.error):
        return False


if __name__ == "__main__":
    for row in run():
        print(row)  # noqa: T201 - run by hand
