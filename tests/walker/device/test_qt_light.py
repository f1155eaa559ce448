"""The light sensor through QtSensors: a value while it is on, none before, after or without one."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtSensors import QLightReading, QLightSensor

from walker.device.qt_light import QtLight

pytestmark = pytest.mark.xdist_group("qml")


class Cell:
    """The hardware behind Qt's sensor: on or off, and what it measures; `reads` is None until it has measured once."""

    def __init__(self) -> None:
        self.on, self.found = False, 0
        self.reads: QLightReading | None = None

    def measure(self, lux: float) -> None:
        self.reads = QLightReading(None)
        self.reads.setLux(lux)


@pytest.fixture
def cell(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> Cell:
    """A tablet that has one."""
    cell = Cell()

    def found(_sensor: QLightSensor) -> bool:
        cell.found += 1
        return True

    def switch(on: bool) -> Callable[[QLightSensor], None]:
        return lambda _sensor: setattr(cell, "on", on)

    monkeypatch.setattr(QLightSensor, "connectToBackend", found)
    monkeypatch.setattr(QLightSensor, "start", switch(True))
    monkeypatch.setattr(QLightSensor, "stop", switch(False))
    monkeypatch.setattr(QLightSensor, "isActive", lambda _sensor: cell.on)
    monkeypatch.setattr(QLightSensor, "reading", lambda _sensor: cell.reads)
    return cell


def test_without_a_sensor_there_is_no_value(qapp: QCoreApplication) -> None:
    light = QtLight()
    light.start()
    assert light.lux() is None
    light.stop()


def test_the_value_is_that_of_the_sensor_while_it_is_on(cell: Cell) -> None:
    """A value of before the walk or after it says nothing of the place."""
    light = QtLight()
    cell.measure(3.5)
    assert light.lux() is None
    light.start()
    assert (cell.on, light.lux()) == (True, 3.5)
    cell.measure(0.0)
    assert light.lux() == 0.0
    light.stop()
    assert (cell.on, light.lux()) == (False, None)
    light.start()
    assert (cell.found, cell.on, light.lux()) == (1, True, 0.0)


@pytest.mark.parametrize("nonsense", [math.nan, math.inf, -1.0])
def test_a_value_that_no_light_can_have_is_none(cell: Cell, nonsense: float) -> None:
    light = QtLight()
    light.start()
    cell.measure(nonsense)
    assert light.lux() is None


def test_a_sensor_that_has_not_measured_yet_has_no_value(cell: Cell) -> None:
    light = QtLight()
    light.start()
    assert (cell.on, light.lux()) == (True, None)
