"""Degrees and metres as records hold them: integers, so that every tablet writes the same bytes."""

from __future__ import annotations

from sync.protocol.records import Position

DEGREES = 10_000_000


def e7(degrees: float) -> int:
    """Degrees x 10^7."""
    return round(degrees * DEGREES)


def position(lat: float, lon: float, *, accuracy_m: float | None = None, source: str = "gps") -> Position:
    """A place as a record holds it."""
    return Position(lat_e7=e7(lat), lon_e7=e7(lon), accuracy_cm=centimetres(accuracy_m), source=source)


def centimetres(metres: float | None) -> int | None:
    """Metres as whole centimetres."""
    return None if metres is None else round(metres * 100)
