"""Programs that make real parts fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest


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
