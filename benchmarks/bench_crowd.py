"""Two hundred tablets that come home at once: hello, push and pull over a connection each, on one server.

Every acknowledged record is counted in the database afterwards.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks import gup_server
from benchmarks.gup_server import Server
from sync.client.transport import Transport
from sync.protocol import messages, times

TABLETS = 200
# An evening of one tablet: a walk of twenty findings and as many stops.
REPORTS = 20
STOPS = 20
Row = dict[str, str | float]
_ENROL = """
import sys
from sync.server.commands.database import open_database
open_database()
from sync.server.accounts.actions import make_enrol_code
for _ in range(int(sys.argv[1])):
    print(make_enrol_code(()))
"""
_COUNT = """
from sync.server.commands.database import open_database
open_database()
from sync.server.records.models import Record
from sync.server.reports.models import ReportHandling, StatusChange
received = StatusChange.objects.filter(act="received")
print(Record.objects.exclude(writer="server").count(), ReportHandling.objects.count(), received.count())
"""


def run() -> list[Row]:
    """On SQLite and, where it is installed, on PostgreSQL."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        rows = _rows("SQLite", gup_server.sqlite_server, Path(name))
    if gup_server.has_postgresql():
        with tempfile.TemporaryDirectory() as name:
            rows += _rows("PostgreSQL", gup_server.postgresql_server, Path(name))
    return rows


def _rows(database: str, serving: Callable[[Path], AbstractContextManager[Server]], folder: Path) -> list[Row]:
    with serving(folder) as server:
        lines = [server.enrol(code) for code in _run(server, _ENROL, str(TABLETS)).split()]
        prepared = [
            gup_server.batch(writer, gup_server.report, REPORTS) + gup_server.batch(writer, gup_server.stop, STOPS)
            for writer, _ in lines
        ]
        waits: list[float] = []
        whole: list[float] = []
        failures: list[str] = []
        start_together = threading.Barrier(TABLETS + 1)

        def sync(writer: str, transport: Transport, items: list[messages.PushItem]) -> None:
            start_together.wait()
            begun = time.perf_counter()
            try:
                _one_sync(writer, transport, items, waits)
            except Exception as fault:
                failures.append(f"{type(fault).__name__}: {fault}")
            whole.append(time.perf_counter() - begun)
            transport.close()

        threads = [
            threading.Thread(target=sync, args=(*line, items)) for line, items in zip(lines, prepared, strict=True)
        ]
        for thread in threads:
            thread.start()
        cpu = server.cpu_seconds()
        start_together.wait()
        start = time.perf_counter()
        for thread in threads:
            thread.join()
        taken, cpu = time.perf_counter() - start, server.cpu_seconds() - cpu
        counted = _run(server, _COUNT).split()
    assert not failures, failures[:3]
    wanted = [TABLETS * (REPORTS + STOPS), TABLETS * REPORTS, TABLETS * REPORTS]
    assert list(map(int, counted)) == wanted, f"acknowledged {wanted}, in the database {counted}"
    return [
        gup_server.fairness(
            f"{database}: {TABLETS} tablets sync {REPORTS} reports and {STOPS} stops at once",
            waits,
            f"{len(waits)} requests, errors {len(failures)}, all {wanted[0]} acknowledged records in the database; "
            f"whole sync p50 {statistics.median(whole):.1f} s, last {max(whole):.1f} s; "
            f"{wanted[0] / taken:.0f} rows/s, CPU of the server {cpu:.1f} s",
        )
    ]


def _one_sync(writer: str, transport: Transport, items: list[messages.PushItem], waits: list[float]) -> None:
    """What an evening's sync asks: hello, push, pull."""
    asked = messages.HelloRequest(protocol=1, app_version="0.1.0", device_id=writer, sent_at=times.now(), highest_seq=0)
    begun = time.perf_counter()
    transport.hello(asked)
    waits.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    gup_server.send(transport, items)
    waits.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    transport.pull(messages.PullRequest(cursors={}))
    waits.append(time.perf_counter() - begun)


def _run(server: Server, program: str, *arguments: str) -> str:
    environment = {**server.environment, "GUP_DATA": str(server.data), "DJANGO_SETTINGS_MODULE": "sync.server.settings"}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    return done.stdout


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sync.server.settings")
    for row in run():
        print(row)  # noqa: T201 - run by hand
