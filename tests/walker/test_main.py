"""The window as a process: it ends soon and quietly, whatever the link does."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from walker.store import Store

ROOT = Path(__file__).parent.parent.parent
# The window, with a sync begun as soon as it is open where the third argument says so, closed two seconds later.
_WINDOW = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from walker import main

def opened(app, open_window=main.open_window):
    engine = open_window(app)
    app.startWalk()
    if sys.argv[2] == "sync":
        app.sync.sendNow()
    QTimer.singleShot(2000, close)
    return engine

def close():
    print(time.time(), flush=True)
    QGuiApplication.quit()

main.open_window = opened
sys.exit(main.run(Path(sys.argv[1])))
"""


def _run(folder: Path, what: str) -> tuple[float, str]:
    """How long the process lived on after its window was closed, and what Qt said."""
    ran = subprocess.run(
        [sys.executable, "-c", _WINDOW, str(folder), what],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "GUP_WALKER_QT_LOG": "1"},
        timeout=50,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return time.time() - float(ran.stdout), ran.stderr


def test_no_page_sees_its_view_models_vanish(store: Store) -> None:
    store.close()
    _, said = _run(store.folder, "nothing")
    assert "of null" not in said


def test_closing_the_window_does_not_wait_for_a_dead_link(store: Store) -> None:
    """The link takes what is sent and never answers: the time-out of a request is 30 s."""
    with socket.create_server(("127.0.0.1", 0)) as dead:
        store.outbox.set_enrolment(f"http://127.0.0.1:{dead.getsockname()[1]}", "token", "epoch")
        store.close()
        lasted, _ = _run(store.folder, "sync")
        link, _ = dead.accept()
        with link:
            assert link.recv(4) == b"POST"
    assert lasted < 4
