"""Whole programs under a clock that is wrong by years, a tablet's and a server's: order and receipts do not ask it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sync.protocol.records import Report
from tests.sync.client.field import HERE, Field, Gup
from tests.sync.client.folders import copy_of

WALKER = [sys.executable, "-m", "walker.cli"]
CLOCKS = {"a year ahead": "+366d", "in 2001": "-9000d", "beyond 2038": "+5000d"}


@pytest.fixture
def place(migrated_gup: Path, tmp_path: Path) -> Iterator[Field]:
    served = Gup(copy_of(migrated_gup, tmp_path / "gup"))
    place = Field(served, tmp_path)
    yield place
    place.close()
    served.close()


def wrong(clock: str) -> dict[str, str]:
    """The environment of a program that sees the time so far away."""
    program = shutil.which("faketime")
    assert program is not None, "needs the program faketime (apt: faketime)"
    asked = [program, "-f", clock, sys.executable, "-c", "import os; print(os.environ['LD_PRELOAD'])"]
    preload = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    return {"LD_PRELOAD": preload, "FAKETIME": clock}


def walker(folder: Path, clock: str, *command: str) -> Any:
    ran = subprocess.run(
        [*WALKER, *command, "--data", str(folder), "--json"],
        env={**os.environ, **wrong(clock)},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert ran.returncode == 0, (ran.returncode, ran.stdout, ran.stderr)
    return json.loads(ran.stdout.splitlines()[-1])


@pytest.mark.parametrize("clock", CLOCKS.values(), ids=list(CLOCKS))
def test_a_tablet_whose_clock_is_wrong_by_years_syncs_as_any_other(place: Field, clock: str) -> None:
    tablet, other = place.tablet(HERE), place.tablet(HERE)
    made = tablet.report("Avant")
    photo = tablet.photo(about=made.id)
    tablet.close()
    assert walker(tablet.folder, clock, "sync", "--once").get("error") is None
    tablet.open()
    tablet.edit(made.id, text="Après")
    tablet.close()
    walker(tablet.folder, clock, "sync", "--once")
    receipts = walker(tablet.folder, clock, "list", "receipts")
    tablet.open()
    assert {line["state"] for line in receipts} == {"sent"}
    assert place.state_of(tablet)["heads"] == tablet.heads()
    assert place.gup.has_whole(str(photo.sha256))
    other.sync_whole()
    assert b'"text":"Apr' in other.copies()[made.id]
    assert tablet.sync_whole().sent == 0


@pytest.mark.parametrize("clock", CLOCKS.values(), ids=list(CLOCKS))
def test_a_server_whose_clock_is_wrong_by_years_takes_and_gives_as_any_other(
    place: Field, clock: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet, other = place.tablet(HERE), place.tablet(HERE)
    before = tablet.report("Avant")
    tablet.sync_whole()
    with monkeypatch.context() as patched:
        for name, value in wrong(clock).items():
            patched.setenv(name, value)
        place.restart()
    during = tablet.report("Pendant")
    tablet.edit(before.id, text="Corrigé")
    tablet.sync_whole()
    other.sync_whole()
    place.restart()
    after = tablet.report("Ensuite")
    tablet.sync_whole()
    other.sync_whole()
    assert place.state_of(tablet)["heads"] == tablet.heads()
    told = other.copies()
    assert set(told) >= {before.id, during.id, after.id}
    assert "Corrigé".encode() in told[before.id]
    assert len(tablet.store.records.all(Report)) == 3
