"""What a site keeps posted (cleaning schedule, charter, rules), for a group that stands there to look (S-47, S-101)."""

from __future__ import annotations

from datetime import date

from sync.protocol.records import CommitmentView, Position
from sync.rules.geodesy import Area, distance_m
from walker.domain.units import DEGREES
from walker.store import Store


def promises_at(store: Store, place: Position, day: date) -> list[CommitmentView]:
    """Those valid that day whose site is here, as this tablet last received them."""
    return [one for one in store.copies.all(CommitmentView) if _valid(one, day) and _here(one, place)]


def _valid(promise: CommitmentView, day: date) -> bool:
    written = day.isoformat()
    return (promise.valid_from or written) <= written <= (promise.valid_to or written)


def _here(promise: CommitmentView, place: Position) -> bool:
    lat, lon = place.lat_e7 / DEGREES, place.lon_e7 / DEGREES
    if promise.rings:
        rings = [[(point.lon_e7 / DEGREES, point.lat_e7 / DEGREES) for point in ring] for ring in promise.rings]
        return sum(Area([[ring]]).contains(lat, lon) for ring in rings if ring) % 2 == 1  # a ring in another is a hole
    if promise.position is None:
        return False
    middle = promise.position
    return distance_m(lat, lon, middle.lat_e7 / DEGREES, middle.lon_e7 / DEGREES) * 100 <= promise.radius_cm
