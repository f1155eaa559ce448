"""Start of the field app to its first frame, with 10,000 reports on the tablet, beside the smallest QML window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sync.protocol import ids, times
from sync.protocol.records import Position, Report
from walker.store import open_store

TARGET = 2.0
ROUNDS = 7
REPORTS = 10_000

# Each prints the clock of its first frame and its peak memory in kB. Both draw with the software renderer. Linux only.
# Ours is what the command `walker` starts, with all of the tablet's devices.
_FIRST_FRAME = """
import re, time
def tell_and_quit(window, application):
    def told():
        moment = time.monotonic()
        with open("/proc/self/status") as status:
            print(moment, re.search(r"VmHWM:\\s+(\\d+)", status.read())[1], flush=True)
        application.quit()
    window.frameSwapped.connect(told)
"""
_HELLO = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
application = QGuiApplication(["hello"])
engine = QQmlApplicationEngine()
engine.loadData(b"import QtQuick; Window { visible: true; width: 800; height: 1280; Text { text: 'Bonjour' } }")
tell_and_quit(engine.rootObjects()[0], application)
application.exec()
del engine
"""
_OURS = """
import sys
from pathlib import Path
from walker.start import start
def opened(engine):
    from PySide6.QtGui import QGuiApplication
    tell_and_quit(engine.rootObjects()[0], QGuiApplication.instance())
sys.exit(start(Path(sys.argv[1]), opened=opened))
"""


def run() -> list[dict[str, str | float]]:
    """Two rows: seconds from the start of the process to the first frame, and peak memory."""
    limit: list[tuple[float, float]] = []
    ours: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        data = Path(name) / "tablet"
        with open_store(data) as store:
            store.records.save_all([_report() for _ in range(REPORTS)])
        for number in range(ROUNDS + 1):
            taken = _first_frame(_HELLO, data), _first_frame(_OURS, data)
            if number:  # the first one compiles, as an installer does
                limit.append(taken[0])
                ours.append(taken[1])
    names = (
        (
            "start to first frame",
            "s",
            "of the difference a third is Python modules, a third QML of the page, a tenth SQLite's check of all pages",
        ),
        ("peak memory at the first frame", "MB", "of the process alone, as Linux counts it"),
    )
    return [
        {
            "goal": f"{words}, {REPORTS} reports on the tablet / QML hello world",
            "unit": unit,
            "limit_s": (limit_value := statistics.median(taken[at] for taken in limit)),
            "ours_s": (ours_value := statistics.median(taken[at] for taken in ours)),
            "ratio": ours_value / limit_value,
            "target": TARGET,
            "note": why,
        }
        for at, (words, unit, why) in enumerate(names)
    ]


def _first_frame(code: str, data: Path) -> tuple[float, float]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "PYTHONPYCACHEPREFIX": str(data.parent / "bytecode"),
    }
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", _FIRST_FRAME + code, str(data)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment,
    )
    if done.returncode != 0 or not done.stdout:
        raise RuntimeError(f"no first frame ({done.returncode}): {done.stderr[-2000:]}")
    moment, kilobytes = done.stdout.split()[:2]
    return float(moment) - start, float(kilobytes) / 1024


def _report() -> Report:
    moment = times.now()
    return Report(
        id=ids.new_id(),
        writer="",
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
