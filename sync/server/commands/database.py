"""Opens the server's database for a command: Django set up, migrations and seed applied, one process at a time."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock

from sync.server import data_folder

_MIGRATE_LOCK = "migrate.lock"


def open_database() -> Path:
    """Set Django up, apply what migrations are missing, publish what the seed has more. Gives the data folder."""
    import django

    django.setup()
    from django.core.management import call_command

    folder = data_folder.default()
    with FileLock(folder / _MIGRATE_LOCK):
        call_command("migrate", verbosity=0, interactive=False)
        publish_seed()
    return folder


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
