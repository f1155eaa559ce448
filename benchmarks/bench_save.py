"""One report saved durably by the tablet's store, beside a bare SQLite commit of the same bytes (WAL, FULL)."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sync.protocol import codec, ids, times
from sync.protocol.records import Position, Report
from walker.store.store import open_store

TARGET = 1.5
SAVES = 400


def run() -> list[dict[str, str | float]]:
    """One row: the 99th percentile of both, taking turns on the same disk."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, open_store(Path(folder) / "tablet") as store:
        bare = sqlite3.connect(Path(folder) / "bare.sqlite3", isolation_level=None)
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE rows (id TEXT PRIMARY KEY, body BLOB) STRICT")
        limit: list[float] = []
        ours: list[float] = []
        for _ in range(SAVES):
            report = report_of(store.identity.device_id())
            body = codec.encode(report)
            limit.append(_seconds(lambda row=(report.id, body): _commit(bare, row)))  # type: ignore[misc]
            ours.append(_seconds(lambda report=report: store.records.save(report)))  # type: ignore[misc]
        bare.close()
    limit_s, ours_s = (statistics.quantiles(taken, n=100)[98] for taken in (limit, ours))
    return [
        {
            "goal": "durable save of one report, p99 / bare WAL FULL commit, p99",
            "limit_s": limit_s,
            "ours_s": ours_s,
            "ratio": ours_s / limit_s,
            "target": TARGET,
        }
    ]


def _commit(bare: sqlite3.Connection, row: tuple[str, bytes]) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO rows VALUES (?, ?)", row)
    bare.execute("COMMIT")


def _seconds(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def report_of(writer: str) -> Report:
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
