"""What every test needs: a home of its own, the shared real data, and no surprise from the environment."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

# Qt, fontconfig and keyring look at these when imported, so they are set before any test module is.
_HOME = Path(tempfile.mkdtemp(prefix="gup-walker-home-"))
os.environ["HOME"] = str(_HOME)
os.environ["XDG_RUNTIME_DIR"] = str(_HOME / "runtime")
(_HOME / "runtime").mkdir(mode=0o700)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real recordings, photos and open data, beside the project; read in place."""
    folder = Path(os.environ.get("GUP_WALKER_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"needs the shared data folder: {folder} (set GUP_WALKER_DATA)")
    return folder
