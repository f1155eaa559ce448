"""handing/: what waits, sealed for the server, until the tablet that carries it has it all (commands/hand_over.py).

It is made again at will. So nothing of it outlives what was erased, a hand-over that nobody takes up, or a killed one:
before it is sealed it can be read.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

FOLDER = "handing"
SEALED, HOLDS = "sealed", "holds"
_KEPT_S = 3 * 24 * 3600.0


def sweep(folder: Path) -> None:
    """At the start, when nothing is being handed over: what a killed hand-over left, and what is old."""
    old = time.time() - _KEPT_S
    for file in (folder / FOLDER).glob("*"):
        if file.name not in (SEALED, HOLDS) or file.stat().st_mtime < old:
            file.unlink(missing_ok=True)


def forget(folder: Path) -> None:
    """Something that it may hold was erased. One that is on its way just now ends first."""
    with contextlib.suppress(OSError):
        (folder / FOLDER / SEALED).unlink(missing_ok=True)
