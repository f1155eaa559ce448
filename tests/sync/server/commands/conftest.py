"""A server that people reach by its public address, through the documented proxy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from behind_nginx import NAME, Nginx
from running import Server, start_gup


@pytest.fixture
def public_office(tmp_path: Path) -> Iterator[Server]:
    """A server that people reach by its public address only."""
    running = start_gup(tmp_path / "gup", {"GUP_URL": f"https://{NAME}"})
    yield running
    running.stop()


@pytest.fixture
def nginx(public_office: Server, tmp_path: Path) -> Iterator[Nginx]:
    """`nginx(block)`: in front of that server, with that server block."""
    started = Nginx(public_office.url, tmp_path)
    yield started
    started.stop()
