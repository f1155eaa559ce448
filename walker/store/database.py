"""Opens the tablet's one SQLite file: checked, backed up before migrating, durable at every commit.

One process at a time may write a data folder (a file lock held as long as the store is open), and its threads take
turns: every write is one IMMEDIATE transaction, never held over network or file I/O. One connection a thread.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sync import sqlite_driver
from sync.durable import replace_durably

sqlite_driver.install()

import sqlcipher3.dbapi2 as sqlite  # noqa: E402 - the driver comes first

from walker.errors import StoreError  # noqa: E402
from walker.store.files import disk_fault  # noqa: E402
from walker.store.folder_lock import FolderLock, Held  # noqa: E402

FILE_NAME = "walker.db"
LOCK_NAME = "walker.lock"
BACKUPS = "backups"
DAMAGED = ".damaged"  # what a copy is called that holds rows which are not what their hash says
SCHEMA_VERSION = 7
# "GUPW" as a big-endian number: tells our file from any other program's.
APPLICATION_ID = 0x47555057

_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68
_USER_VERSION_AT = 60
_HEADER = 100

Row = Mapping[str, Any]


class StoreDatabase:
    """The file, its lock, and a connection for each thread. `writable` False never changes a byte of it."""

    def __init__(self, data_dir: Path, *, writable: bool = True) -> None:
        self.folder = data_dir
        self.path = data_dir / FILE_NAME
        self.writable = writable
        self._local = threading.local()
        self._opened: list[Any] = []
        self._turn = threading.RLock()
        self._lock: FolderLock | None = None
        _require_folder(data_dir)
        if writable:
            self._lock = _lock_folder(data_dir)
        try:
            if writable:
                _finish_birth(self.path)
            check_file(self.path)
            if writable:
                self._migrate()
            else:
                self._check_readable()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close every thread's connection and let another process write."""
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        self._local = threading.local()
        if self._lock is not None:
            self._lock.release()

    def query(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """Rows as dictionaries."""
        with self._explained():
            try:
                return _rows(self._connection().execute(sql, values))
            except sqlite.OperationalError as fault:
                if "decode" not in str(fault):
                    raise
                return self._readable(sql, values)

    def _readable(self, sql: str, values: Sequence[object] | Mapping[str, object]) -> list[Row]:
        """Where a flipped bit makes a text none: with a sign for what cannot be read, so that the check finds it."""
        connection = self._connection()
        connection.text_factory = lambda text: text.decode(errors="replace")
        try:
            return _rows(connection.execute(sql, values))
        finally:
            connection.text_factory = str

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:
        """The first column of the first row, None without a row."""
        with self._explained():
            row = self._connection().execute(sql, values).fetchone()
        return None if row is None else row[0]

    def execute(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> int:
        """One change, inside `write()`; how many rows it touched."""
        with self._explained():
            connection = self._connection()
            assert connection.in_transaction, "a change outside of write()"
            return int(connection.execute(sql, values).rowcount)

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction, on disk when it ends; inside another one it is part of that one."""
        with self._turn:
            connection = self._connection()
            if connection.in_transaction:
                yield
                return
            with self._explained():
                connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                with self._explained():
                    connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def empty_journal(self) -> None:
        """All that was committed goes into the file itself, and nothing of how it came about stays beside it.

        A thread that reads meanwhile holds the journal's end back until the next call.
        """
        with self._turn, self._explained():
            self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def integrity(self) -> list[str]:
        """What SQLite finds wrong in the file; empty when it is sound."""
        lines = [str(next(iter(row.values()))) for row in self.query("PRAGMA integrity_check(20)")]
        return [] if lines == ["ok"] else lines

    def backup(self, target: Path) -> Path:
        """A whole and consistent copy, on the disk when this returns; `target` must not exist.

        What is damaged is never called a backup: then the copy lies beside `target`, named so, and its path is given.
        """
        with self._explained():
            target.parent.mkdir(parents=True, exist_ok=True)
            aside = target.with_name(f"{target.name}{DAMAGED}")
            self._connection().execute("VACUUM INTO ?", (str(aside),))
            if not _is_as_kept(aside):
                replace_durably(aside, aside)
                return aside
        replace_durably(aside, target)
        return target

    def _migrate(self) -> None:
        with self._explained():
            is_new = self._is_empty()
            connection = self._connection()
            if not is_new:
                self._check_pages()
            else:  # first and alone, so that a file cut short at birth is still known as ours
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode = WAL")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version == SCHEMA_VERSION:
                return
            if version:
                moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
                self.backup(self.folder / BACKUPS / f"walker-v{version}-{moment}.db")
            _apply_migrations(connection)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            # What the file is must be read from its first bytes, without opening it.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _check_readable(self) -> None:
        with self._explained():
            if self._is_empty():  # nothing was ever kept here: read an empty database, make no file
                _apply_migrations(self._connection())
            elif self.value("PRAGMA user_version") == 0:
                raise _in_use(self.folder)  # its tables are just being made
            self._check_pages()

    def _is_empty(self) -> bool:
        return not self.path.exists() or self.path.stat().st_size == 0

    def _check_pages(self) -> None:
        if self.value("PRAGMA quick_check(1)") != "ok":
            raise _damaged(self.path)

    def _connection(self) -> Any:
        held = getattr(self._local, "connection", None)
        if held is None:
            held = self._connect()
            self._local.connection = held
        return held

    def _connect(self) -> Any:
        address = f"{self.path.absolute().as_uri()}?mode={'rwc' if self.writable else 'ro'}"
        if not self.writable and self._is_empty():
            address = ":memory:"
        connection = sqlite.connect(
            address,
            uri=True,
            isolation_level=None,  # transactions begin where write() says so, nowhere else
            timeout=10,
            check_same_thread=False,  # so that close() may close what other threads opened
        )
        self._opened.append(connection)
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA wal_autocheckpoint = 4000")  # 16 MB: a tap seldom waits for a checkpoint
        except UnicodeDecodeError as fault:  # what SQLite says of a damaged table quotes it
            raise _damaged(self.path) from fault
        return connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """SQLite's failures that a person can mend, as sentences."""
        try:
            yield
        except sqlite.OperationalError as fault:
            raise _explain(fault, self.path) from fault
        except sqlite.DatabaseError as fault:
            if isinstance(fault, sqlite.IntegrityError | sqlite.ProgrammingError):
                raise
            raise _damaged(self.path) from fault
        except UnicodeDecodeError as fault:
            raise _damaged(self.path) from fault


def _rows(cursor: Any) -> list[Row]:
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _is_as_kept(path: Path) -> bool:
    """Whether a copy is sound, to SQLite and by the hash of every row: a flipped bit leaves a page well formed."""
    from hashlib import sha256  # brings OpenSSL along, which a start does without

    connection = sqlite.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            return False
        for table in ("records", "copies"):
            for record_hash, body in connection.execute(f"SELECT hash, body FROM {table}"):
                if sha256(body).hexdigest() != record_hash:
                    return False
        return True
    finally:
        connection.close()


def _apply_migrations(connection: Any) -> None:
    """Loads sqlite-utils, which an up-to-date file does without: a third of a cold start."""
    from walker.store.migrations import migrations
    from walker.store.sqlite_tools import Database

    migrations.apply(Database(connection))


def _finish_birth(path: Path) -> None:
    """A power cut during the very first write leaves a file without its beginning; its journal says: empty it."""
    header = _header(path)
    if not header or any(header[: len(_MAGIC)]) or not path.with_name(f"{path.name}-journal").exists():
        return
    connection = sqlite.connect(path)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite.DatabaseError as fault:
        raise _damaged(path) from fault
    finally:
        connection.close()


def check_file(path: Path) -> None:
    """Refuse what is not ours by its first bytes alone, so that a refused file is not even opened by SQLite."""
    header = _header(path)
    if not header:
        return
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise StoreError(
            "not_a_database",
            "this file is not a database; it was left as it is",
            file=path,
            mend="move it elsewhere, or put back the newest file of the folder backups",
        )
    if int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big") != APPLICATION_ID:
        raise StoreError(
            "foreign_database",
            "this database belongs to another program; it was left as it is",
            file=path,
            mend="choose another folder with --data",
        )
    version = int.from_bytes(header[_USER_VERSION_AT : _USER_VERSION_AT + 4], "big")
    if version > SCHEMA_VERSION:
        raise StoreError(
            "database_too_new",
            f"this database is of a newer version ({version}; this program knows {SCHEMA_VERSION}); "
            "it was left as it is",
            file=path,
            mend="install the newer version of the field app",
        )


def is_outdated(path: Path) -> bool:
    """Whether the file is of an older version, by its first bytes."""
    header = _header(path)
    version = int.from_bytes(header[_USER_VERSION_AT : _USER_VERSION_AT + 4], "big")
    return header.startswith(_MAGIC) and version < SCHEMA_VERSION


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except (FileNotFoundError, NotADirectoryError):
        return b""
    except OSError as fault:
        raise disk_fault(fault, path) from fault


def _lock_folder(folder: Path) -> FolderLock:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return FolderLock(folder / LOCK_NAME)
    except Held as fault:
        raise _in_use(folder) from fault
    except (FileExistsError, NotADirectoryError) as fault:
        raise _no_folder(folder) from fault
    except OSError as fault:
        raise disk_fault(fault, folder) from fault


def _require_folder(folder: Path) -> None:
    """Refuse a path that leads through a file, or that may not be looked into."""
    try:
        there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
        if not there.is_dir():
            raise _no_folder(folder)
    except OSError as fault:
        raise disk_fault(fault, folder) from fault


def _in_use(folder: Path) -> StoreError:
    return StoreError(
        "data_in_use",
        "another walker is open on this data folder",
        file=folder,
        mend="close it first, or choose another folder with --data",
    )


def _no_folder(folder: Path) -> StoreError:
    return StoreError(
        "folder_unusable", "this is a file, not a folder", file=folder, mend="choose a folder with --data"
    )


def _damaged(path: Path) -> StoreError:
    return StoreError(
        "database_damaged",
        "this database is damaged; it was left as it is",
        file=path,
        mend="keep a copy of it, then put back the newest file of the folder backups",
    )


def _explain(fault: Exception, path: Path) -> Exception:
    words = str(fault)
    if "full" in words:
        return StoreError("disk_full", "the disk is full", file=path, mend="free some space and save again")
    if "readonly" in words or "unable to open" in words:
        return StoreError(
            "read_only", "this database cannot be written", file=path, mend="give the right to write its folder"
        )
    if "disk I/O" in words or "locked" in words:
        return StoreError("disk_error", f"the disk failed ({words})", file=path, mend="save again, then check it")
    if "malformed" in words or "not a database" in words:
        return _damaged(path)
    return fault
