"""The server dies at any call, or its disk fails: what it acknowledged is there, and all agree once it is up again.

Every few calls here; GUP_KILL_EVERY=1 makes it all of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.protocol.errors import ErrorCode
from tests.faults import tracing
from tests.sync.client import machine
from tests.sync.client.machine import Sync, World

EVERY = int(os.environ.get("GUP_KILL_EVERY", "13"))


@pytest.fixture(scope="module")
def world(migrated_gup: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with machine.a_world(migrated_gup, tmp_path_factory.mktemp("world")) as made:
        yield made


@pytest.fixture
def sync(world: World) -> Iterator[Sync]:
    made = _begun(world)
    yield made
    made.teardown()


def _begun(world: World) -> Sync:
    """Three tablets, the first with a day's work to send."""
    made: Sync = type("Machine", (Sync,), {"world": world})()
    made.begin()
    made.a_walk(0)
    for text in ("Lampadaire éteint", "Banc cassé"):
        made.a_report(0, text)
    made.a_photo(0, look=1)
    return made


def _calls(strace: str, world: World, log: Path) -> dict[str, int]:
    made = _begun(world)
    with tracing.attached(strace, world.office.pid(), log, "-e", f"trace={','.join(tracing.WRITES)}"):
        made.whole_sync(0)
    made.teardown()
    return tracing.counted(log)


def _sweep(strace: str, world: World, log: Path, calls: tuple[str, ...], every: int) -> int:
    """The server is killed at each of these calls; gives how often it died."""
    points = _calls(strace, world, log)
    died = 0
    for call in calls:
        for number in range(1 + points[call] % every // 2, points[call] + 1, every):
            made = _begun(world)
            inject = ("-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={number}")
            before = world.office.pid()
            with tracing.attached(strace, before, log, *inject):
                made.tablets[0].sync()
            died += world.office.pid() != before
            try:
                made.check_acknowledged(0)
                made.teardown()
            except Exception as fault:
                fault.add_note(f"killed at {call} {number}")
                raise
    return died


@pytest.mark.timeout(600)
def test_a_server_killed_at_a_call_has_all_that_it_acknowledged(strace: str, world: World, tmp_path: Path) -> None:
    assert _sweep(strace, world, tmp_path / "log", tracing.WRITES, EVERY) > 10


@pytest.mark.timeout(300)
def test_the_sweep_sees_an_answer_given_before_the_commit(strace: str, world: World, tmp_path: Path) -> None:
    """The control."""
    world.office.plant(bug="answered_before_the_commit")
    try:
        with pytest.raises(AssertionError):
            _sweep(strace, world, tmp_path / "log", ("pwrite64",), 2)
    finally:
        world.office.plant(bug="")


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("pwrite64:error=ENOSPC", ErrorCode.SERVER_FULL),
        ("pwrite64:error=EIO", ErrorCode.SERVER_BUSY),
        ("fsync:error=EIO", ErrorCode.SERVER_BUSY),
    ],
)
def test_a_server_whose_disk_fails_says_so_and_goes_on_when_it_is_mended(
    strace: str, sync: Sync, tmp_path: Path, fault: str, error: ErrorCode
) -> None:
    inject = ("-e", f"trace={fault.partition(':')[0]}", "-e", f"inject={fault}")
    with tracing.attached(strace, sync.world.office.pid(), tmp_path / "log", *inject):
        result = sync.tablets[0].sync()
    assert result.fault is not None and result.fault.error is error, result
    sync.check_acknowledged(0)
