"""The protocol alone: what the office does with an arrival has its own tests."""

from __future__ import annotations

import pytest

from sync.server.api import receivers


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is published by itself, so that a test counts only what it pushed."""
    monkeypatch.setattr(receivers, "RECEIVERS", {})
