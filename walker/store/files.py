"""Writes a file so that it is whole or absent after a power cut: aside, fsync, rename, fsync of the folder."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from sync.durable import sync_folder
from walker.errors import StoreError

_AS_IT_IS = getattr(os, "O_BINARY", 0)  # Windows would change the bytes of line ends


def write_durably(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Raises StoreError, leaving what was there before."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _AS_IT_IS, mode)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, opened with its mode
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as fault:
        with suppress(OSError):  # what is left aside is swept at the next start
            part.unlink(missing_ok=True)
        raise disk_fault(fault, path) from fault


def disk_fault(fault: OSError, path: Path) -> StoreError:
    """The sentence for what the disk answered."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreError("disk_full", "the disk is full", file=path, mend="free some space and save again")
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreError(
            "read_only", "this folder cannot be written", file=path, mend="give the right to write it, or use --data"
        )
    if fault.errno in (errno.ENOENT, errno.ENOTDIR, errno.EISDIR):
        return StoreError(
            "folder_unusable", f"it cannot be written there ({fault.strerror})", file=path, mend="check the path"
        )
    return StoreError("disk_error", f"the disk failed ({fault.strerror})", file=path, mend="save again, then check it")
