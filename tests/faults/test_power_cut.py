"""The power goes at any moment: what a tablet said was saved is on its disk, whatever of the rest is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults import power_cut
from tests.faults.power_cut import Call, Recording
from tests.walker.store import saver, test_kill
from walker.errors import StoreError

CUTS = int(os.environ.get("GUP_POWER_CUTS", "90"))
SEED = 7


def _promise(call: Call) -> list[str]:
    return call.data.decode().splitlines() if call.name == "write" and call.path.startswith("pipe:") else []


def _violations(folder: Path, promised: list[str]) -> list[str]:
    try:
        return test_kill.violations(folder, promised)
    except StoreError as fault:
        return [str(fault)]


def _recording(strace: str, tmp_path: Path, mode: str = "") -> Recording:
    folder = tmp_path / "data"
    folder.mkdir()
    calls = power_cut.record(strace, tmp_path / "log", power_cut.python(test_kill.SAVER, str(folder), mode))
    return Recording(calls, folder, _promise, _violations)


@pytest.mark.timeout(60 + CUTS)
def test_what_was_saved_is_there_after_a_power_cut(strace: str, tmp_path: Path) -> None:
    """At its very first start too, when the file has no beginning yet: the next start works."""
    made = _recording(strace, tmp_path)
    assert made.sweep(made.birth(4), tmp_path, SEED) == []
    assert made.sweep(made.moments(CUTS, SEED), tmp_path, SEED) == []


@pytest.mark.timeout(120)
@pytest.mark.parametrize("mistake", [mode for mode in saver.MISTAKES if mode != "control"])
def test_the_cuts_show_what_is_not_on_the_disk_yet(strace: str, tmp_path: Path, mistake: str) -> None:
    """The controls: without them a green sweep proves nothing."""
    made = _recording(strace, tmp_path, mistake)
    found = made.sweep(made.moments(60, SEED), tmp_path, SEED)
    assert any("held" in line or "checked" in line for line in found), found
