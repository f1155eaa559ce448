"""The power goes at any moment: what a tablet called saved and what a server acknowledged is on its disk."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from tests.faults import power_cut, tracing
from tests.faults.power_cut import Call, Recording
from tests.sync.client import machine
from tests.sync.client.machine import Sync
from tests.walker.store import saver, test_kill
from walker.errors import StoreError

CUTS = int(os.environ.get("GUP_POWER_CUTS", "90"))
SEED = 7


def _promise(call: Call) -> list[str]:
    return call.data.decode().splitlines() if call.name == "write" and call.path.startswith("pipe:") else []


def _violations(folder: Path, promised: list[str]) -> list[str]:
    try:
        return test_kill.violations(folder, promised)
    except StoreError as fault:
        return [str(fault)]


def _recording(strace: str, tmp_path: Path, mode: str = "") -> Recording:
    folder = tmp_path / "data"
    folder.mkdir()
    calls = power_cut.record(strace, tmp_path / "log", power_cut.python(test_kill.SAVER, str(folder), mode))
    return Recording(calls, folder, _promise, _violations)


@pytest.mark.timeout(60 + CUTS)
def test_what_was_saved_is_there_after_a_power_cut(strace: str, tmp_path: Path) -> None:
    """At its very first start too, when the file has no beginning yet: the next start works."""
    made = _recording(strace, tmp_path)
    assert made.sweep(made.birth(4), tmp_path, SEED) == []
    assert made.sweep(made.moments(CUTS, SEED), tmp_path, SEED) == []


@pytest.mark.timeout(120)
@pytest.mark.parametrize("mistake", [mode for mode in saver.MISTAKES if mode != "control"])
def test_the_cuts_show_what_is_not_on_the_disk_yet(strace: str, tmp_path: Path, mistake: str) -> None:
    """The controls: without them a green sweep proves nothing."""
    made = _recording(strace, tmp_path, mistake)
    found = made.sweep(made.moments(60, SEED), tmp_path, SEED)
    assert any("held" in line or "checked" in line for line in found), found


_ACCEPTED = re.compile(rb'"hash":"([0-9a-f]{64})"[^}]*"outcome":"accepted"')
_HELD = re.compile(rb'"held":\["([0-9a-f]{64})"')
_SENT_AT_ONCE = re.compile(rb"Upload-Offset: [1-9].*Location: /api/v1/media/([0-9a-f]{64})", re.DOTALL)


def _acknowledged(call: Call) -> list[str]:
    if call.name != "sendto":
        return []
    accepted = [f"record {found.decode()}" for found in _ACCEPTED.findall(call.data)]
    return accepted + [
        f"medium {found.decode()}" for found in (*_HELD.findall(call.data), *_SENT_AT_ONCE.findall(call.data))
    ]


def _lost(folder: Path, acknowledged: list[str]) -> list[str]:
    with closing(sqlite.connect(folder / "gup.sqlite3")) as connection:
        try:
            damage = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            heads = {f"record {row[0]}" for row in connection.execute("SELECT hash FROM records_record")}
        except sqlite.DatabaseError as fault:
            return [str(fault)]
    files = (folder / "media").rglob("*")
    media = {f"medium {file.name}" for file in files if file.is_file() and _is_whole(file)}
    return damage + [line for line in acknowledged if line not in heads | media]


def _is_whole(file: Path) -> bool:
    return hashlib.sha256(file.read_bytes()).hexdigest() == file.name and "parts" not in file.parts


def _of_a_server(strace: str, tmp_path: Path, migrated: Path, bug: str = "") -> Recording:
    """A tablet sends its day's work; nothing else is synced than what the server syncs for it."""
    with machine.a_world(migrated, tmp_path / "world") as world:
        if bug:
            world.office.plant(bug=bug)
        made: Sync = type("Machine", (Sync,), {"world": world})()
        made.begin()
        for text in ("Lampadaire éteint", "Banc cassé"):
            made.a_report(0, text)
        made.a_photo(0, look=1)
        folder = world.runs / "gup"
        before = {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        with tracing.attached(strace, world.office.pid(), tmp_path / "log", *power_cut.OPTIONS):
            made.tablets[0].sync_whole()
        for tablet in made.tablets:
            tablet.close()
    return Recording(power_cut.read(tmp_path / "log"), folder, _acknowledged, _lost, before)


@pytest.mark.timeout(60 + CUTS)
def test_what_a_server_acknowledged_is_there_after_a_power_cut(strace: str, tmp_path: Path, migrated_gup: Path) -> None:
    made = _of_a_server(strace, tmp_path, migrated_gup)
    said = [line.partition(" ")[0] for call in made.calls for line in _acknowledged(call)]
    assert said == ["record"] * 3 + ["medium"] * 2
    assert made.sweep(made.moments(CUTS, SEED), tmp_path, SEED) == []


@pytest.mark.timeout(120)
def test_the_cuts_show_a_server_that_syncs_too_seldom(strace: str, tmp_path: Path, migrated_gup: Path) -> None:
    """The control."""
    made = _of_a_server(strace, tmp_path, migrated_gup, "synced_now_and_then")
    found = made.sweep(made.moments(60, SEED), tmp_path, SEED)
    assert any("record" in line for line in found), found
