"""A long walk emits a hundred thousand signals; Python must outlive them."""

from __future__ import annotations

import subprocess
import sys

_LONG_WALK = """
import walker.viewmodels
from PySide6.QtCore import QObject, Signal

class Walk(QObject):
    moved = Signal()

walk = Walk()
for _ in range(100_000):
    walk.moved.emit()
print("done")
"""


def test_a_hundred_thousand_signals_do_not_end_the_process() -> None:
    ended = subprocess.run([sys.executable, "-c", _LONG_WALK], capture_output=True, text=True, timeout=50, check=False)
    assert (ended.returncode, ended.stdout) == (0, "done\n"), ended.stderr
