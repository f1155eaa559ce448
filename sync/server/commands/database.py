"""Opens the server's database for a command: Django set up, migrations and seed applied, one process at a time.

A database that is not ours, damaged, or of a newer version is refused with a sentence and left as it is.
"""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from sync.server import data_folder
from sync.server.commands.refusal import Refusal

_MIGRATE_LOCK = "migrate.lock"
_OURS = frozenset({"django_migrations", "records_record"})


def open_database(*, alone: bool = False) -> Path:
    """Set Django up, apply what migrations are missing, publish what the seed has more. Gives the data folder.

    `alone`: the caller holds the lock of the server that runs on this folder.
    """
    import django

    django.setup()
    from django.db import connection

    folder = data_folder.default()
    with FileLock(folder / _MIGRATE_LOCK):
        if connection.vendor == "sqlite":
            refuse_foreign(folder / data_folder.DATABASE, str(folder / data_folder.DATABASE))
        else:
            _refuse_what_does_not_answer()
        if not alone:
            _refuse_under_a_running_server(folder)
        bring_up_to_date()
    return folder


def _refuse_what_does_not_answer() -> None:
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as fault:
        said = str(fault).splitlines()[0]
        raise Refusal(f"DATABASE_URL: {said}; start PostgreSQL, or mend the address") from fault


def bring_up_to_date() -> None:
    """Migrations and seed, in the database that Django is set to."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    publish_seed()


def _refuse_under_a_running_server(folder: Path) -> None:
    """A newer command must not change the tables that an older server is working on."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    try:
        with FileLock(folder / data_folder.SERVE_LOCK, timeout=0):
            return
    except Timeout as fault:
        raise Refusal(f"{folder}: a server of another version runs on it; stop it, start this one") from fault


def refuse_foreign(file: Path, named: str) -> None:
    """Raises Refusal for a SQLite file that is not a database of this version or an older one; reads it only."""
    from sqlcipher3 import dbapi2 as sqlite

    if not file.exists() or not file.stat().st_size:
        return
    connection = sqlite.connect(f"file:{file}?mode=ro", uri=True)
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        applied: set[tuple[str, str]] = set()
        if tables >= _OURS:
            applied.update(connection.execute("SELECT app, name FROM django_migrations"))
        damage = str(connection.execute("PRAGMA quick_check").fetchone()[0])
    except sqlite.DatabaseError as fault:
        raise Refusal(f"{named}: not a database, or damaged ({fault}); restore a backup with gup restore") from fault
    finally:
        connection.close()
    if damage != "ok":
        raise Refusal(f"{named}: damaged ({damage.splitlines()[0]}); restore a backup with gup restore")
    if tables and not tables >= _OURS:
        raise Refusal(f"{named}: a database of another program; give another --data")
    if newer := sorted(applied - _migrations()):
        raise Refusal(f"{named}: made by a newer version ({'.'.join(newer[0])}); install that version first")


def _migrations() -> set[tuple[str, str]]:
    from django.db.migrations.loader import MigrationLoader

    return set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def publish_seed() -> None:
    """The catalogue, organisations and territories that come with the program; what is already there stays."""
    from sync.protocol.catalogue import load_seed
    from sync.server.catalogue.actions import publish_entries
    from sync.server.organisations.actions import seed as seed_organisations
    from sync.server.records.feed import writing
    from sync.server.territories.actions import seed as seed_territories

    seed = load_seed()
    with writing():
        publish_entries(seed)
        seed_organisations(seed)
        seed_territories(seed)
