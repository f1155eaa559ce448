"""Programs that make real parts fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sync.client.folders import migrated_folder


@pytest.fixture(scope="session")
def migrated_gup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's data folder with an up-to-date database, never used."""
    return migrated_folder(tmp_path_factory.mktemp("migrated") / "gup")
