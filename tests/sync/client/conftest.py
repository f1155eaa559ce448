"""The field under test: one running server for each worker, a fresh one for tests that stop it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sync.client.field import Field, Gup
from tests.sync.client.folders import copy_of, migrated_folder


@pytest.fixture(scope="session")
def migrated_gup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's data folder with an up-to-date database, never used: copied for each server that must be fresh."""
    return migrated_folder(tmp_path_factory.mktemp("migrated") / "gup")


@pytest.fixture(scope="session")
def running_gup(migrated_gup: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gup]:
    """One server for this worker; on PostgreSQL when DATABASE_URL says so."""
    folder = copy_of(migrated_gup, tmp_path_factory.mktemp("running") / "gup")
    with _own_database() as url:
        server = Gup(folder, url)
        yield server
        server.close()


def _own_database() -> _Database:
    return _Database(os.environ.get("DATABASE_URL", ""))


class _Database:
    """A PostgreSQL database of this worker alone; nothing without DATABASE_URL."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._name = f"gup_sync_{os.getpid()}"

    def __enter__(self) -> str:
        if not self._url:
            return ""
        self._run(f"CREATE DATABASE {self._name}")
        return f"{self._url.rpartition('/')[0]}/{self._name}"

    def __exit__(self, *_: object) -> None:
        if self._url:
            self._run(f"DROP DATABASE {self._name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[arg-type]


@pytest.fixture
def place(running_gup: Gup, tmp_path: Path) -> Iterator[Field]:
    """Tablets and a link to this worker's server."""
    made = Field(running_gup, tmp_path)
    yield made
    made.close()


@pytest.fixture
def fresh_gup(migrated_gup: Path, tmp_path: Path) -> Iterator[Callable[[], Gup]]:
    """`fresh_gup()`: a server of the test's own."""
    started: list[Gup] = []

    def start() -> Gup:
        started.append(Gup(copy_of(migrated_gup, tmp_path / f"gup-{len(started)}")))
        return started[-1]

    yield start
    for server in started:
        server.close()


@pytest.fixture
def fresh_place(fresh_gup: Callable[[], Gup], tmp_path: Path) -> Iterator[Field]:
    """The same with a server that the test may stop, kill and restore."""
    made = Field(fresh_gup(), tmp_path)
    yield made
    made.close()
