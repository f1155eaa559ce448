"""A real `gup serve` for benchmarks, on SQLite or on a PostgreSQL of its own, and tablets that push to it."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks import bench_save
from sync.client.enrol import enrol
from sync.client.transport import Transport
from sync.protocol import codec, ids, messages, times
from sync.protocol.records import Position, Record, Report, Stop

FAIRNESS = 10.0
_ROOT = Path(__file__).parent.parent
_GUP = [sys.executable, "-m", "sync.server.cli"]


class Server(NamedTuple):
    """`database`: the URL of its PostgreSQL, '' on SQLite."""

    url: str
    data: Path
    database: str
    environment: dict[str, str]
    process: int

    def cpu_seconds(self) -> float:
        """What the server's own processes have used so far, its database's not; 0 where Linux does not count it."""
        pids = [self.process]
        for pid in pids:
            for children in Path(f"/proc/{pid}/task").glob("*/children"):
                pids += map(int, children.read_text().split())
        ticks = 0
        for pid in pids:
            file = Path(f"/proc/{pid}/stat")
            if file.exists():
                ticks += sum(map(int, file.read_text().rpartition(")")[2].split()[11:13]))
        return ticks / os.sysconf("SC_CLK_TCK") if ticks else 0.0

    def enrol_code(self) -> str:
        """A code for one more tablet."""
        asked = [*_GUP, "enrol-code", "--data", str(self.data)]
        return subprocess.run(asked, capture_output=True, text=True, check=True, env=self.environment).stdout.strip()

    def enrol(self, code: str) -> tuple[str, Transport]:
        """The id of a new tablet, and its line to the server."""
        tablet = _Tablet()
        answer = enrol(self.url, code, tablet)
        return tablet.device_id(), Transport(self.url, answer.token)


class _Tablet:
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


def has_postgresql() -> bool:
    """Whether scripts/postgres finds one to start."""
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


@contextmanager
def sqlite_server(folder: Path) -> Iterator[Server]:
    """On a SQLite file in that folder."""
    with _serving(folder / "gup", "") as server:
        yield server


@contextmanager
def postgresql_server(folder: Path) -> Iterator[Server]:
    """On a cluster of its own in that folder, made and ended by scripts/postgres."""
    cluster = folder / "postgresql"
    cluster.mkdir()
    folder.chmod(0o755)  # PostgreSQL runs as another user when this is root
    script = [str(_ROOT / "scripts" / "postgres")]
    started = subprocess.run([*script, "start", str(cluster)], capture_output=True, text=True, check=True)
    database = started.stdout.strip()
    try:
        with _serving(folder / "gup-on-postgresql", database) as server:
            yield server
    finally:
        subprocess.run([*script, "stop", str(cluster)], check=True)


@contextmanager
def _serving(data: Path, database: str) -> Iterator[Server]:
    environment = {name: value for name, value in os.environ.items() if name not in ("GUP_DATA", "DATABASE_URL")}
    environment["GUP_GEOCODER_URL"] = "http://127.0.0.1:9"  # addresses are looked up by themselves, elsewhere
    if database:
        environment["DATABASE_URL"] = database
    process = subprocess.Popen(
        [*_GUP, "serve", "--data", str(data), "--bind", "127.0.0.1:0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    try:
        yield Server(process.stdout.readline().strip(), data, database, environment, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=10)


def batch(writer: str, make: Callable[[str, str], Record], count: int) -> list[messages.PushItem]:
    """So many records of one walk, as they are pushed."""
    walk = ids.new_id()
    bodies = [codec.encode(make(writer, walk)) for _ in range(count)]
    return [messages.PushItem(hash=codec.sha256(body), body=body.decode()) for body in bodies]


def send(transport: Transport, items: list[messages.PushItem]) -> None:
    """Push them; all must be accepted."""
    answer = transport.push(messages.PushRequest(records=tuple(items)))
    refused = [outcome for outcome in answer.outcomes if outcome.outcome != messages.ACCEPTED]
    assert not refused, refused[:1]


def fairness(goal: str, waits: Sequence[float], note: str) -> dict[str, str | float]:
    """The row of tablets that wait for one server at once: how long the slowest hundredth waited, beside the middle."""
    middle, slowest = statistics.median(waits), statistics.quantiles(waits, n=100)[98]
    return {
        "goal": f"{goal}: p99 / p50",
        "limit_s": middle,
        "ours_s": slowest,
        "ratio": slowest / middle,
        "target": FAIRNESS,
        "note": note,
    }


def stop(writer: str, walk: str) -> Stop:
    """A record that the office has nothing to do about."""
    moment = times.now()
    return Stop(
        id=ids.new_id(),
        writer=writer,
        created_at=moment,
        updated_at=moment,
        walk_id=walk,
        ordinal=0,
        position=Position(lat_e7=488867310, lon_e7=23553120, accuracy_cm=600),
        started_at=moment,
        name="Devant la supérette, à l’angle de la rue Myrha et de la rue des Poissonniers, côté impair.",
    )


def report(writer: str, walk: str) -> Report:
    """A record that opens a file in the office."""
    return replace(bench_save.report_of(writer), walk_id=walk)
