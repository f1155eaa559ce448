"""What a tablet carries for others comes through the documented proxy, however much it is and wherever the link is cut.

The tablet's own engine, TLS, nginx with the block of docs/operations.md, a real server.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from behind_nginx import Line, Nginx, documented, gathering
from running import Server, run_gup

from sync.client.engine import Engine
from sync.client.enrol import enrol
from sync.protocol.errors import ErrorCode
from tests.sync.client.proxy import Proxy
from walker.store import Store, open_store
from walker.store.outbox import AUTHORITY

SIZE = 70_000_000  # more than the proxy lets through at once; zeros, so that no disk is filled
LIFE = 30_000_000


@pytest.fixture
def link() -> Iterator[Callable[[Line], Proxy]]:
    """`link(line)`: what may cut the way to the proxy."""
    opened: list[Proxy] = []

    def open_link(line: Line) -> Proxy:
        opened.append(Proxy(f"http://127.0.0.1:{line.port}"))
        return opened[-1]

    yield open_link
    for each in opened:
        each.close()


@pytest.fixture
def carrier(public_office: Server, tmp_path: Path) -> Iterator[Callable[[str, Line], Store]]:
    """`carrier(url, line)`: a tablet enrolled there, which carries one large file."""
    opened: list[Store] = []

    def carry(url: str, line: Line) -> Store:
        store = open_store(tmp_path / "tablet")
        opened.append(store)
        code = run_gup("enrol-code", "--data", str(public_office.data)).stdout.strip()
        store.settings.set(AUTHORITY, line.authority)
        answer = enrol(url, code, store.identity, app_version="test", authority=line.authority)
        store.outbox.set_enrolment(url, answer.token, answer.epoch, answer.server_key, answer.seal_key)
        folder = tmp_path / "tablet" / "carried"
        folder.mkdir()
        with (folder / name_of(SIZE)).open("wb") as file:
            file.truncate(SIZE)
        return store

    yield carry
    for each in opened:
        each.close()


def name_of(size: int) -> str:
    held = hashlib.sha256()
    for _ in range(0, size, 1_000_000):
        held.update(bytes(1_000_000))
    return held.hexdigest()


def kept(office: Server) -> int:
    file = office.data / "bundles" / f"{name_of(SIZE)}.sealed"
    return file.stat().st_size if file.exists() else 0


def https(proxy: Proxy) -> str:
    return proxy.url.replace("http://", "https://")


def test_more_than_the_proxy_takes_in_one_request_arrives_and_a_cut_costs_little_of_it(
    public_office: Server, nginx: Nginx, link: Callable[[Line], Proxy], carrier: Callable[[str, Line], Store]
) -> None:
    line = nginx(documented())
    between = link(line)
    store = carrier(https(between), line)
    between.forget()
    between.life = lambda: LIFE
    result = Engine(store.outbox, app_version="test").sync()
    assert result.fault is None, result.fault
    assert kept(public_office) == SIZE
    assert not store.outbox.carried()
    assert between.connections >= SIZE // LIFE
    assert between.up < SIZE * 1.1


def test_a_sync_that_died_amid_a_carried_file_goes_on_there_at_the_next(
    public_office: Server, nginx: Nginx, link: Callable[[Line], Proxy], carrier: Callable[[str, Line], Store]
) -> None:
    line = nginx(documented())
    between = link(line)
    store = carrier(https(between), line)

    def die(phase: str, done: int, total: int) -> None:
        if phase == "carried" and done > SIZE // 2:
            between.break_off()

    result = Engine(store.outbox, app_version="test", progress=die).sync()
    assert result.fault is not None and result.fault.error is ErrorCode.UNREACHABLE
    assert len(store.outbox.carried()) == 1
    between.heal()
    between.forget()
    assert Engine(store.outbox, app_version="test").sync().fault is None
    assert kept(public_office) == SIZE
    assert between.up < SIZE // 2


def test_a_proxy_that_gathers_and_takes_little_at_a_time_is_served_in_smaller_pieces(
    public_office: Server, nginx: Nginx, carrier: Callable[[str, Line], Store]
) -> None:
    """nginx as it comes: one megabyte a request, and the whole of it before the server hears a byte."""
    line = nginx(gathering().replace("client_max_body_size 60m;", ""))
    store = carrier(f"https://127.0.0.1:{line.port}", line)
    result = Engine(store.outbox, app_version="test").sync()
    assert result.fault is None, result.fault
    assert kept(public_office) == SIZE
