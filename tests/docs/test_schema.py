"""docs/schema.md is what the migrations make, and each release's database still opens."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sync.protocol import codec
from sync.protocol.records import ExploratoryWalk, Report
from walker.store import open_store
from walker.store.database import FILE_NAME, SCHEMA_VERSION

ROOT = Path(__file__).parents[2]
KEPT = sorted((ROOT / "tests" / "data" / "databases").glob("walker-v*.db"))


def test_the_page_is_that_of_the_migrations() -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "scripts.schema", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_every_version_of_the_schema_has_a_kept_database() -> None:
    assert [file.stem for file in KEPT] == [f"walker-v{version}" for version in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("kept", KEPT, ids=lambda file: file.stem)
def test_a_database_of_each_release_opens_whole_and_sends_what_waited(kept: Path, tmp_path: Path) -> None:
    shutil.copy(kept, tmp_path / FILE_NAME)
    with open_store(tmp_path) as store:
        assert store.database.integrity() == []
        assert store.records.damaged() == []
        assert store.records.count(ExploratoryWalk) == 1
        assert store.records.count(Report) > 5
        waiting = store.outbox.outgoing(500)
        assert store.outbox.backlog().left == len(waiting) > 10
        assert all(codec.sha256(record.body) == record.hash for record in waiting)
        assert len(store.outbox.backlog().refused) == 1
        assert len(store.drafts.all()) == 1
