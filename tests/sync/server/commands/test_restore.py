"""A restore is done whole or not at all."""

from __future__ import annotations

import sqlite3
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Server

Gup = Callable[..., subprocess.CompletedProcess[str]]
NAME = "media/" + "ab" * 32


@pytest.mark.parametrize("damage", ["other bytes", "cut in the archive"])
def test_a_backup_with_one_damaged_medium_is_refused_and_the_old_data_stays_in_place(
    start_server: Callable[..., Server], gup: Gup, tmp_path: Path, damage: str
) -> None:
    folder, saved = tmp_path / "data", tmp_path / "gup.backup"
    running = start_server(folder)
    tablet = running.tablet()
    assert gup("backup", str(saved), "--data", str(folder)).returncode == 0
    later = tablet.report()
    tablet.push(later)
    running.stop()
    with zipfile.ZipFile(saved, "a") as archive:
        archive.writestr(NAME, b"not these bytes at all")
    if damage == "cut in the archive":
        saved.write_bytes(saved.read_bytes().replace(b"not these", b"not those"))
    result = gup("restore", str(saved), "--data", str(folder))
    assert (result.returncode, result.stdout) == (4, "")
    assert len(result.stderr.splitlines()) == 1
    assert NAME in result.stderr
    connection = sqlite3.connect(folder / "gup.sqlite3")
    assert connection.execute("SELECT 1 FROM records_record WHERE id = ?", [later.id]).fetchall()
    assert connection.execute("SELECT epoch FROM records_feed").fetchone()[0] == tablet.epoch
    connection.close()
    assert not list(folder.glob("restored*"))


def test_a_damaged_database_is_replaced_by_the_backup_and_kept(
    start_server: Callable[..., Server], gup: Gup, tmp_path: Path
) -> None:
    folder, saved = tmp_path / "data", tmp_path / "gup.backup"
    running = start_server(folder)
    assert gup("backup", str(saved), "--data", str(folder)).returncode == 0
    running.stop()
    (folder / "gup.sqlite3").write_bytes(b"not a database any more" * 500)
    result = gup("restore", str(saved), "--data", str(folder))
    assert result.returncode == 0, result.stderr
    assert (folder / "gup.sqlite3.replaced").read_bytes().startswith(b"not a database")
    assert gup("check", "--data", str(folder)).returncode == 0
