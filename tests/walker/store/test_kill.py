"""Killed at a write, or told that the disk is full: what was promised is there, whole, and no row lacks its bytes.

Every few write points here; GUP_KILL_EVERY=1 makes it all of them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from sync.protocol.records import Photo
from walker.store import Store, open_store

SAVER = Path(__file__).parent / "saver.py"
CALLS = ("pwrite64", "write", "fsync", "fdatasync", "rename", "ftruncate", "unlink")
EVERY = int(os.environ.get("GUP_KILL_EVERY", "11"))


def _run(strace: str, folder: Path, log: Path, *inject: str, mode: str = "") -> list[str]:
    """What the saver promised before it ended."""
    traced = [strace, "-f", "-o", str(log), "-e", f"trace={','.join(CALLS)}", *inject]
    done = subprocess.run(
        [*traced, sys.executable, str(SAVER), str(folder), mode], capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()


def _write_points(log: Path) -> Counter[str]:
    return Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text(), re.MULTILINE))


def violations(folder: Path, promised: list[str]) -> list[str]:
    """Promises not held, and rows without their bytes."""
    if not folder.exists():
        return [line for line in promised if line.startswith(("held", "checked"))]
    with open_store(folder) as store:
        found = [*store.database.integrity(), *store.records.damaged()]
        found += [f"bytes of {photo_id} are missing" for photo_id in store.photos.missing()]
        found += [line for line in promised if not _is_kept(store, line)]
    return found


def _is_kept(store: Store, promise: str) -> bool:
    word, _, subject = promise.partition(" ")
    if word not in ("held", "checked"):
        return True
    photo = store.records.find(subject)
    if not isinstance(photo, Photo):
        return False
    if photo.sha256 is not None:
        path = store.media.path(photo.sha256)
        return path.exists() and path.read_bytes() == b"final bytes " * 4000
    file = store.photos.shot(subject).file
    return word == "held" and file is not None and file.exists() and file.read_bytes() == b"private original " * 4000


def _sweep(
    strace: str, tmp_path: Path, *, mode: str = "", calls: tuple[str, ...] = CALLS, every: int = EVERY
) -> list[str]:
    whole = _run(strace, tmp_path / "whole", tmp_path / "log", mode=mode)
    assert [line.partition(" ")[0] for line in whole] == ["open", "held", "held", "checked", "held"]
    found = []
    points = _write_points(tmp_path / "log")
    assert points["fsync"] + points["fdatasync"] > 10
    for call in calls:
        for number in range(1 + points[call] % every // 2, points[call] + 1, every):
            folder = tmp_path / f"{call}-{number}"
            inject = ("-e", f"inject={call}:signal=SIGKILL:when={number}")
            promised = _run(strace, folder, tmp_path / "log", *inject, mode=mode)
            found += [f"{call} {number}: {line}" for line in violations(folder, promised)]
    return found


@pytest.mark.timeout(300)
def test_a_process_killed_at_a_write_loses_nothing_it_promised(strace: str, disk_path: Path) -> None:
    assert _sweep(strace, disk_path) == []


@pytest.mark.timeout(120)
def test_the_sweep_sees_a_row_written_before_its_bytes(strace: str, disk_path: Path) -> None:
    """The control: without it a green sweep proves nothing."""
    assert _sweep(strace, disk_path, mode="control", calls=("fsync",), every=2) != []


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("call", "error", "code"),
    [
        ("pwrite64", "ENOSPC", "disk_full"),
        ("fsync", "ENOSPC", "disk_full"),
        ("pwrite64", "EIO", "disk_error"),
        ("fsync", "EIO", "disk_error"),
    ],
)
def test_a_disk_that_fails_is_told_in_a_sentence_and_keeps_what_was_saved(
    strace: str, tmp_path: Path, call: str, error: str, code: str
) -> None:
    folder, log = tmp_path / "data", tmp_path / "log"
    before = _run(strace, folder, log)
    before += _run(strace, folder, log)
    half = _write_points(log)[call] // 2
    promised = _run(strace, folder, log, "-e", f"inject={call}:error={error}:when={half}+")
    assert f"refused {code}" in promised
    assert violations(folder, before + promised) == []
    assert "held" in _run(strace, folder, log)[-1]
