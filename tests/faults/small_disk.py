"""A filesystem of a few megabytes, of its own: it fills as a disk does."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.needs import missing


@contextmanager
def mounted(folder: Path, size: int) -> Iterator[Path]:
    """So many bytes, until the end."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        missing(f"the right to mount: {made.stderr}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)
