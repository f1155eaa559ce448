"""A walk before it is held: made, copied, taken over from the office, frozen at its start, or cancelled.

A prepared walk is an ExploratoryWalk of state `planned`, the tablet's own record from its first tap on. Nothing but the
territory has to be said.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sync.protocol import times, track
from sync.protocol.catalogue import Catalogue
from sync.protocol.frozen import frozen
from sync.protocol.ids import new_id
from sync.protocol.records import ExploratoryWalk, Point, Stop, TrackSegment, WalkPlan
from sync.rules.geodesy import distance_m
from sync.rules.shapes import thinned
from walker.domain import attendance
from walker.domain.units import DEGREES
from walker.store import Store

PLANNED, HELD, CANCELLED = "planned", "held", "cancelled"
COMMON_GRID = "common"
YOUNG = frozenset({"young_people", "children"})
ROUTE_TOLERANCE_M = 8.0  # a recorded track becomes a route of as few points as this allows
# Those of the list of organisations that commonly come along; others are written as words.
INSTITUTIONS = (
    *("town_hall", "edl", "gup_cell", "landlord", "warden", "dpe", "dvd", "deve", "dpp", "police_prefecture"),
    *("prefect_delegate", "school", "social_centre", "prevention_club", "day_mediator", "cdn"),
)

_FROM_PLAN = (
    *("title", "territory", "planned_on", "period_planned", "publics", "themes", "purposes", "organiser_kind"),
    *("organiser_name", "grid_code", "grid_version", "route", "planned_stops", "follows_walk_id"),
)
_FROM_WALK = (
    *("territory", "period_planned", "publics", "themes", "purposes", "organiser_kind", "organiser_name"),
    *("grid_code", "recruitments", "languages", "step_free", "sign_language", "route", "planned_stops"),
)


@frozen()
class Coming:
    """A walk to come: the tablet's own, or one of the office that nobody here has opened yet."""

    walk: ExploratoryWalk | WalkPlan
    day: date | None

    @property
    def is_plan(self) -> bool:
        return isinstance(self.walk, WalkPlan)


def today_of(clock: Callable[[], datetime], time_zone: str = "Europe/Paris") -> date:
    """The day where the walk is."""
    return clock().astimezone(ZoneInfo(time_zone)).date()


def prepare(store: Store, clock: Callable[[], datetime], **fields: Any) -> ExploratoryWalk:
    """A new walk to come, on disk."""
    now = times.format_time(clock())
    walk = ExploratoryWalk(id=new_id(), writer="", created_at=now, updated_at=now, state=PLANNED, **fields)
    return store.records.save(walk)


def adopt(store: Store, clock: Callable[[], datetime], plan: WalkPlan) -> ExploratoryWalk:
    """The office's walk as our own record, to be completed and started; the same one when it was opened before."""
    for walk in store.records.all(ExploratoryWalk):
        if walk.plan_id == plan.id:
            return walk
    return prepare(store, clock, plan_id=plan.id, **{name: getattr(plan, name) for name in _FROM_PLAN})


def edit(store: Store, walk_id: str, **fields: Any) -> ExploratoryWalk:
    """Change what is said of a walk to come."""

    def changed(walk: ExploratoryWalk) -> ExploratoryWalk:
        return dataclasses.replace(walk, **fields)

    return store.records.change(walk_id, changed)


def coming(store: Store, today: date) -> list[Coming]:
    """Walks to come, the nearest day first, those without a day last; ours stay when their day has passed."""
    walks = store.records.all(ExploratoryWalk)
    adopted = {walk.plan_id for walk in walks if walk.plan_id}
    found = [Coming(walk=walk, day=_day(walk.planned_on)) for walk in walks if walk.state == PLANNED]
    for plan in store.copies.all(WalkPlan):
        day = _day(plan.planned_on)
        if plan.id not in adopted and (day is None or day >= today):
            found.append(Coming(walk=plan, day=day))
    return sorted(found, key=lambda one: (one.day or date.max, one.walk.created_at))


def next_one(store: Store, today: date) -> Coming | None:
    """The walk that home offers to start: today's or the nearest later one."""
    return next((one for one in coming(store, today) if one.day is None or one.day >= today), None)


def copied_from(store: Store, earlier: ExploratoryWalk) -> dict[str, Any]:
    """What a walk takes over from an earlier one: its way, stops, grid, public… and that it follows it."""
    fields = {name: getattr(earlier, name) for name in _FROM_WALK}
    if not earlier.route:
        fields["route"] = walked_route(store, earlier.id)
    if not earlier.planned_stops:
        fields["planned_stops"] = stops_of(store, earlier.id)
    return {
        **fields,
        "period_planned": earlier.period_planned or _chosen(earlier.period_held),
        "follows_walk_id": earlier.id,
        "series_id": earlier.series_id or earlier.id,
    }


def stops_of(store: Store, walk_id: str) -> tuple[Point, ...]:
    """Where a group stood, in its order."""
    stops = sorted(store.records.all(Stop, walk_id=walk_id), key=lambda stop: stop.ordinal)
    return tuple(Point(lat_e7=stop.position.lat_e7, lon_e7=stop.position.lon_e7) for stop in stops)


def walked_route(store: Store, walk_id: str) -> tuple[Point, ...]:
    """The way a group went, in few points."""
    points = [
        Point(lat_e7=point.lat_e7, lon_e7=point.lon_e7)
        for segment in sorted(store.records.all(TrackSegment, walk_id=walk_id), key=lambda one: one.ordinal)
        for point in track.unpack(segment.points, segment.count)
        if not point.flags & track.OUTLIER
    ]
    return tuple(thinned(points, ROUTE_TOLERANCE_M))


def frozen_grid(walk: ExploratoryWalk, catalogue: Catalogue, day: date) -> dict[str, Any]:
    """The grid of a walk that begins: the version chosen, else the one valid that day. It never changes later."""
    code = walk.grid_code or COMMON_GRID
    if walk.grid_version is not None and catalogue.version_of("grids", code, walk.grid_version) is not None:
        return {"grid_code": code, "grid_version": walk.grid_version}
    entry = catalogue.get("grids", code, on=day) or catalogue.get("grids", code)
    return {"grid_code": code, "grid_version": entry.version if entry else walk.grid_version}


def cancel(store: Store, walk_id: str, reason: str) -> ExploratoryWalk:
    """It does not take place; the record stays, with its reason."""
    return edit(store, walk_id, state=CANCELLED, cancel_reason=reason)


def take_up(store: Store, walk_id: str) -> ExploratoryWalk:
    """It takes place after all."""
    return edit(store, walk_id, state=PLANNED, cancel_reason=None)


def is_of_young_people(walk: ExploratoryWalk) -> bool:
    """An adult referent and consent are then asked for: a reminder, never a condition."""
    return bool(YOUNG & set(walk.publics)) or attendance.has_minors(walk.attendance)


def length_of(walk: ExploratoryWalk | WalkPlan) -> float:
    """Metres along the way, else from stop to stop."""
    line = [(point.lat_e7 / DEGREES, point.lon_e7 / DEGREES) for point in walk.route or walk.planned_stops]
    return sum(distance_m(*one, *two) for one, two in pairwise(line))


def frame_of(walk: ExploratoryWalk | WalkPlan) -> tuple[float, float, float] | None:
    """What a map must show of it: the middle in degrees and how wide it is in metres; None when nothing is drawn."""
    points = [(point.lat_e7 / DEGREES, point.lon_e7 / DEGREES) for point in (*walk.route, *walk.planned_stops)]
    if not points:
        return None
    lats, lons = zip(*points, strict=True)
    south, north, west, east = min(lats), max(lats), min(lons), max(lons)
    return (south + north) / 2, (west + east) / 2, distance_m(south, west, north, east)


def missing(walk: ExploratoryWalk) -> tuple[str, ...]:
    """Steps of the page that say nothing yet; only "place" has to."""
    said = {
        "place": bool(walk.territory),
        "kind": bool(walk.publics or walk.period_planned or walk.themes or walk.purposes),
        "group": bool(walk.attendance or walk.recruitments),
        "grid": bool(walk.grid_code),
        "roles": bool(walk.institutions or walk.newly_posted or walk.weather or walk.street_lights),
    }
    return tuple(step for step, is_said in said.items() if not is_said)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _chosen(period: str | None) -> str | None:
    return period if period in ("day", "night", "mixed") else None
