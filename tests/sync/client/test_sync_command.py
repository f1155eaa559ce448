"""`walker sync` against a real server: its JSON says why it ended; left to itself it knows when to stop or to wait."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from sync.client.engine import SyncResult
from sync.protocol.errors import ErrorCode, Refused, Unreachable
from tests.sync.client.field import Field, Tablet
from walker import cli


def _sync(tablet: Tablet, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, Any, str]:
    """Its exit code, its JSON, its words."""
    tablet.close()
    try:
        code = cli.main(["sync", *options, "--data", str(tablet.folder), "--json"])
    finally:
        tablet.open()
    printed = capsys.readouterr()
    return code, json.loads(printed.out), printed.err


def test_a_sync_says_that_no_server_answered(place: Field, capsys: pytest.CaptureFixture[str]) -> None:
    """Not sent, and why: on the command line as on the page (issue 4, items 1 and 7)."""
    tablet = place.tablet()
    tablet.report()
    place.proxy.break_off()
    code, told, words = _sync(tablet, capsys, "--once")
    place.proxy.heal()
    assert (code, told["sent"], told["left"], told["fault"]["code"]) == (3, 0, 1, "unreachable")
    assert told["fault"]["message"] in words
    code, told, _ = _sync(tablet, capsys, "--once")
    assert (code, told["sent"], told["left"], told["fault"]) == (0, 1, 0, None)


def test_a_revoked_tablet_stops_asking_by_itself(place: Field, capsys: pytest.CaptureFixture[str]) -> None:
    tablet = place.tablet()
    tablet.report()
    place.gup.office.revoke(device=tablet.id)
    code, told, words = _sync(tablet, capsys)
    assert (code, told["left"], told["fault"]["code"]) == (4, 1, "revoked_device")
    assert "revoked" in words


def test_a_server_that_asks_for_time_gets_it_and_tries_grow_apart() -> None:
    dice = random.Random(1)
    busy = SyncResult(fault=Refused(ErrorCode.SERVER_BUSY, "later", retry_after=120))
    assert cli._pause_s(busy, 1, dice) >= 120
    gone = SyncResult(fault=Unreachable(ErrorCode.UNREACHABLE, "no answer"))
    pauses = [cli._pause_s(gone, failures, dice) for failures in (1, 2, 3, 30)]
    assert pauses == sorted(pauses)
    assert pauses[0] <= 15 and 450 <= pauses[-1] <= 900
    assert cli._pause_s(SyncResult(), 0, dice) >= cli.SYNC_EVERY_S
