"""A field whose server is a test's own: it may be stopped, killed and restored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.client.field import Field, Gup
from tests.sync.client.folders import copy_of, migrated_folder


@pytest.fixture(scope="session")
def migrated_gup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An up-to-date data folder, never used."""
    return migrated_folder(tmp_path_factory.mktemp("migrated") / "gup")


@pytest.fixture
def field(migrated_gup: Path, tmp_path: Path) -> Iterator[Field]:
    """A server of the test's own, that may be stopped and restored."""
    made = Field(Gup(copy_of(migrated_gup, tmp_path / "gup")), tmp_path)
    yield made
    made.close()
    made.gup.close()
