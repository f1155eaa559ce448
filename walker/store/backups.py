"""Backups made before a migration: what a person asked to erase goes from them too, and the rest of them stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sync import sqlite_driver

sqlite_driver.install()

import sqlcipher3.dbapi2 as sqlite  # noqa: E402 - the driver comes first

from walker.store.database import BACKUPS  # noqa: E402

_BY_ID = ("records", "sent_hashes", "tray", "drafts", "other_versions", "past_versions", "shots", "media")


def erase_from_backups(data_dir: Path, ids: Iterable[str]) -> None:
    """Of these records nothing is left in any backup. One that cannot be read any more is no backup: it goes."""
    erased = list(ids)
    for file in sorted((data_dir / BACKUPS).glob("walker-v*.db*")) if erased else ():
        try:
            with closing(sqlite.connect(str(file), isolation_level=None)) as connection:
                _erase(connection, erased)
        except sqlite.DatabaseError:
            with suppress(OSError):
                file.unlink()


def _erase(connection: Any, ids: Sequence[str]) -> None:
    connection.execute("PRAGMA secure_delete = ON")
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.execute("BEGIN IMMEDIATE")
    for record_id in ids:
        for table in tables.intersection(_BY_ID):
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (record_id,))
        connection.execute("DELETE FROM copies WHERE id = :id OR about = :id", {"id": record_id})
    connection.execute("COMMIT")
