"""Three tablets and a server, anything at any time: what was saved stays, what was acknowledged is there, all agree.

GUP_SYNC_RUNS=1000 GUP_SYNC_SEED=7 makes the long form; `python -m benchmarks machine` draws seeds for as long as one
likes. That the machine sees what it should is shown by bugs planted on purpose, one at a time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.client import machine, planted
from tests.sync.client.machine import World

RUNS = int(os.environ.get("GUP_SYNC_RUNS", "60"))
SEED = int(os.environ.get("GUP_SYNC_SEED", "4"))


@pytest.fixture(scope="module")
def world(migrated_gup: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with machine.a_world(migrated_gup, tmp_path_factory.mktemp("world")) as made:
        yield made


@pytest.mark.timeout(120 + 30 * RUNS)
def test_three_tablets_and_a_server_lose_nothing_whatever_happens(world: World) -> None:
    assert machine.run(world, runs=RUNS, seed=SEED) > 34 * RUNS, "the runs were cut short"


@pytest.mark.timeout(300)
@pytest.mark.parametrize("bug", planted.STEPS)
def test_the_machine_notices_a_bug_planted_on_purpose(world: World, bug: str) -> None:
    at = world.office if bug in {each.__name__ for each in planted.ON_THE_SERVER} else planted
    at.plant(bug=bug)
    try:
        with pytest.raises(AssertionError, match="seed"):
            machine.run(world, runs=400, seed=SEED, steps=15, only=planted.STEPS[bug])
    finally:
        at.plant(bug="")
