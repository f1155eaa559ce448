"""`gup restore FILE`: puts a backup in place of the database, in a new epoch; what was erased stays erased.

The media folder is left as it is (media of the backup are added); the replaced database stays beside the new one.
`gup restore --after-database` does the rest where the database was put back by its own means: PostgreSQL's dump.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlcipher3 import dbapi2 as sqlite

from sync.server import data_folder
from sync.server.commands import backup
from sync.server.commands.database import bring_up_to_date, open_database, refuse_foreign
from sync.server.commands.refusal import Refusal

_REPLACED = "gup.sqlite3.replaced"
_SHA256 = re.compile(r"[0-9a-f]{64}")


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the command."""
    parser = commands.add_parser("restore", parents=[common], help="put a backup in place (the server is stopped)")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", type=Path, metavar="FILE", nargs="?", help="made by gup backup")
    what.add_argument(
        "--after-database", action="store_true", help="the database was put back by other means, as pg_restore"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Refused while a server runs on this folder, and for any file that is not a whole backup."""
    folder = data_folder.default()
    if os.environ.get("DATABASE_URL") and not options.after_database:
        raise Refusal("DATABASE_URL: restore PostgreSQL with pg_restore, then run gup restore --after-database")
    lock = FileLock(folder / data_folder.SERVE_LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as fault:
        raise Refusal(f"{folder}: the server runs; stop it first") from fault
    with lock:
        if options.after_database:
            open_database(alone=True)
            begin_again()
            return 0
        fresh = folder / "restored.sqlite3"
        import django

        django.setup()
        try:
            _extract(options.file, fresh)
            refuse_foreign(fresh, str(options.file))
            _extract_media(options.file)
            _begin_again_in(fresh)
            _swap(folder, fresh)
        finally:
            for rest in ("", "-wal", "-shm"):
                fresh.with_name(fresh.name + rest).unlink(missing_ok=True)
    return 0


def _extract(file: Path, fresh: Path) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            backup.read_about(archive)
            with archive.open(backup.DATABASE) as packed, fresh.open("wb") as plain:
                shutil.copyfileobj(packed, plain)
                plain.flush()
                os.fsync(plain.fileno())
    except OSError as fault:
        raise Refusal(f"{file}: cannot be read ({fault.strerror}); name a file made by gup backup") from fault
    except (KeyError, ValueError, zipfile.BadZipFile) as fault:
        raise Refusal(f"{file}: not a whole backup ({fault}); name a file made by gup backup") from fault


def _swap(folder: Path, fresh: Path) -> None:
    current = folder / data_folder.DATABASE
    if current.exists():
        _fold_in_wal(current)
        current.replace(folder / _REPLACED)
    for rest in ("-wal", "-shm"):
        current.with_name(current.name + rest).unlink(missing_ok=True)
    fresh.replace(current)


def _fold_in_wal(database: Path) -> None:
    """The replaced database is kept as one file; a damaged one is kept as it is, for it is why one restores."""
    connection = sqlite.connect(database)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite.DatabaseError as fault:
        sys.stderr.write(f"{database}: damaged ({fault}); kept beside the restored one as {_REPLACED}\n")
    finally:
        connection.close()


def _extract_media(file: Path) -> None:
    """Media of the backup, each checked by its hash; those already there are left."""
    from sync.server.records import media_store

    name = ""
    try:
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                sha256 = name.removeprefix(f"{backup.MEDIA_FOLDER}/")
                if _SHA256.fullmatch(sha256) and not media_store.is_there(sha256):
                    media_store.keep(sha256, archive.read(name))
    except (media_store.WrongHash, zipfile.BadZipFile, zlib.error) as fault:
        raise Refusal(f"{file}: {name} is damaged ({fault}); take another backup, nothing was replaced") from fault
    except OSError as fault:
        raise Refusal(
            f"{file}: {name} could not be stored ({fault.strerror or fault}); nothing was replaced"
        ) from fault


def _begin_again_in(fresh: Path) -> None:
    """In the file that is still aside, so that it is never served before this is done."""
    from django.db import connection, connections

    connections.close_all()
    connection.settings_dict["NAME"] = str(fresh)
    try:
        bring_up_to_date()
        begin_again()
    finally:
        connections.close_all()


def begin_again() -> None:
    """A new epoch makes every tablet send all again; erasures asked for since the backup are applied once more."""
    from sync.server.records import actions

    actions.new_epoch()
    actions.note_media_found()
    actions.apply_erasure_file()
