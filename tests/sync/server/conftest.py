"""The server under test: a database migrated once and copied, tablets that speak the protocol, the real `gup`."""

# ruff: noqa: E402 - the environment is set before Django reads its settings
from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

# Before Django reads its settings: a data folder of this worker alone.
DATA = Path(tempfile.mkdtemp(prefix="gup-server-tests-"))
os.environ["GUP_DATA"] = str(DATA)
os.environ["DJANGO_SETTINGS_MODULE"] = "sync.server.settings"
sys.path.insert(0, str(Path(__file__).parent))

from sync.server import data_folder

data_folder.prepare(DATA)

import django
from django.conf import settings

django.setup()

import subprocess

from django.core.management import call_command
from django.db import connections
from running import Server, run_gup, start_gup
from wire import Tablet, item, through_django

from sync.protocol import codec, messages, records

settings.AXES_ENABLED = False
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_unconfigure() -> None:
    """The folder of this worker goes with it."""
    shutil.rmtree(DATA, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Migrate once for all workers: a copied file on SQLite, a template database on PostgreSQL."""
    with django_db_blocker.unblock():
        if connections["default"].vendor == "sqlite":
            shutil.copyfile(_migrated_file(tmp_path_factory), settings.DATABASES["default"]["NAME"])
            yield
            connections.close_all()
        else:
            yield from _postgresql(request)


def _migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    template = shared / "migrated.sqlite3"
    with FileLock(f"{template}.lock"):
        if not template.exists():
            call_command("migrate", verbosity=0)
            with connections["default"].cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(template)])
            connections.close_all()
            for path in DATA.glob("gup.sqlite3*"):
                path.unlink()
    return template


def _postgresql(request: pytest.FixtureRequest) -> Iterator[None]:
    from django.test.utils import setup_databases, teardown_databases

    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker:
        name = connections["default"].settings_dict["NAME"]
        connections["default"].settings_dict.setdefault("TEST", {})["NAME"] = f"test_{name}_{worker}"
    config = setup_databases(verbosity=0, interactive=False)
    yield
    connections.close_all()
    teardown_databases(config, verbosity=0)


@pytest.fixture(autouse=True)
def catalogue_of_this_test_alone() -> None:
    """Words are trusted for a second: not those of the test before."""
    from sync.server.reports import vocabulary

    vocabulary.forget()


@pytest.fixture
def as_item() -> Callable[..., messages.PushItem]:
    """`as_item(record, base=None)`: a record as it is pushed."""
    return item


@pytest.fixture
def enrol_tablet(db: None) -> Callable[..., Tablet]:
    """`enrol_tablet(*territory_codes)`: a tablet enrolled in this database, speaking without a socket."""
    from sync.server.accounts.actions import make_enrol_code
    from sync.server.territories.models import Territory

    def make(*codes: str) -> Tablet:
        tablet = Tablet(through_django)
        tablet.enrol(make_enrol_code(Territory.objects.filter(code__in=codes)))
        return tablet

    return make


@pytest.fixture
def gup() -> Callable[..., subprocess.CompletedProcess[str]]:
    """`gup(*arguments)`: the command, run to its end."""
    return run_gup


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One running server for this worker; tests leave it as they like."""
    running = start_gup(tmp_path_factory.mktemp("gup"))
    yield running
    running.stop()


@pytest.fixture
def start_server() -> Iterator[Callable[[Path], Server]]:
    """`start_server(folder)`: a server of the test's own, ended with it if it still runs."""
    started: list[Server] = []

    def start(data: Path, env: dict[str, str] | None = None) -> Server:
        started.append(start_gup(data, env))
        return started[-1]

    yield start
    for running in started:
        running.stop()


@pytest.fixture
def as_records() -> Callable[[Iterable[messages.PulledRecord]], list[records.Record]]:
    """`as_records(page.records)`: the dataclasses of pulled rows."""
    return lambda pulled: [codec.decode(row.body.encode()) for row in pulled]
