"""Records pushed over HTTP to a real `gup serve`, on SQLite and on PostgreSQL, beside the same bytes written bare.

The limit is what the database does with the same bytes in the same number of transactions and nothing else: one table,
no parsing, no judging, no feed, no HTTP. `python -m benchmarks push` measures SQLite and, where it is installed,
PostgreSQL.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import gup_server
from benchmarks.gup_server import Server
from sync.client.transport import Transport
from sync.protocol import messages
from sync.protocol.records import Record

RECORDS = 1_000
BATCH = 100
TABLETS = 8
ROUNDS = 5
TOGETHER = 8
# 0.40 of the rows a second of the bare statement, written as a ratio of times.
TARGET = 2.5
# What stands between a bare row and ours, for whoever reads a missed goal.
_WHY = {
    "report": "each report also opens its file, a line of history, a published view and a search for its address",
    "stop": "each record is parsed, hashed, judged, placed in its territory and numbered in the feed, over HTTP",
}
Row = dict[str, str | float]
Items = list[messages.PushItem]


class Beside(NamedTuple):
    """A server, and the bare statement of its database: seconds for these batches."""

    server: Server
    database: str
    statement: str
    bare: Callable[[list[Items]], float]


def run() -> list[Row]:
    """Stops, that the office has nothing to do about, and reports, against the bare rows; one tablet, then eight."""
    rows = []
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name, gup_server.sqlite_server(Path(name)) as server:
        folder = Path(name)
        rows += _rows(Beside(server, "SQLite", "executemany", lambda batches: _bare_sqlite(folder, batches)))
    if gup_server.has_postgresql():
        with (
            tempfile.TemporaryDirectory(dir=tempfile.gettempdir()) as name,
            gup_server.postgresql_server(Path(name)) as server,
        ):
            url = server.database
            rows += _rows(Beside(server, "PostgreSQL", "COPY", lambda batches: _bare_postgresql(url, batches)))
    return rows


def _rows(beside: Beside) -> list[Row]:
    lines = [beside.server.enrol(beside.server.enrol_code()) for _ in range(TABLETS)]
    for writer, transport in lines:  # the first requests of a server load what the others find loaded
        gup_server.send(transport, gup_server.batch(writer, gup_server.report, BATCH))
    rows = [_row(beside, lines[:many], make) for make in (gup_server.stop, gup_server.report) for many in (1, TABLETS)]
    prepared = [[gup_server.batch(writer, gup_server.report, BATCH) for _ in range(TOGETHER)] for writer, _ in lines]
    waits = _together(lines, prepared)
    for _, transport in lines:
        transport.close()
    goal = f"{beside.database}: {TABLETS} tablets push {BATCH} reports a request at once"
    return [*rows, gup_server.fairness(goal, waits, f"of {len(waits)} requests")]


def _row(beside: Beside, lines: list[tuple[str, Transport]], make: Callable[[str, str], Record]) -> Row:
    """Both take turns on the same disk."""
    limit: list[float] = []
    ours: list[float] = []
    limit_cpu: list[float] = []
    ours_cpu: list[float] = []
    kind = make(lines[0][0], lines[0][0]).RECORD
    each = RECORDS // BATCH // len(lines) or 1
    count = each * len(lines) * BATCH
    for _ in range(ROUNDS):
        batches = [[gup_server.batch(writer, make, BATCH) for _ in range(each)] for writer, _ in lines]
        cpu = time.thread_time()
        limit.append(beside.bare([batch for some in batches for batch in some]) / count)
        limit_cpu.append((time.thread_time() - cpu) / count)
        start, cpu = time.perf_counter(), beside.server.cpu_seconds()
        _together(lines, batches)
        ours.append((time.perf_counter() - start) / count)
        ours_cpu.append((beside.server.cpu_seconds() - cpu) / count)
    limit_s, ours_s = statistics.median(limit) * RECORDS, statistics.median(ours) * RECORDS
    who = "one tablet pushes" if len(lines) == 1 else f"{len(lines)} tablets push"
    return {
        "goal": f"{beside.database}: {who} {RECORDS} {kind}s, {BATCH} a request / bare {beside.statement}",
        "limit_s": limit_s,
        "ours_s": ours_s,
        "ratio": ours_s / limit_s,
        "target": TARGET,
        "note": (
            f"{RECORDS / ours_s:.0f} rows/s of {RECORDS / limit_s:.0f} = {limit_s / ours_s:.3f} (goal 0.40); "
            f"CPU of the server {statistics.median(ours_cpu) * 1e6:.0f} µs a record, of the bare statement "
            f"{statistics.median(limit_cpu) * 1e6:.0f} µs; {_WHY[kind]}"
        ),
    }


def _together(lines: list[tuple[str, Transport]], prepared: list[list[Items]]) -> list[float]:
    """Seconds of each request while all tablets push at once."""
    waits: list[float] = []

    def work(transport: Transport, batches: list[Items]) -> None:
        for batch in batches:
            start = time.perf_counter()
            gup_server.send(transport, batch)
            waits.append(time.perf_counter() - start)

    threads = [
        threading.Thread(target=work, args=(transport, batches))
        for (_, transport), batches in zip(lines, prepared, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(waits) == sum(map(len, prepared)), "a request failed"
    return waits


def _bare_sqlite(folder: Path, batches: Iterable[Items]) -> float:
    """By SQLite alone, as durable as ours (WAL, FULL)."""
    file = Path(tempfile.mkstemp(suffix=".sqlite3", dir=folder)[1])
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


def _bare_postgresql(database: str, batches: Iterable[Items]) -> float:
    """By PostgreSQL alone, in the cluster that ours writes to."""
    import psycopg

    rows: list[list[tuple[Any, ...]]] = [[(item.hash, item.body.encode()) for item in batch] for batch in batches]
    with psycopg.connect(database) as bare:
        bare.execute("CREATE TABLE IF NOT EXISTS bare (hash TEXT PRIMARY KEY, body BYTEA)")
        bare.commit()
        start = time.perf_counter()
        for part in rows:
            with bare.cursor().copy("COPY bare FROM STDIN") as copy:
                for row in part:
                    copy.write_row(row)
            bare.commit()
        return time.perf_counter() - start


if __name__ == "__main__":
    for row in run():
        print(row)  # noqa: T201 - run by hand
