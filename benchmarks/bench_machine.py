"""The state machine of sync for as long as one likes, a new seed each time: how many runs end stuck or diverged.

GUP_MACHINE_SECONDS says how long (a minute without it). A run that fails is told with its seed and all its steps.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.sync.client import machine
from tests.sync.client.folders import migrated_folder

SECONDS = float(os.environ.get("GUP_MACHINE_SECONDS", "60"))
RUNS = 20  # with one seed


def run() -> list[dict[str, str | float]]:
    """One row: the runs that failed, of all."""
    dice = random.Random()
    runs = steps = 0
    failed: list[int] = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=_where()) as name:
        folder = Path(name)
        with machine.a_world(migrated_folder(folder / "migrated"), folder / "world") as world:
            while time.monotonic() - began < SECONDS:
                seed = dice.randrange(10**9)
                try:
                    steps += machine.run(world, runs=RUNS, seed=seed)
                    runs += RUNS
                except Exception:
                    traceback.print_exc()
                    failed.append(seed)
                    steps += machine.Sync.steps
                    runs += 1 + machine.Sync.steps // 50
                sys.stderr.write(f"{runs} runs, {steps} steps, failed seeds {failed}\n")
    return [
        {
            "goal": "runs of the state machine that end stuck or diverged / all runs",
            "ours_s": len(failed),
            "limit_s": runs,
            "ratio": len(failed) / runs,
            "target": 0,
            "unit": "runs",
            "note": f"{steps} steps of three tablets and a server; failed seeds: {failed or 'none'}",
        }
    ]


def _where() -> str | None:
    """In memory where there is room: the machine is about order, other tests about the disk."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


if __name__ == "__main__":
    print(run())  # noqa: T201 - run by hand
