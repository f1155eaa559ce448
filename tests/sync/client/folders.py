"""Data folders of servers for tests: migrated once, copied for each server that must be fresh."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from sync.protocol import ids
from tests.sync.client.field import gup


def migrated_folder(folder: Path) -> Path:
    """A data folder with an up-to-date database, never used."""
    made = gup("enrol-code", "--data", str(folder))
    assert made.returncode == 0, made.stderr
    return folder


def copy_of(migrated: Path, folder: Path) -> Path:
    """A copy with an epoch of its own, or tablets would take it for the same server."""
    shutil.copytree(migrated, folder)
    connection = sqlite.connect(folder / "gup.sqlite3")
    connection.execute("UPDATE records_feed SET epoch = ?", (ids.new_id(),))
    connection.commit()
    connection.close()
    return folder
