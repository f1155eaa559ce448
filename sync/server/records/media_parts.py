"""Media that are still arriving: a file a tablet and hash, appended to by the newest request alone.

A request whose link died may sit here for half a minute. A newer one for the same part takes it over: it closes the
old one's file, so that the old one can write nothing more and blocks nobody.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from types import TracebackType

from sync.protocol.errors import ErrorCode, Refused
from sync.server.records import carried_bundles, media_store

# A part of which nothing came for so long is forgotten; its tablet then sends from the first byte.
KEPT = timedelta(days=30)
_SWEEP_EVERY_S = 6 * 3600.0
# Windows moves and removes no file that is open. One process serves there: nobody needs the lock.
_MOVES_WHAT_IS_OPEN = os.name != "nt"
_guard = threading.Lock()
_swept_at = -_SWEEP_EVERY_S
_open: dict[Path, Part] = {}


class Part:
    """An open part; use with `with`. `offset` bytes of `size` are in the file."""

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self.size = size
        self._lock = threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _lock_among_processes(self._file)
            self.offset = os.fstat(self._file).st_size
            if self.offset > size:
                os.ftruncate(self._file, 0)
                self.offset = 0
            os.lseek(self._file, self.offset, os.SEEK_SET)
            # Of a medium that comes at once the hash is known at its last byte; any other is read again.
            self._hash = hashlib.sha256() if self.offset == 0 else None
        except BaseException:
            os.close(self._file)
            raise

    def append(self, block: bytes | memoryview) -> None:
        """Write at the end. Raises Refused with WRONG_OFFSET when a newer request took over."""
        with self._lock:
            rest = memoryview(block)
            while rest:
                written = os.write(self._mine(), rest)
                self.offset += written
                rest = rest[written:]
            if self._hash is not None:
                self._hash.update(block)

    def cut_back(self, offset: int) -> None:
        """Forget what came after that byte: it was harmed on its way."""
        with self._lock:
            if self._file is not None:
                os.ftruncate(self._file, offset)
                os.lseek(self._file, offset, os.SEEK_SET)
                self.offset = offset
                self._hash = None

    def sync(self) -> None:
        """Bring what was written to the disk; nothing to do when a newer request took over."""
        with self._lock:
            if self._file is not None:
                os.fsync(self._file)

    def finish(self, sha256: str) -> None:
        """Put the whole medium in its place. Raises WrongHash, the part is then gone."""
        with self._lock:
            self._mine()
            self._let_go_to_be_moved()
            media_store.finish(self.path, sha256, self._hash.hexdigest() if self._hash is not None else None)

    def close(self) -> None:
        """Let go of the file; what it holds stays for the next request."""
        with self._lock:
            self._close()

    def be_moved(self) -> None:
        """All has come, and its file is about to be put elsewhere."""
        with self._lock:
            self._let_go_to_be_moved()

    def _let_go_to_be_moved(self) -> None:
        if not _MOVES_WHAT_IS_OPEN:
            self._close()

    def _close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __enter__(self) -> Part:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()
        with _guard:
            if _open.get(self.path) is self:
                del _open[self.path]

    def _mine(self) -> int:
        if self._file is None:
            raise Refused(ErrorCode.WRONG_OFFSET, "a newer request goes on with this medium")
        return self._file


def open_part(sha256: str, device: str, size: int) -> Part:
    """The part of that tablet, taken over from an older request if one is there."""
    path = media_store.part_of(sha256, device)
    with _taken_over(path):
        part = _open[path] = Part(path, size)
    return part


def offset_on_disk(sha256: str, device: str) -> int:
    """How many bytes of that part are safely on the disk."""
    path = media_store.part_of(sha256, device)
    with _taken_over(path):
        pass
    try:
        with path.open("rb+") as file:  # Windows brings only what may be written to the disk
            os.fsync(file.fileno())
            return os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        return 0


def sweep_now_and_then() -> None:
    """Forget the parts whose time is over; looked for a few times a day."""
    global _swept_at  # noqa: PLW0603
    with _guard:
        if time.monotonic() - _swept_at < _SWEEP_EVERY_S:
            return
        _swept_at = time.monotonic()
    sweep(time.time() - KEPT.total_seconds())


def sweep(before: float) -> None:
    """Forget the parts of which nothing came since then (seconds of the epoch)."""
    for path in (*media_store.all_parts(), *carried_bundles.parts()):
        with _guard, suppress(FileNotFoundError):  # it came whole meanwhile
            if path not in _open and path.stat().st_mtime < before:
                path.unlink(missing_ok=True)


def discard(sha256: str, device: str) -> None:
    """Forget what arrived so far."""
    path = media_store.part_of(sha256, device)
    with _taken_over(path):
        path.unlink(missing_ok=True)


def discard_all(sha256: str) -> None:
    """Forget what arrived so far from any tablet; a request that still brings bytes is told to ask again."""
    for path in media_store.parts_of(sha256):
        with _taken_over(path):
            path.unlink(missing_ok=True)


@contextmanager
def _taken_over(path: Path) -> Iterator[None]:
    """No older request has it, and no newer one may begin.

    One that is just putting it in its place (a slow bucket) ends that first; those of other media do not wait for it.
    """
    with _guard:
        older = _open.get(path)
    if older is not None:
        older.close()
    with _guard:
        older = _open.pop(path, None)
        if older is not None:
            older.close()
        yield


def _lock_among_processes(file: int) -> None:
    """Several server processes (PostgreSQL only, never on Windows) must not append to one part together."""
    if os.name == "nt":
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as fault:
        raise Refused(ErrorCode.SERVER_BUSY, "another request still holds this medium: try again") from fault
