"""The protocol alone: what the office does with an arrival has its own tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from sync.server.api import receivers


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is published by itself, so that a test counts only what it pushed."""
    monkeypatch.setattr(receivers, "RECEIVERS", {})


@pytest.fixture
def media_folder(tmp_path: Path) -> None:
    """Bytes that this test sends lie in a folder of its own."""
    settings.MEDIA_FOLDER = tmp_path / "media"
    settings.MEDIA_FOLDER.mkdir()
