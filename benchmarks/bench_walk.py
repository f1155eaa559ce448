"""Six hours of walking at one fix a second in the open window: memory that must not grow, and the time of each fix.

Every fix is judged, drawn and committed on disk on the window's thread, so its time is what a tap may have to wait.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

GROWTH_TARGET = 1.10
PATIENCE_S = 1_800
BUDGET_S = 0.008  # what may hold up the window's thread

# Prints the resident memory (kB) after ten minutes and after six hours, the 99th percentile and the longest of a fix.
_WALK = """
import re, statistics, sys, time
from datetime import timedelta
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from benchmarks.long_walk import START, positions
from walker.device.position import PositionFix
from walker.main import close_window, make_app, open_window
from walker.store import open_store

SECONDS, SETTLED = 6 * 3600, 600

class Receiver:
    listener = None
    def start(self, on_fix): self.listener = on_fix
    def stop(self): self.listener = None
    def hear(self, on_reception): pass

def resident():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmRSS:\\s+(\\d+)", status.read())[1])

application = QGuiApplication(["walker"])
receiver = Receiver()
with open_store(Path(sys.argv[1])) as store:
    app = make_app(store, receiver)
    engine = open_window(app)
    app.startWalk()
    taken = []
    for second, (lat, lon) in enumerate(positions(SECONDS)):
        begun = time.perf_counter()
        fix = PositionFix(lat=lat, lon=lon, time=START + timedelta(seconds=second), accuracy_m=5.0)
        receiver.listener(fix, second == 0)
        taken.append(time.perf_counter() - begun)
        application.processEvents()
        if second == SETTLED:
            early = resident()
    late = resident()
    print(early, late, statistics.quantiles(taken, n=100)[98], max(taken), flush=True)
    close_window(engine, app)
"""


def run() -> list[dict[str, str | float]]:
    """Two rows: growth of memory, and the time of a fix beside what may hold up the window."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        done = subprocess.run(
            [sys.executable, "-c", _WALK, folder],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        )
    if done.returncode != 0:
        raise RuntimeError(f"the walk did not end ({done.returncode}): {done.stderr[-2000:]}")
    early, late, p99, longest = (float(word) for word in done.stdout.split())
    return [
        {
            "goal": "resident memory after 6 hours of walking / after 10 minutes",
            "unit": "MB",
            "limit_s": early / 1024,
            "ours_s": late / 1024,
            "ratio": late / early,
            "target": GROWTH_TARGET,
            "note": "21,600 fixes, each judged, drawn and committed; the track is kept in memory, to be judged again",
        },
        {
            "goal": "one fix judged, drawn and on disk, p99 / the 8 ms that may hold up the window",
            "limit_s": BUDGET_S,
            "ours_s": p99,
            "ratio": p99 / BUDGET_S,
            "target": 1.0,
            "note": f"the longest took {longest * 1000:.0f} ms",
        },
    ]
