"""PostgreSQL put back from a dump, by its own programs: nothing is lost, and what was erased does not come back."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sync.client.field import HERE, Field, Gup, Tablet, gup
from tests.sync.server.cluster import Cluster, new_cluster


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with new_cluster() as made:
        yield made


@pytest.fixture
def field(cluster: Cluster, tmp_path: Path) -> Iterator[Field]:
    """Tablets of a server on that cluster."""
    server = Gup(tmp_path / "gup", cluster.url)
    made = Field(server, tmp_path)
    yield made
    made.close()
    server.close()


Gone = tuple[Tablet, Tablet, str, dict[str, str]]


@pytest.fixture
def gone_back(field: Field, cluster: Cluster, tmp_path: Path) -> Callable[[Callable[[], object]], Gone]:
    """gone_back(step): dumped, then one tablet sends, a record is erased, the dump is put back and `step` done.

    Gives both tablets, the id of what was erased, and what the first one had been told is safe.
    """

    def program(name: str, *words: str) -> None:
        binary = max(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
        subprocess.run([str(binary), *words], check=True, timeout=60, capture_output=True)

    def go_back(step: Callable[[], object]) -> Gone:
        one, two = field.tablet(HERE), field.tablet(HERE)
        erased = one.report("Mon nom est sur ce mur")
        one.sync_whole()
        dump = str(tmp_path / "gup.dump")
        program("pg_dump", "-Fc", "-f", dump, cluster.url)
        one.photo(about=one.report("Banc cassé").id)
        one.sync_whole()
        field.gup.office.erase(record=erased.id)
        safe = one.heads()

        def put_back() -> None:
            field.gup.end_office()
            program("pg_restore", "--clean", "--if-exists", "-d", cluster.url, dump)
            step()

        field.restart(signal.SIGTERM, between=put_back)
        return one, two, erased.id, safe

    return go_back


def _whole_again(field: Field, gone: Gone) -> None:
    one, two, erased, safe = gone
    for number in range(20):  # so the counter is above what the first one saw before it says hello
        two.report(f"Signalement {number}")
    two.sync_whole()
    name = one.id
    result = one.sync_whole()
    assert (result.parted, one.id) == (False, name), "a tablet is no copy because the server went back"
    heads = field.state_of(one)["heads"]
    assert erased not in heads
    assert {key: value for key, value in safe.items() if key != erased} == heads
    assert field.state_of(two)["heads"] == two.heads()


def test_after_a_dump_was_put_back_one_command_makes_it_whole(
    field: Field, cluster: Cluster, gone_back: Callable[[Callable[[], object]], Gone]
) -> None:
    """docs/operations.md, PostgreSQL; `gup check` names what came back until then."""
    data = str(field.gup.data)

    def begin_again() -> None:
        before = gup("check", "--data", data, database_url=cluster.url)
        assert (before.returncode, "gup restore --after-database" in before.stderr) == (4, True)
        done = gup("restore", "--after-database", "--data", data, database_url=cluster.url)
        assert done.returncode == 0, done.stderr

    gone = gone_back(begin_again)
    _whole_again(field, gone)
    after = gup("check", "--data", data, database_url=cluster.url)
    assert after.returncode == 0, after.stderr


def test_who_forgets_that_command_after_an_erasure_has_it_done_by_the_server(
    field: Field, gone_back: Callable[[Callable[[], object]], Gone]
) -> None:
    _whole_again(field, gone_back(lambda: None))
