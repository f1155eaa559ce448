"""The way to the first frame: what it does not need is not even imported. Not timed: a machine can hold this."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from walker.store import Store

ROOT = Path(__file__).parent.parent.parent
_START = """
import enum, gc, json, sys
from pathlib import Path
from walker.start import start

def opened(engine):
    from PySide6.QtGui import QGuiApplication

    def drawn():
        namespace = any(kind.__name__ == "GlobalColor" for kind in enum.Enum.__subclasses__())
        maps = Path("/proc/self/maps")
        has_map = maps.exists() and "Qt6Location" in maps.read_text()
        print(json.dumps([sorted(sys.modules), namespace, has_map, gc.isenabled()]), flush=True)
        QGuiApplication.quit()

    engine.rootObjects()[0].frameSwapped.connect(drawn)

code = start(Path(sys.argv[1]), opened=opened)
print(gc.isenabled())
sys.exit(code)
"""
# Each was on the way once, and cost a cold start milliseconds.
UNNEEDED = (
    *("PIL", "_hashlib", "asyncio", "concurrent", "cryptography", "csv", "cv2", "decimal", "email"),
    *("filelock", "hmac", "http", "importlib.metadata", "importlib.resources", "keyring", "lucide", "numpy"),
    *("pandas", "platformdirs", "queue", "requests", "sqlite_utils", "ssl", "tomllib", "uuid", "xml"),
    *("PySide6.QtLocation", "PySide6.QtMultimedia", "PySide6.QtPositioning", "PySide6.QtSensors"),
    *("PySide6.QtTextToSpeech", "PySide6.QtWidgets"),
    *("sync.client", "sync.formats", "sync.rules.status"),
    *("walker.commands", "walker.domain.findings", "walker.domain.recording", "walker.maps"),
    *("walker.store.migrations", "walker.viewmodels.finding_draft", "walker.viewmodels.live_map"),
    *("walker.viewmodels.prepare", "walker.viewmodels.report_form", "walker.viewmodels.sync_status"),
)


def test_nothing_that_the_first_page_does_without_is_loaded_before_it_is_drawn(store: Store) -> None:
    store.close()
    ran = _run(_START, store.folder)
    assert ran.returncode == 0, ran.stderr
    told, after = ran.stdout.splitlines()
    modules, has_namespace, has_map, collects = json.loads(told)
    loaded = {module for module in modules for name in UNNEEDED if module == name or module.startswith(f"{name}.")}
    assert loaded == set()
    assert not has_namespace, "the namespace Qt: 94 kinds of numbers, a tenth of a start"
    assert not has_map, "the libraries of the map"
    assert (collects, after) == (False, "True"), "the collector is off until the window has settled"


_COLLECTS = """
import gc, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
import walker.main
from walker.start import start

walker.main.SETTLED_MS, walker.main.GARBAGE_EVERY_MS = 10, 300
seen = []

def opened(engine):
    QTimer.singleShot(150, engine, act)
    QTimer.singleShot(1000, engine, QGuiApplication.quit)

def act():
    gc.callbacks.append(lambda phase, told: seen.append(told["generation"]) if phase == "start" else None)
    kept = [[number] for number in range(300_000)]  # far more than would start a look through all
    print(2 in seen, 0 in seen)
    seen.clear()

before = gc.get_threshold()
code = start(Path(sys.argv[1]), opened=opened)
print(seen.count(2) > 0, gc.get_threshold() == before)
sys.exit(code)
"""


def test_the_collector_looks_through_all_by_the_clock_and_never_amid_an_act(store: Store) -> None:
    store.close()
    ran = _run(_COLLECTS, store.folder)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == ["False", "True", "True", "True"]


def _run(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        timeout=50,
        capture_output=True,
        text=True,
        check=False,
    )
