"""One writer at a time on SQLite, in turn: first among this process's threads, then among processes.

SQLite's own busy handler starves: of two writers one got 19,162 commits and the other 1. PostgreSQL needs none of it.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

_POLL_SECONDS = 0.002


class _Queue:
    """A lock that is given in the order it was asked for."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._held = False
        self._waiting: deque[threading.Lock] = deque()

    def acquire(self) -> None:
        with self._guard:
            if not self._held:
                self._held = True
                return
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
        turn.acquire()

    def release(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._held = False


_threads = _Queue()
# By process: gunicorn forks its worker after the start has written, and a lock is not inherited.
_locks: dict[tuple[int, Path], FileLock] = {}


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock of that file for a write transaction; never over the network or a file's input and output."""
    _threads.acquire()
    try:
        key = (os.getpid(), path)
        lock = _locks.get(key)
        if lock is None:
            lock = _locks[key] = FileLock(path, thread_local=False)
        with lock.acquire(poll_interval=_POLL_SECONDS):
            yield
    finally:
        _threads.release()
