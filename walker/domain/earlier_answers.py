"""What the last walk of this route answered at this place: for comparing, once the group has answered itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sync.protocol.records import ExploratoryWalk, GridAnswer, Position, Record, Stop
from sync.rules.geodesy import distance_m
from walker.domain.grid import day_of, says_nothing
from walker.domain.units import DEGREES
from walker.store import Store

R = TypeVar("R", bound=Record)

NEAR_M = 50.0


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """The answers of one stop, by item, and the day they were given."""

    day: date
    answers: dict[str, GridAnswer]


def earlier_at(store: Store, walk: ExploratoryWalk, place: Position) -> Earlier | None:
    """At the nearest stop (within 50 m) of the latest earlier walk that answered something there."""
    for before in _earlier_walks(store, walk):
        stops = [stop for stop in _all(store, Stop) if stop.walk_id == before.id and _metres(stop, place) <= NEAR_M]
        for stop in sorted(stops, key=lambda one: _metres(one, place)):
            answers = {
                one.item: one
                for one in _all(store, GridAnswer)
                if one.walk_id == before.id and one.stop_id == stop.id and not says_nothing(one)
            }
            if answers:
                return Earlier(day=day_of(before), answers=answers)
    return None


def _earlier_walks(store: Store, walk: ExploratoryWalk) -> list[ExploratoryWalk]:
    """Walks of this route held before this one, the latest first: those it follows, of the same plan or series."""
    held = {one.id: one for one in _all(store, ExploratoryWalk) if one.id != walk.id and one.started_at}
    followed = set()
    step: ExploratoryWalk | None = walk
    while step is not None and step.follows_walk_id and step.follows_walk_id not in followed:
        followed.add(step.follows_walk_id)
        step = held.get(step.follows_walk_id)
    same = [
        one
        for one in held.values()
        if one.id in followed
        or (walk.plan_id is not None and one.plan_id == walk.plan_id)
        or (walk.series_id is not None and one.series_id == walk.series_id)
    ]
    now = walk.started_at or walk.created_at
    return sorted(
        (one for one in same if (one.started_at or "") < now), key=lambda one: one.started_at or "", reverse=True
    )


def _all(store: Store, kind: type[R]) -> Iterator[R]:
    """Ours, and those that the server gave us."""
    yield from store.records.all(kind)
    yield from store.copies.all(kind)


def _metres(stop: Stop, place: Position) -> float:
    at = stop.position
    return distance_m(at.lat_e7 / DEGREES, at.lon_e7 / DEGREES, place.lat_e7 / DEGREES, place.lon_e7 / DEGREES)
