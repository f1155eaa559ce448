"""Programs that make real parts fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sync.client.folders import migrated_folder


@pytest.fixture(scope="session")
def migrated_gup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's data folder with an up-to-date database, never used."""
    return migrated_folder(tmp_path_factory.mktemp("migrated") / "gup")


@pytest.fixture(scope="session")
def strace() -> str:
    """Fails, never skips: a sweep that did not run proves nothing."""
    program = shutil.which("strace")
    if program is None:
        pytest.fail("needs the program strace (apt: strace)")
    probe = subprocess.run([program, "-o", os.devnull, sys.executable, "-c", ""], capture_output=True, check=False)
    if probe.returncode != 0:
        pytest.fail(f"needs the right to trace a process (CAP_SYS_PTRACE): {probe.stderr.decode()}")
    return program
