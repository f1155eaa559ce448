"""View-models run on Qt's own loop, so they share the one application of the QML tests' group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy  # noqa: F401 - pytest.approx looks at it, while the finder's thread loads it
import pytest

from tests.sync.client.field import Gup, gup
from tests.walker.window import app, daytime, feed, lens, light, make_app, parts, voice

__all__ = ["app", "daytime", "feed", "lens", "light", "make_app", "parts", "voice"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Gup]:
    """A `gup serve` of this test's own."""
    gup("enrol-code", "--data", str(tmp_path / "gup"))
    running = Gup(tmp_path / "gup")
    yield running
    running.close()
