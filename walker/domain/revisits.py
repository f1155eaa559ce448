"""What earlier walks found on this route and nobody has verified since: to be looked at again, in walking order.

« Une obligation de suivi » (S-03, S-92, S-172): each comes with what was promised and answered, so that the group can
contradict it on the spot. A verdict is one Revisit a walk and report: thinking again revises it, never adds another.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sync.protocol import codec, times, track
from sync.protocol.ids import new_id
from sync.protocol.records import (
    Answer,
    ExploratoryWalk,
    HandlingView,
    Point,
    Position,
    Record,
    Report,
    Revisit,
    Stop,
    TrackSegment,
    WalkPlan,
    walk_of,
)
from sync.rules.return_visit import is_due, last_verdict
from sync.rules.route_order import BESIDE_M, beside, nearest_first, thinned
from walker.domain.pictures import first_pictures
from walker.domain.units import DEGREES
from walker.store import Store

R = TypeVar("R", bound=Record)

LIKED = "liked_place"
# Without a walk, a second look within this time is the same look, thought over.
SAME_LOOK = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class At:
    """Somewhere, in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, kw_only=True)
class DueReport:
    """One finding to look at again. `looked`: what this walk already said of it (`not_seen` included)."""

    report: Report
    handling: HandlingView | None = None
    answer: Answer | None = None
    last: Revisit | None = None
    looked: Revisit | None = None
    before: Path | None = None
    along_m: float | None = None
    off_m: float | None = None

    @property
    def place(self) -> At | None:
        return _at(self.report.position)


def due(store: Store, walk: ExploratoryWalk | None, here: tuple[float, float] | None = None) -> list[DueReport]:
    """Findings of earlier walks on this walk's way, in walking order; without a way, the nearest first from here.

    Without a walk: everything due that this tablet holds. What this walk has already looked at stays in the list.
    """
    visits = _by_report(_everything(store, Revisit))
    handlings = {view.report_id: view for view in store.copies.all(HandlingView)}
    answers: dict[str, Answer] = {}
    for answer in sorted(store.copies.all(Answer), key=lambda one: one.published_at):
        answers[answer.report_id] = answer
    numbers = {view.number for view in handlings.values()}
    befores = first_pictures(store)
    line = way_of(store, walk)
    wanted = _named(store, walk)
    found = []
    for report in _everything(store, Report):
        if not _is_earlier(report, walk):
            continue
        looked, others = _looks(visits.get(report.id, ()), walk)
        handling = handlings.get(report.id)
        group = handling.group if handling else None
        if handling is not None and handling.duplicate_of is not None and handling.duplicate_of not in numbers:
            group = None  # joined with one that this tablet does not hold: this one is what the group can look at
        last = last_verdict(others)
        if looked is None and not is_due(group, last.verdict if last else None):
            continue
        place = _at(report.position)
        side = beside(line, place.lat, place.lon) if place is not None else None
        is_far = bool(line) and (side is None or side.off_m > BESIDE_M)
        if is_far and looked is None and report.id not in wanted and report.walk_id not in wanted:
            continue
        found.append(
            DueReport(
                report=report,
                handling=handling,
                answer=answers.get(report.id),
                last=last,
                looked=looked,
                before=befores.get(report.id),
                along_m=side.along_m if side else None,
                off_m=side.off_m if side else None,
            )
        )
    if line:
        return sorted(found, key=lambda one: (one.along_m is None, one.along_m or 0.0, one.report.id))
    return nearest_first([(one, one.place) for one in found], At(*here) if here else None)


def look(
    store: Store,
    clock: Callable[[], datetime],
    report_id: str,
    verdict: str,
    *,
    walk_id: str | None,
    place: Position | None = None,
    text: str | None = None,
) -> Revisit:
    """The group's verdict, on disk: the one record of this walk and report, revised when the group thinks again."""
    now = clock()
    at = times.format_time(now)
    with store.transaction():
        known = own_look(store, report_id, walk_id, now)
        if known is None:
            blank = Revisit(
                id=new_id(),
                writer="",
                created_at=at,
                updated_at=at,
                report_id=report_id,
                walk_id=walk_id,
                verdict=verdict,
                observed_at=at,
            )
            return store.records.save(dataclasses.replace(blank, position=place, text=text or ""))
        thought_over = dataclasses.replace(
            known,
            verdict=verdict,
            observed_at=at,
            position=place or known.position,
            text=known.text if text is None else text,
        )
        return store.records.save(thought_over)


def way_of(store: Store, walk: ExploratoryWalk | None) -> list[At]:
    """The line the walk follows: its planned route, else the track, route or stops of the walk it returns to."""
    if walk is None:
        return []
    if len(walk.route) > 1:
        return _line(walk.route)
    earlier = _walk(store, walk.follows_walk_id)
    if earlier is not None:
        if len(trail := _trail(_segments(store, earlier.id))) > 1:
            return trail
        if len(earlier.route) > 1:
            return _line(earlier.route)
        stops = sorted(
            _everything(store, Stop, walk_id=earlier.id), key=lambda stop: (stop.started_at or "", stop.ordinal)
        )
        if len(stops) > 1:
            return [at for stop in stops if (at := _at(stop.position)) is not None]
        if len(earlier.planned_stops) > 1:
            return _line(earlier.planned_stops)
    return _line(walk.planned_stops) if len(walk.planned_stops) > 1 else []


def own_look(store: Store, report_id: str, walk_id: str | None, now: datetime) -> Revisit | None:
    """Our own look of this walk; without one, of today."""
    for visit in reversed(store.records.all(Revisit, walk_id=walk_id)):
        if visit.report_id != report_id or visit.walk_id != walk_id:
            continue
        if walk_id is not None or now - times.parse_time(visit.observed_at) < SAME_LOOK:
            return visit
    return None


def _is_earlier(report: Report, walk: ExploratoryWalk | None) -> bool:
    if report.kind == LIKED:
        return False
    if walk is None:
        return True
    seen_at = report.observed_at or report.created_at
    return report.walk_id != walk.id and (walk.started_at is None or seen_at < walk.started_at)


def _looks(visits: Iterable[Revisit], walk: ExploratoryWalk | None) -> tuple[Revisit | None, list[Revisit]]:
    """What this walk said (any of its tablets, the newest), and what was said before it."""
    if walk is None:
        return None, list(visits)
    ours = [visit for visit in visits if visit.walk_id == walk.id]
    said = last_verdict(ours) or max(ours, key=lambda visit: visit.observed_at, default=None)
    return said, [visit for visit in visits if visit.walk_id != walk.id]


def _named(store: Store, walk: ExploratoryWalk | None) -> frozenset[str]:
    """Reports that the office asked to see again, and the walk this one follows: due wherever they lie."""
    if walk is None:
        return frozenset()
    asked = {
        report_id for plan in store.copies.all(WalkPlan) if plan.id == walk.plan_id for report_id in plan.report_ids
    }
    return frozenset(asked | ({walk.follows_walk_id} if walk.follows_walk_id else set()))


def _by_report(visits: Iterable[Revisit]) -> dict[str, list[Revisit]]:
    grouped: dict[str, list[Revisit]] = {}
    for visit in visits:
        grouped.setdefault(visit.report_id, []).append(visit)
    return grouped


def _walk(store: Store, walk_id: str | None) -> ExploratoryWalk | None:
    if walk_id is None:
        return None
    known = store.records.find(walk_id)
    if isinstance(known, ExploratoryWalk):
        return known
    return next((walk for walk in store.copies.all(ExploratoryWalk) if walk.id == walk_id), None)


def _everything(store: Store, kind: type[R], *, walk_id: str | None = None) -> list[R]:
    """Our own and the copies of others'."""
    copies = [record for record in store.copies.all(kind) if walk_id is None or walk_of(record) == walk_id]
    return store.records.all(kind, walk_id=walk_id) + copies


def _segments(store: Store, walk_id: str) -> list[TrackSegment]:
    return sorted(_everything(store, TrackSegment, walk_id=walk_id), key=lambda one: (one.writer, one.ordinal))


def _trail(segments: Iterable[TrackSegment]) -> list[At]:
    """A track as a line: the first tablet's, without its errors; one that cannot be read is left out."""
    trail: list[At] = []
    writer = None
    for segment in segments:
        if writer is not None and segment.writer != writer:
            break
        writer = segment.writer
        try:
            points = track.unpack(segment.points, segment.count)
        except codec.CodecError:
            continue
        trail += [
            At(point.lat_e7 / DEGREES, point.lon_e7 / DEGREES) for point in points if not point.flags & track.OUTLIER
        ]
    return thinned(trail)


def _line(points: Sequence[Point]) -> list[At]:
    return [At(point.lat_e7 / DEGREES, point.lon_e7 / DEGREES) for point in points]


def _at(position: Position | None) -> At | None:
    return None if position is None else At(position.lat_e7 / DEGREES, position.lon_e7 / DEGREES)
