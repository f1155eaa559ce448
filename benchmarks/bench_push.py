"""1,000 reports pushed over HTTP to a real `gup serve` on SQLite, beside the same bytes in bare transactions (FULL)."""

from __future__ import annotations

import os
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.client.enrol import enrol
from sync.client.transport import Transport
from sync.protocol import codec, ids, messages, times
from sync.protocol.records import Position, Record, Report, Stop

RECORDS = 1_000
BATCH = 100
TABLETS = 8
ROUNDS = 3
TOGETHER = 4
# 0.40 of the rows a second of bare executemany, written as a ratio of times.
TARGET = 2.5
FAIRNESS = 10.0
# What stands between a bare row and ours, for whoever reads a missed goal.
_WHY_REPORT = "each report also opens its handling, a line of history, a published view and a search for its address"
_WHY_STOP = "each record is parsed, hashed, judged, placed in its territory and numbered in the feed, over HTTP"


class Tablet:
    """Who enrols: an id and a key."""

    def __init__(self) -> None:
        self._id = ids.new_id()
        self._key = Ed25519PrivateKey.generate()

    def device_id(self) -> str:
        return self._id

    def public_key(self) -> bytes:
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        return self._key.sign(message)


def run() -> list[dict[str, str | float]]:
    """Reports, and stops that the office has nothing to do about, against the bare rows; then eight tablets at once."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name, _server(Path(name) / "gup") as (url, code):
        folder = Path(name)
        lines = [_enrolled(url, code()) for _ in range(TABLETS)]
        for _, transport in lines[:1]:  # the first request of a server loads what the others find loaded
            _send(transport, _batch(lines[0][0], _report))
        rows = [_row(folder, *lines[0], kind, why) for kind, why in ((_report, _WHY_REPORT), (_stop, _WHY_STOP))]
        waits = _together(lines)
        for _, transport in lines:
            transport.close()
    middle, slowest = statistics.median(waits), statistics.quantiles(waits, n=100)[98]
    return [
        *rows,
        {
            "goal": f"{TABLETS} tablets push {BATCH} reports a request at once: p99 / p50 of a request",
            "limit_s": middle,
            "ours_s": slowest,
            "ratio": slowest / middle,
            "target": FAIRNESS,
            "note": f"of {len(waits)} requests",
        },
    ]


@contextmanager
def _server(data: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    environment = {name: value for name, value in os.environ.items() if name not in ("GUP_DATA", "DATABASE_URL")}
    environment["GUP_GEOCODER_URL"] = "http://127.0.0.1:9"  # addresses are looked up by themselves, elsewhere
    gup = [sys.executable, "-m", "sync.server.cli"]
    process = subprocess.Popen(
        [*gup, "serve", "--data", str(data), "--bind", "127.0.0.1:0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    url = process.stdout.readline().strip()

    def code() -> str:
        done = subprocess.run(
            [*gup, "enrol-code", "--data", str(data)], capture_output=True, text=True, check=True, env=environment
        )
        return done.stdout.strip()

    try:
        yield url, code
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=10)


def _enrolled(url: str, code: str) -> tuple[str, Transport]:
    tablet = Tablet()
    answer = enrol(url, code, tablet)
    return tablet.device_id(), Transport(url, answer.token)


def _batch(writer: str, make: Callable[[str], Record]) -> list[messages.PushItem]:
    bodies = [codec.encode(make(writer)) for _ in range(BATCH)]
    return [messages.PushItem(hash=codec.sha256(body), body=body.decode()) for body in bodies]


def _row(
    folder: Path, writer: str, transport: Transport, make: Callable[[str], Record], why: str
) -> dict[str, str | float]:
    """Both take turns on the same disk."""
    limit: list[float] = []
    ours: list[float] = []
    words = make(writer).RECORD
    for number in range(ROUNDS):
        batches = [_batch(writer, make) for _ in range(RECORDS // BATCH)]
        limit.append(_bare(folder / f"{words}{number}.sqlite3", batches))
        start = time.perf_counter()
        for batch in batches:
            _send(transport, batch)
        ours.append(time.perf_counter() - start)
    limit_s, ours_s = statistics.median(limit), statistics.median(ours)
    return {
        "goal": f"push of {RECORDS} {words}s, {BATCH} a request, over HTTP / bare executemany of the same bytes, FULL",
        "limit_s": limit_s,
        "ours_s": ours_s,
        "ratio": ours_s / limit_s,
        "target": TARGET,
        "note": f"{RECORDS / ours_s:.0f} rows/s of {RECORDS / limit_s:.0f} = {limit_s / ours_s:.3f} (goal 0.40); {why}",
    }


def _send(transport: Transport, batch: list[messages.PushItem]) -> None:
    answer = transport.push(messages.PushRequest(records=tuple(batch)))
    refused = [outcome for outcome in answer.outcomes if outcome.outcome != messages.ACCEPTED]
    assert not refused, refused[:1]


def _together(lines: list[tuple[str, Transport]]) -> list[float]:
    """Seconds of each request while all tablets push at once."""
    prepared = [[_batch(writer, _report) for _ in range(TOGETHER)] for writer, _ in lines]
    waits: list[float] = []

    def work(transport: Transport, batches: list[list[messages.PushItem]]) -> None:
        for batch in batches:
            start = time.perf_counter()
            _send(transport, batch)
            waits.append(time.perf_counter() - start)

    threads = [
        threading.Thread(target=work, args=(transport, batches))
        for (_, transport), batches in zip(lines, prepared, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(waits) == len(lines) * TOGETHER, "a request failed"
    return waits


def _bare(file: Path, batches: list[list[messages.PushItem]]) -> float:
    """The same bytes in the same number of transactions, by SQLite alone."""
    bare = sqlite3.connect(file, isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE rows (hash TEXT PRIMARY KEY, body BLOB) STRICT")
    rows = [[(item.hash, item.body.encode()) for item in batch] for batch in batches]
    start = time.perf_counter()
    for part in rows:
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany("INSERT INTO rows VALUES (?, ?)", part)
        bare.execute("COMMIT")
    taken = time.perf_counter() - start
    bare.close()
    return taken


def _stop(writer: str) -> Stop:
    moment = times.now()
    return Stop(
        id=ids.new_id(),
        writer=writer,
        created_at=moment,
        updated_at=moment,
        walk_id=ids.new_id(),
        ordinal=0,
        position=Position(lat_e7=488867310, lon_e7=23553120, accuracy_cm=600),
        started_at=moment,
        name="Devant la supérette, à l’angle de la rue Myrha et de la rue des Poissonniers, côté impair.",
    )


def _report(writer: str) -> Report:
    moment = times.now()
    return Report(
        id=ids.new_id(),
        writer=writer,
        created_at=moment,
        updated_at=moment,
        category="litter",
        position=Position(lat_e7=488867310, lon_e7=23553120, accuracy_cm=600),
        observed_at=moment,
        text="Sacs et cartons devant le porche, on ne passe plus avec une poussette.",
    )


if __name__ == "__main__":
    for row in run():
        print(row)  # noqa: T201 - run by hand
