"""Bytes of photos and voice notes in a folder, by their sha256. A file under its name is whole and on the disk.

Written aside, size and hash checked, fsynced, renamed, folder fsynced; any error stops it with nothing in place.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from django.conf import settings

from sync.durable import sync_folder

_PARTS = "parts"


class WrongHash(Exception):
    """The bytes are not those that were announced."""


def path_of(sha256: str) -> Path:
    """Where the bytes with that hash are, or would be."""
    return Path(settings.MEDIA_FOLDER) / sha256[:2] / sha256[2:4] / sha256


def part_of(sha256: str, device: str) -> Path:
    """Where bytes that are still arriving from that tablet are kept."""
    return Path(settings.MEDIA_FOLDER) / _PARTS / device / sha256


def parts_of(sha256: str) -> list[Path]:
    """What is there of it from any tablet."""
    return sorted((Path(settings.MEDIA_FOLDER) / _PARTS).glob(f"*/{sha256}"))


def all_parts() -> list[Path]:
    """Whatever is still arriving, from any tablet."""
    return list((Path(settings.MEDIA_FOLDER) / _PARTS).glob("*/*"))


def holds(sha256: str, size: int) -> bool:
    """Whether a whole file with that name and size is there."""
    try:
        return path_of(sha256).stat().st_size == size
    except FileNotFoundError:
        return False


def keep(sha256: str, content: bytes) -> None:
    """Store a small medium at once. Raises WrongHash, OSError."""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise WrongHash(sha256)
    aside = part_of(sha256, f"whole-{os.getpid()}")
    aside.parent.mkdir(parents=True, exist_ok=True)
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _put_in_place(aside, sha256)


def finish(part: Path, sha256: str, found: str | None = None) -> None:
    """A part that has all its bytes (already fsynced) takes its place. Raises WrongHash and discards it otherwise.

    `found`: the hash of the bytes as they were written, where it is known; else they are read again.
    """
    if found is None:
        with part.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        part.unlink()
        raise WrongHash(sha256)
    _put_in_place(part, sha256)


def remove(sha256: str) -> None:
    """Delete the bytes; nothing happens when they are not there."""
    path_of(sha256).unlink(missing_ok=True)


def _put_in_place(aside: Path, sha256: str) -> None:
    target = path_of(sha256)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside.replace(target)
    for folder in (target.parent, target.parent.parent, target.parent.parent.parent):
        sync_folder(folder)
