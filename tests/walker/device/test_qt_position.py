"""Receivers through QtPositioning: the tablet's own, one on a serial port, and a log that is played."""

from __future__ import annotations

import os
import tty
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocationPermission, Qt
from pytestqt.qtbot import QtBot

from tests.walker.window import DEMO
from walker.device.played_position import PlayedPosition
from walker.device.position import NoPosition, PositionFix, PositionSource, Reception, SourceState
from walker.device.qt_position import QtPosition
from walker.device.sources import make_source
from walker.errors import WalkerError

pytestmark = pytest.mark.xdist_group("qml")

if os.name != "posix":
    pytest.skip("a serial port without hardware is a pseudo-terminal", allow_module_level=True)


class Heard:
    """Everything a source says."""

    def __init__(self, source: PositionSource) -> None:
        self.source = source
        self.fixes: list[tuple[PositionFix, bool]] = []
        self.receptions: list[Reception] = []
        source.hear(self.receptions.append)
        source.start(lambda fix, resumed: self.fixes.append((fix, resumed)))

    @property
    def state(self) -> str:
        return str(self.receptions[-1].state)


def sentence(body: str) -> bytes:
    total = 0
    for character in body.encode():
        total ^= character
    return f"${body}*{total:02X}\r\n".encode()


def moment(second: int, *, satellites: int = 8, lat: str = "4849.8000") -> bytes:
    """One second of a receiver in Paris; GGA says dilution and satellites, RMC the date."""
    time = f"1200{second:02d}.00"
    fixed = 1 if satellites else 0
    place = f"{lat},N,00226.8800,E" if satellites else ",,,"
    return sentence(f"GPGGA,{time},{place},{fixed},{satellites:02d},1.5,35.0,M,47.0,M,,") + sentence(
        f"GPRMC,{time},{'A' if satellites else 'V'},{place},1.0,90.0,151026,,,A"
    )


@pytest.fixture
def port() -> Iterator[tuple[str, Callable[[bytes], object]]]:
    """A serial port and what the receiver writes into it."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    yield os.ttyname(theirs), lambda said: os.write(ours, said)
    os.close(ours)
    os.close(theirs)


@pytest.mark.usefixtures("qapp")
def test_a_receiver_on_a_serial_port_gives_its_own_time_and_accuracy(
    port: tuple[str, Callable[[bytes], object]], qtbot: QtBot
) -> None:
    name, write = port
    heard = Heard(make_source(f"nmea:serial:{name}"))
    assert heard.state == "searching"
    for second in range(5):
        write(moment(second))
    qtbot.waitUntil(lambda: len(heard.fixes) >= 4, timeout=5000)
    (first, resumed), (_, again) = heard.fixes[:2]
    assert (resumed, again, heard.state) == (True, False, "fixed")
    assert (round(first.lat, 4), round(first.lon, 4)) == (48.83, 2.448)
    assert first.time is not None and first.time.isoformat() == "2026-10-15T12:00:00+00:00"
    assert first.accuracy_m == pytest.approx(6.0)  # dilution 1.5
    heard.source.stop()


@pytest.mark.usefixtures("qapp")
def test_a_receiver_that_speaks_ten_times_a_second_is_taken_once(
    port: tuple[str, Callable[[bytes], object]], qtbot: QtBot
) -> None:
    name, write = port
    heard = Heard(QtPosition(f"serial:{name}"))
    for tenth in range(30):
        write(moment(tenth // 10).replace(b".00,", f".{tenth % 10}0,".encode()))
    for second in range(3, 6):
        write(moment(second))
    qtbot.waitUntil(lambda: len(heard.fixes) >= 3, timeout=5000)
    times = [fix.time for fix, _ in heard.fixes if fix.time is not None]
    assert min((b - a).total_seconds() for a, b in pairwise(times)) >= 0.9
    heard.source.stop()


def test_no_such_port_is_no_receiver_and_is_looked_for_again(
    tmp_path: Path, qapp: QCoreApplication, qtbot: QtBot
) -> None:
    """Qt complains about the port on its own; we say it in a word."""
    source = QtPosition(f"serial:{tmp_path}/ttyACM0")
    heard = Heard(source)
    assert heard.state == "absent"
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    try:
        (tmp_path / "ttyACM0").symlink_to(os.ttyname(theirs))  # plugged in
        source._again.setInterval(10)
        qtbot.waitUntil(lambda: heard.state == "searching", timeout=5000)
        source._again.setInterval(10_000)
        os.write(ours, moment(0) + moment(1) + moment(2))
        qtbot.waitUntil(lambda: heard.state == "fixed", timeout=5000)
    finally:
        source.stop()
        os.close(ours)
        os.close(theirs)


@pytest.mark.usefixtures("qapp")
def test_a_log_is_played_through_the_same_door(tmp_path: Path, qtbot: QtBot) -> None:
    log = tmp_path / "walk.nmea"
    log.write_bytes(b"".join(moment(second) for second in range(5)))
    heard = Heard(make_source(f"nmea:{log}"))
    qtbot.waitUntil(lambda: len(heard.fixes) >= 2, timeout=8000)
    heard.source.stop()


def test_a_refused_permission_is_said_and_nothing_is_asked_of_the_receiver(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_application: object, permission: object) -> Qt.PermissionStatus:
        assert isinstance(permission, QLocationPermission)
        return Qt.PermissionStatus.Denied

    monkeypatch.setattr(QCoreApplication, "checkPermission", refused)
    source = QtPosition()
    heard = Heard(source)
    assert heard.state == "denied"
    assert source._source is None


def test_a_tablet_may_be_without_any_position(qapp: QCoreApplication) -> None:
    source = make_source("none")
    assert isinstance(source, NoPosition)
    heard = Heard(source)
    source.stop()
    assert (heard.state, heard.fixes) == (SourceState.ABSENT, [])


@pytest.mark.parametrize("wish", ["gps", "nmea:/nowhere/walk.nmea", "replay:/nowhere.gpx"])
def test_a_source_that_is_none_is_refused_in_words(qapp: QCoreApplication, wish: str) -> None:
    with pytest.raises(WalkerError) as refused:
        make_source(wish)
    assert refused.value.mend


def test_a_recorded_walk_is_played_as_if_it_were_held_now(qapp: QCoreApplication, qtbot: QtBot) -> None:
    source = PlayedPosition.of_log(DEMO / "walk.gpx", every_ms=1)
    heard = Heard(source)
    qtbot.waitUntil(lambda: len(heard.fixes) >= 20, timeout=5000)
    source.stop()
    before = len(heard.fixes)
    source.start(lambda fix, resumed: heard.fixes.append((fix, resumed)))
    qtbot.waitUntil(lambda: len(heard.fixes) > before, timeout=5000)
    source.stop()
    assert heard.fixes[before][1]  # a gap
    assert heard.fixes[before][0].lat != heard.fixes[0][0].lat  # where it was left, not from the start
