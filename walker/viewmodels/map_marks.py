"""Records as marks, lines and outlines of the map: of this walk at once, of all others in the background.

What earlier walks found may be ten thousand records: `earlier` reads them on a worker's thread.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sync.protocol import times
from sync.protocol.catalogue import Catalogue
from sync.protocol.records import (
    ExploratoryWalk,
    HandlingView,
    Point,
    Position,
    Report,
    Revisit,
    SpaceCandidate,
    Stop,
    TerritoryView,
)
from walker.domain.revisits import due
from walker.domain.units import DEGREES
from walker.store import Store
from walker.viewmodels.markers import Mark

LIKED = "liked_place"
AVOIDED_ICONS = {"avoided": "eye-off", "bypassed": "route"}

Degrees = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A space drawn by finger: its corners, closed or not."""

    record_id: str
    closed: bool
    points: tuple[Degrees, ...]


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What lies on the map beside this walk's own findings. `due` are to be looked at again, in walking order.

    Those that this tablet looked at already are among them, since a verdict can be taken back: `still_due` parts them.
    """

    marks: tuple[Mark, ...] = ()
    due: tuple[Mark, ...] = ()
    outlines: tuple[Outline, ...] = ()
    detours: tuple[tuple[Degrees, ...], ...] = ()
    rings: tuple[tuple[Degrees, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Words:
    """A catalogue in one language: what a mark is called."""

    catalogue: Catalogue
    language: str

    def label(self, list_name: str, code: str | None) -> str:
        return self.catalogue.label(list_name, code, self.language) if code else ""

    def icon(self, list_name: str, code: str | None, otherwise: str) -> str:
        entry = self.catalogue.get(list_name, code or "")
        return entry.icon if entry and entry.icon else otherwise


@dataclass(kw_only=True)
class Drawn:
    """One record on the map: its mark, and what is drawn beside it."""

    mark: Mark | None = None
    outline: Outline | None = None
    detour: tuple[Degrees, ...] = field(default=())


def drawn(record: Report | SpaceCandidate | Stop, words: Words, *, mine: bool = True, status: str = "") -> Drawn:
    """What the map shows of a record; a report's status stands as a small badge."""
    if isinstance(record, Stop):
        return Drawn(mark=_mark(record, "stop", record.name, "hand", record.position, number=record.ordinal + 1))
    if isinstance(record, SpaceCandidate):
        mark = None
        if record.position is not None:
            icon = words.icon("space_kinds", record.kind, "flower-2")
            mark = _mark(record, "space", words.label("space_kinds", record.kind), icon, record.position, mine=mine)
        return Drawn(mark=mark, outline=_outline(record))
    kind = "liked" if record.kind == LIKED else "report"
    label = words.label("categories", record.category) or record.category_words
    icon = words.icon("categories", record.category, "heart" if kind == "liked" else "flag")
    if record.avoidance in AVOIDED_ICONS and record.category is None:
        icon, label = AVOIDED_ICONS[record.avoidance], label or words.label("avoidances", record.avoidance)
    mark = None
    if record.position is not None:
        mark = _mark(record, kind, label, icon, record.position, mine=mine, status=status)
    return Drawn(mark=mark, detour=degrees(record.detour) if len(record.detour) > 1 else ())


def earlier(store: Store, words: Words, walk: ExploratoryWalk) -> Earlier:
    """Findings of other walks, of other tablets, and without a walk; perimeters of the walk's territory.

    Call it on a worker's thread: it reads all there is.
    """
    badges = {
        view.report_id: words.icon("statuses", view.status, "")
        for view in store.copies.all(HandlingView)
        if view.group != "open"
    }
    own_looks = store.records.revisions(Revisit, walk.id)
    due_marks = [
        mark
        for one in due(store, walk)
        if one.looked is None or one.looked.id in own_looks
        if (mark := drawn(one.report, words, mine=False, status=badges.get(one.report.id, "")).mark) is not None
    ]
    due_ids = {mark.record_id for mark in due_marks}
    found: list[Drawn] = []
    copies: list[Report | SpaceCandidate] = [*store.copies.all(Report), *store.copies.all(SpaceCandidate)]
    own: list[Report | SpaceCandidate] = [*store.records.all(Report), *store.records.all(SpaceCandidate)]
    for record, mine in [*((one, False) for one in copies), *((one, True) for one in own if one.walk_id != walk.id)]:
        if record.id not in due_ids:
            found.append(drawn(record, words, mine=mine, status=badges.get(record.id, "")))
    return Earlier(
        marks=tuple(one.mark for one in found if one.mark is not None),
        due=tuple(due_marks),
        outlines=tuple(one.outline for one in found if one.outline is not None),
        detours=tuple(one.detour for one in found if one.detour),
        rings=perimeter(store, walk.territory),
    )


def still_due(found: Earlier, seen: Collection[str]) -> tuple[list[Mark], list[Mark]]:
    """What is to be looked at, and what was: `seen` are the reports that this tablet looked at on this walk."""
    todo = [_as_due(mark) for mark in found.due if mark.record_id not in seen]
    return todo, [mark for mark in found.due if mark.record_id in seen]


def perimeter(store: Store, territory: str | None) -> tuple[tuple[Degrees, ...], ...]:
    """The rings of the walk's territory; of all that this tablet knows when the walk names none."""
    views = store.copies.all(TerritoryView)
    wanted = [view for view in views if view.code == territory] or views
    return tuple(degrees(ring) for view in wanted for ring in view.rings if len(ring) > 2)


def degrees(points: Sequence[Point]) -> tuple[Degrees, ...]:
    return tuple((point.lat_e7 / DEGREES, point.lon_e7 / DEGREES) for point in points)


def _outline(space: SpaceCandidate) -> Outline | None:
    if space.shape == "point" or len(space.points) < 2:
        return None
    return Outline(record_id=space.id, closed=space.shape == "polygon", points=degrees(space.points))


def _as_due(mark: Mark) -> Mark:
    return Mark(
        record_id=mark.record_id,
        kind="revisit",
        label=mark.label,
        icon=mark.icon,
        lat=mark.lat,
        lon=mark.lon,
        status_icon=mark.status_icon,
        moment_ms=mark.moment_ms,
        mine=False,
    )


def _mark(
    record: Report | SpaceCandidate | Stop,
    kind: str,
    label: str,
    icon: str,
    place: Position,
    *,
    number: int = 0,
    mine: bool = True,
    status: str = "",
) -> Mark:
    moment = record.started_at if isinstance(record, Stop) else record.observed_at
    return Mark(
        record_id=record.id,
        kind=kind,
        label=label,
        icon=icon,
        lat=place.lat_e7 / DEGREES,
        lon=place.lon_e7 / DEGREES,
        number=number,
        status_icon=status,
        moment_ms=times.parse_time(moment or record.created_at).timestamp() * 1000,
        mine=mine,
    )
