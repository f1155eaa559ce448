"""Puts a finished file in its place so that a power cut leaves the old one or the new one, never a half."""

from __future__ import annotations

import os
from pathlib import Path


def replace_durably(part: Path, final: Path) -> None:
    """Flush `part` to the disk, then rename it over `final`."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(final)
    if os.name == "posix":  # elsewhere a folder cannot be opened to be flushed
        folder = os.open(final.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
