"""What a person asked to erase is erased from the backups too; a backup keeps everything else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sync.protocol.records import Report
from walker.store import open_store
from walker.store.database import BACKUPS

OLD = Path(__file__).parents[2] / "data" / "databases" / "walker-v1.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A tablet of an earlier version, whose data are backed up at the first start of this one."""
    (tmp_path / "device_key").touch()
    shutil.copy(OLD, tmp_path / "walker.db")
    with open_store(tmp_path):
        pass
    return tmp_path


def test_an_erased_record_is_in_no_backup_and_the_others_are(folder: Path) -> None:
    (backup,) = (folder / BACKUPS).glob("*.db")
    with open_store(folder) as store:
        gone, *others = store.records.all(Report)
        assert others
        assert gone.id.encode() in backup.read_bytes()
        store.outbox.remove_erased(gone.id)
    held = b"".join(file.read_bytes() for file in (folder / BACKUPS).iterdir())
    assert gone.id.encode() not in held
    assert all(other.id.encode() in held for other in others)
    again = folder / "again"
    again.mkdir()
    (again / "device_key").touch()
    shutil.copy(backup, again / "walker.db")
    with open_store(again) as store:
        assert store.database.integrity() == []
        assert [report.id for report in store.records.all(Report)] == [other.id for other in others]


def test_a_backup_that_cannot_be_read_keeps_nothing_of_it_either(folder: Path) -> None:
    (backup,) = (folder / BACKUPS).glob("*.db")
    backup.write_bytes(b"SQLite format 3\0" + backup.read_bytes()[16:5000])
    with open_store(folder) as store:
        store.outbox.remove_erased(store.records.all(Report)[0].id)
    assert list((folder / BACKUPS).iterdir()) == []
