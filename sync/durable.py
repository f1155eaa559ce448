"""Files that last: put in place so that a power cut leaves the old one or the new one, and known by their sha256."""

from __future__ import annotations

import os
from pathlib import Path


def replace_durably(part: Path, final: Path) -> None:
    """Flush `part` to the disk, rename it over `final`, make the new name durable."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(final)
    sync_folder(final.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename or a removal in this folder durable; Windows does it by itself and cannot open folders."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sha256_of(file: Path) -> str:
    """Lower-case hexadecimal, read block by block. Raises OSError."""
    import hashlib  # brings OpenSSL along, which a start does without

    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
