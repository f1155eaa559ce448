"""The map of a walk with 10,000 findings around: a frame while it moves, beside the same map with none, and each look.

A look is what the window's thread does when the map has moved: which of all marks stand on screen, joined where they
would touch. Frames and looks of both maps take turns in one run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FRAME_TARGET = 2.0
BUDGET_S = 0.008  # what may hold up the window's thread
FINDINGS = 10_000

# Prints the median frame of an empty and of a full map, and the 99th percentile of a look, in seconds.
_MOVE = """
import statistics, sys, time
from pathlib import Path
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtPositioning import QGeoCoordinate
from sync.protocol import codec, ids
from sync.protocol.messages import PullAnswer, PulledRecord
from sync.protocol.records import Report
from walker.device.position import NoPosition
from walker.domain.units import position
from walker.main import close_window, make_app, open_window
from walker.store import open_store

LAT, LON, FINDINGS, STEPS = 48.8867, 2.3553, int(sys.argv[2]), 60
MOMENT = "2026-03-12T20:00:00.000Z"

def pulled(number):
    lat, lon = LAT + (number * 7919 % 10_000 - 5_000) * 2e-6, LON + (number * 104_729 % 9_973 - 5_000) * 3e-6
    kind = "liked_place" if number % 2 else "dysfunction"
    times = {"created_at": MOMENT, "updated_at": MOMENT, "observed_at": MOMENT}
    place = position(lat, lon)
    report = Report(id=ids.new_id(), writer="other", category="litter", kind=kind, position=place, **times)
    body = codec.encode(report).decode()
    return PulledRecord(seq=number + 1, scopes=("all",), hash=codec.sha256(body.encode()), body=body)

def opened(folder, findings):
    store = open_store(folder)
    if findings:
        records = tuple(pulled(number) for number in range(findings))
        epoch = ids.new_id()
        store.outbox.store_page(PullAnswer(epoch=epoch, records=records, more=False, cursors={"all": findings}))
    app = make_app(store, NoPosition())
    engine = open_window(app)
    app.startWalk()
    app.live.headcount.done()
    read = []
    app.tablet.reads.run(lambda: True, read.append, app.tablet.tell)
    window = engine.rootObjects()[0]
    while not read or window.property("turning"):  # its page is made in slices
        application.processEvents()
    waiting = [window.contentItem()]
    while not (item := waiting.pop(0)).inherits("QDeclarativeGeoMap"):
        waiting += item.childItems()
    for _ in range(20):
        application.processEvents()
    return app, engine, window, item

application = QGuiApplication(["walker"])
folder = Path(sys.argv[1])
maps = [opened(folder / "empty", 0), opened(folder / "full", FINDINGS)]
frames, looks = [[], []], []
for step in range(STEPS):
    lat, lon = LAT + step % 20 * 1e-4, LON + step // 20 * 1e-4
    for at, (app, engine, window, item) in enumerate(maps):
        begun = time.perf_counter()
        item.setProperty("center", QGeoCoordinate(lat, lon))
        application.processEvents()
        window.grabWindow()
        frames[at].append(time.perf_counter() - begun)
    begun = time.thread_time()  # of this thread alone: a busy machine is no work of ours
    app.live.map.look(lat, lon, 13 + step % 7, 1100.0, 720.0)
    looks.append(time.thread_time() - begun)
print(statistics.median(frames[0]), statistics.median(frames[1]), statistics.quantiles(looks, n=100)[98], flush=True)
import os
os._exit(0)
"""


def run() -> list[dict[str, str | float]]:
    """Two rows: a frame of the full map beside one of the empty map, and a look beside what may hold up the window."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        done = subprocess.run(
            [sys.executable, "-c", _MOVE, folder, str(FINDINGS)],
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        )
    if done.returncode != 0 or not done.stdout:
        raise RuntimeError(f"the map did not move ({done.returncode}): {done.stderr[-2000:]}")
    empty, full, look = (float(word) for word in done.stdout.split())
    return [
        {
            "goal": f"one step of a moving map with {FINDINGS} findings / with none, until it is drawn",
            "limit_s": empty,
            "ours_s": full,
            "ratio": full / empty,
            "target": FRAME_TARGET,
            "note": "at most 200 marks on screen; drawn by the processor alone",
        },
        {
            "goal": f"one move of the map over {FINDINGS} findings, p99 / the 8 ms that may hold up the window",
            "limit_s": BUDGET_S,
            "ours_s": look,
            "ratio": look / BUDGET_S,
            "target": 1.0,
            "note": "another zoom at each look, which a finger does not do",
        },
    ]


if __name__ == "__main__":
    for row in run():
        print(row)  # noqa: T201 - run by hand
