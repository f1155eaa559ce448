"""Opens the server's database for a command: Django set up, migrations applied once, one process at a time."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock

from sync.server import data_folder

_MIGRATE_LOCK = "migrate.lock"


def open_database() -> Path:
    """Set Django up and apply what migrations are missing. Gives the data folder."""
    import django

    django.setup()
    from django.core.management import call_command

    folder = data_folder.default()
    with FileLock(folder / _MIGRATE_LOCK):
        call_command("migrate", verbosity=0, interactive=False)
    return folder
