"""What every test needs: a home of its own, the shared real data, and no surprise from the environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.needs import missing

# A deadline would judge the machine, not the code.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

# Qt, fontconfig and keyring look at these when imported, so they are set before any test module is.
_HOME = Path(tempfile.mkdtemp(prefix="gup-walker-home-"))
os.environ["HOME"] = str(_HOME)
os.environ["XDG_RUNTIME_DIR"] = str(_HOME / "runtime")
(_HOME / "runtime").mkdir(mode=0o700)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# tmp_path lies in memory where there is room; what proves durability asks for `disk_path`.
_RAM_DISK = Path("/dev/shm")
if _RAM_DISK.is_dir() and shutil.disk_usage(_RAM_DISK).free > 2 * 1024**3:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_RAM_DISK))

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real recordings, photos and open data, beside the project; read in place."""
    folder = Path(os.environ.get("GUP_WALKER_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        missing(f"the shared data folder: {folder} (set GUP_WALKER_DATA)")
    return folder


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application class of the product; without it pytest-qt would make another, or object to ours."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication


@pytest.fixture
def disk_path() -> Iterator[Path]:
    """An empty folder on the real disk, beside the project's own files."""
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as folder:
        yield Path(folder)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Workers read Django's settings with their own data folder; inheriting this name they would read them too early
    and share one database (when a folder of server tests is named on the command line)."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


def pytest_sessionfinish() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


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
