"""`walker replay` of eight hours at one fix a second, beside the parse alone of the same file by gpxpy."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from long_walk import POINTS, write_gpx

from walker.commands.replay import ReplayOptions, replay

# No goal is written for it: reading, judging, finding stops, packing and storing durably may take twice what the
# trade's reader takes to read alone.
TARGET = 2.0
ROUNDS = 3


def run() -> list[dict[str, str | float]]:
    """One row; both take turns, a fresh data folder each time."""
    import gpxpy

    limit: list[float] = []
    ours: list[float] = []
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        log = folder / "walk.gpx"
        write_gpx(log)
        text = log.read_text()
        for number in range(ROUNDS):
            limit.append(_seconds(lambda: gpxpy.parse(text)))
            data = folder / f"data{number}"
            start = time.perf_counter()
            result = replay(data, ReplayOptions(log=log), lambda words: None)
            ours.append(time.perf_counter() - start)
            assert result["track"]["points"] == POINTS, result
    limit_s, ours_s = statistics.median(limit), statistics.median(ours)
    return [
        {
            "goal": f"replay of {POINTS} points, whole command / parse alone by gpxpy",
            "limit_s": limit_s,
            "ours_s": ours_s,
            "ratio": ours_s / limit_s,
            "target": TARGET,
        }
    ]


def _seconds(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


if __name__ == "__main__":
    for row in run():
        print(row)  # noqa: T201 - run by hand
