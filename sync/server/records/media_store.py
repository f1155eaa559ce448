"""Bytes of photos and voice notes by their sha256, in a folder or a bucket. What is under its name is whole and safe.

Written aside on the server's own disk, size and hash checked, fsynced; then renamed, or sent whole to the bucket. Any
error stops it with nothing in place.
"""

from __future__ import annotations

import functools
import hashlib
import os
import threading
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO, Protocol

from django.conf import settings

from sync.durable import sha256_of, sync_folder
from sync.protocol.errors import Refused
from sync.server.records import pictures

_PARTS = "parts"
# Disks bring several files to safety in little more than the time of one.
DISK = ThreadPoolExecutor(8, "disk")


class WrongHash(Exception):
    """The bytes are not those that were announced."""


class Place(Protocol):
    """Where whole media are kept. All but `size_of` raise OSError when it cannot be reached."""

    def size_of(self, sha256: str) -> int | None:
        """None when it is not there. Raises OSError."""

    def put(self, file: Path, sha256: str) -> None:
        """Take these checked bytes, and the file is gone; they are safe once `settle` was called."""

    def settle(self, media: Iterable[str]) -> None:
        """Once it returns what was put under these names is safe."""

    def open(self, sha256: str) -> BinaryIO:
        """The bytes. Raises FileNotFoundError."""

    def remove(self, sha256: str) -> None:
        """Nothing happens when they are not there."""

    def close(self) -> None:
        """Let go of what was opened to reach it."""


class Folder:
    """On the server's own disk."""

    def size_of(self, sha256: str) -> int | None:
        try:
            return path_of(sha256).stat().st_size
        except FileNotFoundError:
            return None

    def put(self, file: Path, sha256: str) -> None:
        target = path_of(sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)

    def settle(self, media: Iterable[str]) -> None:
        places = [path_of(sha256).parents for sha256 in media]
        folders = dict.fromkeys(folder for parents in places for folder in parents[:3])
        # What was removed meanwhile needs no safety.
        list(DISK.map(sync_folder, filter(Path.is_dir, folders)))

    def open(self, sha256: str) -> BinaryIO:
        return path_of(sha256).open("rb")

    def remove(self, sha256: str) -> None:
        path_of(sha256).unlink(missing_ok=True)

    def close(self) -> None:
        """Nothing is open."""


def path_of(sha256: str) -> Path:
    """Where the bytes with that hash are in the folder, or would be."""
    return Path(settings.MEDIA_FOLDER) / sha256[:2] / sha256[2:4] / sha256


def part_of(sha256: str, device: str) -> Path:
    """Where bytes that are still arriving from that tablet are kept: always on this disk."""
    return Path(settings.MEDIA_FOLDER) / _PARTS / device / sha256


def parts_of(sha256: str) -> list[Path]:
    """What is there of it from any tablet."""
    return sorted((Path(settings.MEDIA_FOLDER) / _PARTS).glob(f"*/{sha256}"))


def all_parts() -> list[Path]:
    """Whatever is still arriving, from any tablet."""
    return list((Path(settings.MEDIA_FOLDER) / _PARTS).glob("*/*"))


def holds(sha256: str, size: int) -> bool:
    """Whether a whole medium with that name and size is there."""
    return _place().size_of(sha256) == size


def is_there(sha256: str) -> bool:
    """Whether anything is kept under that name."""
    return _place().size_of(sha256) is not None


def open_medium(sha256: str) -> BinaryIO:
    """Its bytes. Raises FileNotFoundError, OSError."""
    return _place().open(sha256)


def check(sha256: str, content: bytes) -> None:
    """Raises WrongHash."""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise WrongHash(sha256)


def keep(sha256: str, content: bytes, *, settled: bool = True) -> None:
    """Store a small medium at once; without `settled` it is safe after `settle`. Raises WrongHash, OSError."""
    check(sha256, content)
    aside = part_of(sha256, f"whole-{os.getpid()}-{threading.get_ident()}")  # two tablets may send the same at once
    aside.parent.mkdir(parents=True, exist_ok=True)
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _place().put(aside, sha256)
    if settled:
        settle([sha256])


def finish(part: Path, sha256: str, found: str | None = None) -> None:
    """A part that has all its bytes (already fsynced) takes its place.

    Raises WrongHash, or Refused with BAD_FIELD for what is no medium, and discards it. In that order: bytes that were
    harmed on their way are to be sent again, whatever they look like.

    `found`: the hash of the bytes as they were written, where it is known; else they are read again. Nobody is told
    that it is held before `settle`.
    """
    if (sha256_of(part) if found is None else found) != sha256:
        part.unlink()
        raise WrongHash(sha256)
    try:
        with part.open("rb") as file:
            pictures.check_start(file.read(pictures.START))
    except Refused:
        part.unlink()
        raise
    _place().put(part, sha256)


def settle(media: Collection[str]) -> None:
    """After `finish` of these: once it returns they are safe under their names. Raises OSError."""
    if media:
        _place().settle(media)


def remove(sha256: str) -> None:
    """Delete the bytes; nothing happens when they are not there. Raises OSError."""
    _place().remove(sha256)


def let_go() -> None:
    """Close what was opened to reach the media; whoever asks next opens it anew. Before a fork: nobody may share it."""
    if settings.MEDIA_BUCKET and _bucket.cache_info().currsize:
        _bucket(settings.MEDIA_BUCKET).close()
        _bucket.cache_clear()


def _place() -> Place:
    return _bucket(settings.MEDIA_BUCKET) if settings.MEDIA_BUCKET else Folder()


@functools.cache
def _bucket(address: str) -> Place:
    from sync.server.records.media_bucket import Bucket

    return Bucket(address)
