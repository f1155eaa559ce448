"""The light sensor of this tablet through QtSensors, behind the same interface as a test's."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject


class QtLight(QObject):
    """Fits LightSource. Many tablets have no such sensor, or a system that hides it: then there is no value."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sensor: object | None = None

    def start(self) -> None:
        from PySide6.QtSensors import QLightSensor

        if self._sensor is None:
            sensor = QLightSensor(self)
            if not sensor.connectToBackend():
                return
            self._sensor = sensor
        assert isinstance(self._sensor, QLightSensor)
        self._sensor.start()

    def stop(self) -> None:
        if self._sensor is None:
            return
        from PySide6.QtSensors import QLightSensor

        if isinstance(self._sensor, QLightSensor):
            self._sensor.stop()

    def lux(self) -> float | None:
        if self._sensor is None:
            return None
        from PySide6.QtSensors import QLightSensor

        if not isinstance(self._sensor, QLightSensor) or not self._sensor.isActive():
            return None
        reading = self._sensor.reading()
        value = reading.lux() if reading is not None else math.nan
        return value if math.isfinite(value) and value >= 0 else None
