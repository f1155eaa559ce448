"""Begins the field app with Python's collector off: until the window is there, nothing that was made is garbage."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtQml import QQmlApplicationEngine


def start(
    data_dir: Path, position: str | None = None, opened: Callable[[QQmlApplicationEngine], None] | None = None
) -> int:
    """As `walker.main.run`, which takes the collector up again once the window has settled."""
    thresholds = gc.get_threshold()
    gc.disable()
    try:
        from walker.main import run

        return run(data_dir, position, opened)
    finally:
        gc.set_threshold(*thresholds)
        gc.enable()
