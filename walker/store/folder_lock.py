"""One process at a time in a data folder: a lock of the system on a file, gone with its process however that ends.

Where there is flock(2) it is asked for directly: the library for all systems is a twentieth of a cold start.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


class Held(Exception):
    """Another process has it."""


if sys.platform == "win32":
    import filelock

    class FolderLock:
        """Taken when made. Raises Held, or OSError when the file cannot be opened or locked."""

        def __init__(self, path: Path) -> None:
            self._lock = filelock.FileLock(path, timeout=0, thread_local=False)
            try:
                self._lock.acquire()
            except filelock.Timeout as fault:
                raise Held(str(path)) from fault

        def release(self) -> None:
            """Nothing the second time."""
            self._lock.release()

else:
    import errno
    import fcntl

    class FolderLock:
        """Taken when made. Raises Held, or OSError when the file cannot be opened or locked."""

        def __init__(self, path: Path) -> None:
            self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as fault:
                self.release()
                if fault.errno in (errno.EWOULDBLOCK, errno.EACCES):
                    raise Held(str(path)) from fault
                raise

        def release(self) -> None:
            """Nothing the second time. The file stays: whoever waits for another one of its name would not see us."""
            file, self._file = self._file, None
            if file is not None:
                os.close(file)
