"""Killed while a page of six photos is accepted: each has its original or its accepted bytes, never none, never both.

Every few write points here; GUP_KILL_EVERY=1 makes it all of them.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sync.protocol.records import Photo
from tests.walker.store.accepter import PAGE, picture
from tests.walker.store.test_kill import CALLS, EVERY, _write_points
from walker.store import Store, open_store

ACCEPTER = Path(__file__).parent / "accepter.py"


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with six shots that wait for the check."""
    folder = tmp_path_factory.mktemp("taken") / "data"
    subprocess.run([sys.executable, str(ACCEPTER), str(folder), "take"], check=True)
    return folder


def _accept(strace: str, folder: Path, log: Path, *inject: str, mode: str = "") -> set[str]:
    """Ids that were said to be checked."""
    traced = [strace, "-f", "-o", str(log), "-e", f"trace={','.join(CALLS)}", *inject]
    command = [*traced, sys.executable, str(ACCEPTER), str(folder), mode]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return {line.removeprefix("checked ") for line in done.stdout.splitlines()}


def _violations(folder: Path, promised: set[str]) -> list[str]:
    with open_store(folder) as store:  # what a crash cut short is finished now
        photos = store.records.all(Photo)
        found = [*store.database.integrity(), *store.records.damaged(), *map(str, store.photos.strays())]
        found += [f"{len(photos)} photos"] * (len(photos) != PAGE)
        named = {name for photo in photos for name in (photo.sha256, photo.preview_sha256) if name}
        on_disk = {file.name for file in store.media.folder.glob("*")} if store.media.folder.is_dir() else set()
        found += [f"media: {on_disk ^ named}"] * (on_disk != named)
        for number, photo in enumerate(photos):
            has_original, has_final = _original(store, photo, number), _final(store, photo)
            if has_original == has_final:
                found.append(f"photo {number}: {'both' if has_original else 'neither'}")
            if photo.id in promised and not has_final:
                found.append(f"photo {number}: promised, not kept")
        marks = [store.photos.shot(photo.id).drawn for photo in photos if photo.sha256 is None]
        if photos[1].sha256 is None and not any("blur" in drawn for drawn in marks):
            found.append("what was drawn is lost")
        return found


def _original(store: Store, photo: Photo, number: int) -> bool:
    file = store.photos.shot(photo.id).file
    return file is not None and file.exists() and file.read_bytes() == picture(number)


def _final(store: Store, photo: Photo) -> bool:
    if photo.sha256 is None or photo.preview_sha256 is None:
        return False
    for sha256 in (photo.sha256, photo.preview_sha256):
        path = store.media.path(sha256)
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            return False
    return True


def _sweep(
    strace: str, taken: Path, work: Path, *, mode: str = "", calls: tuple[str, ...] = CALLS, every: int = EVERY
) -> tuple[int, list[str]]:
    whole = work / "whole"
    shutil.copytree(taken, whole)
    assert len(_accept(strace, whole, work / "log", mode=mode)) == PAGE
    points = _write_points(work / "log")
    assert points["fsync"] >= 5 * PAGE
    tried, found = 0, []
    for call in calls:
        for number in range(1 + points[call] % every // 2, points[call] + 1, every):
            folder = work / f"{call}-{number}"
            shutil.copytree(taken, folder)
            inject = ("-e", f"inject={call}:signal=SIGKILL:when={number}")
            promised = _accept(strace, folder, work / "log", *inject, mode=mode)
            found += [f"{call} {number}: {line}" for line in _violations(folder, promised)]
            shutil.rmtree(folder)
            tried += 1
    return tried, found


@pytest.mark.timeout(900)
def test_a_kill_while_a_page_is_accepted_loses_neither_original_nor_photo(
    strace: str, taken: Path, disk_path: Path
) -> None:
    tried, found = _sweep(strace, taken, disk_path)
    assert found == []
    assert tried >= 10


@pytest.mark.timeout(300)
def test_the_sweep_sees_an_original_that_is_erased_too_early(strace: str, taken: Path, disk_path: Path) -> None:
    """The control: without it a green sweep proves nothing."""
    assert _sweep(strace, taken, disk_path, mode="control", calls=("fsync",), every=7)[1] != []
