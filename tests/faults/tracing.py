"""strace on a process that runs: its calls recorded, or one of them made to fail or to kill."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Every call by which something reaches a disk, or stops being there.
WRITES = ("pwrite64", "write", "fsync", "fdatasync", "rename", "ftruncate", "unlink", "openat", "close")


@contextmanager
def attached(strace: str, pid: int, log: Path, *options: str) -> Iterator[None]:
    """From inside until the end of the block, or of the process."""
    command = [strace, "-f", "-p", str(pid), "-o", str(log), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        assert "attached" in first, first
        try:
            yield
        finally:
            process.kill()  # what it traced goes on


def counted(log: Path) -> Counter[str]:
    """How often each call was begun."""
    return Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text(errors="replace"), re.MULTILINE))
