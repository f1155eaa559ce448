"""How bright it is where the tablet is: an interface that a sensor, none, and a test all fit."""

from __future__ import annotations

from typing import Protocol


class LightSource(Protocol):
    """Measures from `start` until `stop`."""

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def lux(self) -> float | None:
        """The last value, None while there is none."""
        ...


class NoLight:
    """A tablet without a sensor."""

    def start(self) -> None:
        """Nothing to switch on."""

    def stop(self) -> None:
        """Nothing to switch off."""

    def lux(self) -> float | None:
        return None
