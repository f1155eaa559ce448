"""A whole walk in a real window on a virtual screen, from a real receiver's log, killed three times at random moments.

The receiver is a serial port that goes on speaking while the app is dead, as a real one does.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import random
import shutil
import subprocess
import sys
import threading
import time
import tty
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sync.protocol import track
from sync.protocol.records import ExploratoryWalk, Report, Stop, TrackSegment
from walker.store import open_store

ROOT = Path(__file__).parent.parent.parent
SECOND = 0.08  # of the log's clock, in seconds of ours
PATIENCE_S = 25.0

if shutil.which("Xvfb") is None:
    pytest.skip("needs Xvfb, a virtual screen", allow_module_level=True)


@pytest.fixture
def screen() -> Iterator[str]:
    """A virtual screen: its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    assert number, "the virtual screen did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


class Receiver:
    """Plays a log into a serial port, one second of it at a time, whoever listens; then it stands still at its end."""

    def __init__(self, log: Path) -> None:
        self._ours, self._theirs = os.openpty()
        tty.setraw(self._theirs)
        os.set_blocking(self._ours, False)
        self.port = os.ttyname(self._theirs)
        self._seconds = _seconds(log)
        self._stop = threading.Event()
        self.ended = threading.Event()
        self._thread = threading.Thread(target=self._play, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        os.close(self._ours)
        os.close(self._theirs)

    def _play(self) -> None:
        for second in self._seconds:
            with contextlib.suppress(BlockingIOError):  # nobody reads, and the port is full: lost, as in life
                os.write(self._ours, second)
            if self._stop.wait(SECOND):
                return
        self.ended.set()


def _seconds(log: Path) -> list[bytes]:
    seconds: list[bytes] = []
    for line in log.read_bytes().splitlines(keepends=True):
        if line.startswith(b"$GPGGA") or not seconds:
            seconds.append(b"")
        seconds[-1] += line
    return seconds


class Window:
    """The field app in a process of its own, and what it tells."""

    def __init__(self, data: Path, screen: str, port: str) -> None:
        self._errors = (data.parent / "errors.txt").open("a+")
        self._said: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.told: list[dict[str, Any]] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.window_driver", str(data), f"nmea:serial:{port}"],
            cwd=ROOT,
            env={
                **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
                "PYTHONPATH": str(ROOT),
                "DISPLAY": screen,
                "QT_QPA_PLATFORM": "xcb",
                "QT_QUICK_BACKEND": "software",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def act(self, name: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first thing told that is wanted."""
        end = time.monotonic() + PATIENCE_S
        while True:
            line = self._said.get(timeout=max(0.1, end - time.monotonic()))
            assert line is not None, Path(self._errors.name).read_text()
            self.told.append(line)
            if wanted(line):
                return line

    def kill(self) -> None:
        """The battery is pulled; what was told before is what was shown."""
        self.process.kill()
        assert self.process.wait(10) == -9
        self._hear_out()

    def end(self) -> None:
        self.act("close")
        assert self.process.wait(PATIENCE_S) == 0
        self._hear_out()

    def close(self) -> None:
        """Whatever became of the test."""
        self.process.kill()
        self.process.wait(10)
        self._listener.join(10)
        for end in (self.process.stdin, self.process.stdout, self._errors):
            if end is not None:
                with contextlib.suppress(BrokenPipeError):
                    end.close()

    def _hear_out(self) -> None:
        while (line := self._said.get(timeout=10)) is not None:
            self.told.append(line)

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith("\n"):  # a line cut by the kill was not told
                self._said.put(json.loads(line))
        self._said.put(None)


@pytest.mark.timeout(120)
def test_a_walk_survives_three_kills_in_a_real_window(tmp_path: Path, shared_data: Path, screen: str) -> None:
    """Every fix, stop and finding that was shown is there; the walk resumes by itself and ends by touch."""
    seed = random.randrange(10_000)
    print("seed", seed)  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)
    receiver = Receiver(shared_data / "gps" / "nmea" / "TrimbleR1.txt")
    data = tmp_path / "data"
    told: list[dict[str, Any]] = []
    windows: list[Window] = []
    walk_id = None
    try:
        for life in range(4):
            window = Window(data, screen, receiver.port)
            windows.append(window)
            opened = window.until(lambda line: "opened" in line)
            assert opened["platform"] == "xcb"
            if life == 0:
                assert opened["opened"] == "home"
                window.act("start")
            else:
                assert (opened["opened"], opened["running"]) == ("live", True)
                assert walk_id in (None, opened["walk"])
                walk_id = opened["walk"]
            first = window.until(lambda line: "points" in line)
            window.act(("stop", "litter", "stop", "litter")[life])
            before = _kept(told)
            window.until(lambda line, before=before: "kept" in line and line["kept"] not in before)  # type: ignore[misc]
            if life < 3:
                more = first["points"] + chance.randrange(10, 40)
                window.until(lambda line, more=more: line.get("points", 0) >= more)  # type: ignore[misc]
                time.sleep(chance.random() * SECOND)
                window.kill()
            else:
                assert receiver.ended.wait(PATIENCE_S)
                window.act("finish")
                window.until(lambda line: "ended" in line)
                window.end()
            told += window.told
    finally:
        for window in windows:
            window.close()
        receiver.close()
    assert (tmp_path / "errors.txt").read_text() == ""  # no noise of Qt
    with open_store(data, writable=False) as store:
        (walk,) = store.records.all(ExploratoryWalk)
        assert walk.id == walk_id
        assert walk.ended_at is not None and walk.length_cm is not None
        points = [
            point
            for segment in store.records.all(TrackSegment, walk_id=walk.id)
            for point in track.unpack(segment.points, segment.count)
        ]
        kept = {point.time_ms for point in points}
        assert len(kept) == len(points)  # none twice
        shown = {round(datetime.fromisoformat(line["shown"]).timestamp() * 1000) for line in told if "shown" in line}
        assert len(shown) > 60
        assert shown - kept == set()
        assert sum(bool(point.flags & track.AFTER_GAP) for point in points) >= 4
        ids = {record.id for kind in (Report, Stop) for record in store.records.all(kind)}
        assert _kept(told) - ids == set()
        assert len(store.records.all(Report)) == 2
        assert sum(stop.source == "tapped" for stop in store.records.all(Stop)) == 2
        assert store.database.integrity() == []


def _kept(told: list[dict[str, Any]]) -> set[str]:
    return {line["kept"] for line in told if "kept" in line}
