"""Opening the tablet's database: what is not ours is refused with a sentence and left as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from walker.errors import StoreError
from walker.store import database, open_store
from walker.store.database import APPLICATION_ID, FILE_NAME, SCHEMA_VERSION, StoreDatabase
from walker.store.migrations import migrations


def _refused(folder: Path) -> StoreError:
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(StoreError) as refusal:
        open_store(folder)
    assert (folder / FILE_NAME).read_bytes() == before
    with pytest.raises(StoreError):
        open_store(folder, writable=False)
    assert (folder / FILE_NAME).read_bytes() == before
    return refusal.value


def test_random_bytes_are_refused_and_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(bytes(range(256)) * 40)
    fault = _refused(tmp_path)
    assert fault.code == "not_a_database"
    assert str(tmp_path / FILE_NAME) in str(fault)
    assert "\n" not in str(fault)


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as other:
        other.execute("CREATE TABLE notes (text TEXT)")
    other.close()
    assert _refused(tmp_path).code == "foreign_database"


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None) as newer:
        newer.execute("PRAGMA journal_mode = DELETE")
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    assert _refused(tmp_path).code == "database_too_new"


def test_a_database_with_a_damaged_page_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    content = bytearray((tmp_path / FILE_NAME).read_bytes())
    content[4096 : 4096 * 3] = b"\xff" * 4096 * 2
    (tmp_path / FILE_NAME).write_bytes(content)
    assert _refused(tmp_path).code == "database_damaged"


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreError, match="is a file"):
        open_store(tmp_path / "data")


def test_a_second_process_that_would_write_is_refused_while_readers_are_not(tmp_path: Path) -> None:
    with open_store(tmp_path) as first:
        with pytest.raises(StoreError) as refusal:
            open_store(tmp_path)
        assert refusal.value.code == "data_in_use"
        with open_store(tmp_path, writable=False) as reader:
            assert reader.identity.device_id() == first.identity.device_id()
    open_store(tmp_path).close()


def test_reading_an_absent_folder_makes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "absent", writable=False) as store:
        assert store.records.damaged() == []
    assert list(tmp_path.iterdir()) == []


def test_every_commit_is_durable_and_tables_are_strict(tmp_path: Path) -> None:
    """NORMAL would lose acknowledged commits at a power cut (performance.md §1)."""
    held = StoreDatabase(tmp_path)
    assert held.value("PRAGMA synchronous") == 2
    assert held.value("PRAGMA journal_mode") == "wal"
    assert held.value("PRAGMA application_id") == APPLICATION_ID
    loose = held.query(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0"
        " AND name NOT GLOB ?",
        ["*sqlite_*"],
    )
    assert loose == []
    held.close()


def test_a_write_that_fails_changes_nothing(tmp_path: Path) -> None:
    held = StoreDatabase(tmp_path)
    with pytest.raises(ZeroDivisionError), held.write():
        held.execute("INSERT INTO settings VALUES ('a', 'b')")
        raise ZeroDivisionError
    assert held.query("SELECT * FROM settings") == []
    held.close()


@pytest.fixture
def later_version(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program as its next release could be: one migration more."""
    monkeypatch.setattr(database, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    known = list(migrations._migrations)

    @migrations()
    def m9999_example(db: Database) -> None:
        db.execute("CREATE TABLE example (id TEXT PRIMARY KEY) STRICT")

    yield
    migrations._migrations[:] = known


def test_an_older_database_is_backed_up_before_it_is_migrated(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with open_store(tmp_path) as store:
        device_id = store.identity.device_id()
    request.getfixturevalue("later_version")
    with open_store(tmp_path) as store:
        assert store.identity.device_id() == device_id
        assert store.database.value("PRAGMA user_version") == SCHEMA_VERSION + 1
        assert store.database.query("SELECT * FROM example") == []
    (backup,) = (tmp_path / "backups").iterdir()
    with sqlite3.connect(backup) as copy:
        assert copy.execute("SELECT value FROM settings WHERE name = 'device_id'").fetchone() == (device_id,)
        assert copy.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    copy.close()


def test_a_reader_brings_an_older_database_up_to_date_first(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    open_store(tmp_path).close()
    request.getfixturevalue("later_version")
    with open_store(tmp_path, writable=False) as store:
        assert store.database.query("SELECT * FROM example") == []


def test_a_database_cut_short_at_birth_is_still_ours(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None) as young:
        young.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    young.close()
    with open_store(tmp_path) as store:
        assert store.database.integrity() == []
