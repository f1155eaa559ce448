"""What a person may see of walks: the only place that fetches them for a user."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, QuerySet

from sync.protocol import records
from sync.protocol.track import OUTLIER
from sync.rules.closing import Closing, Finding, closing
from sync.server.accounts.access import OFFICE, READERS, Scope, scope_of
from sync.server.accounts.models import Device, User
from sync.server.records import access as records_access
from sync.server.reports.models import ReportHandling
from sync.server.walks.district import readable_points
from sync.server.walks.models import WalkFile

_E7 = 10_000_000


def visible(user: User, scope: Scope | None = None) -> QuerySet[WalkFile]:
    """The walks of this person's territories; administrators see all. Organisations see reports, not walks.

    A walk outside any perimeter is for the cells of the territories its tablet belongs to.
    """
    held = scope or scope_of(user)
    within = held.territories_of(READERS)
    walks = WalkFile.objects.filter(withdrawn=False)
    if within is None:
        return walks
    tablets = Device.objects.filter(territories__code__in=held.territories_of(OFFICE) or ()).values("pk")
    return walks.filter(Q(territory__in=within) | Q(territory="", writer__in=tablets))


def office_may(scope: Scope, walk: WalkFile) -> bool:
    """Whether this person decides for the cell on this walk."""
    within = scope.territories_of(OFFICE)
    if within is None or walk.territory:
        return scope.covers(walk.territory, OFFICE)
    return Device.objects.filter(pk=walk.writer, territories__code__in=within).exists()


def closing_of(walk: WalkFile, today: date, readable: QuerySet[ReportHandling] | None = None) -> Closing:
    """What keeps the walk open: all its findings, or (for a page) those that its reader may read."""
    findings = _findings(readable).filter(walk_id=walk.walk_id)
    return closing(
        [
            Finding(number=each.number, group=each.group, wants_answer=each.kind != "liked_place")
            for each in findings.only("number", "group", "kind")
        ],
        next_visit_on=walk.next_visit_on.isoformat() if walk.next_visit_on else None,
        followed=WalkFile.objects.filter(follows_walk_id=walk.walk_id, state="held", withdrawn=False).exists(),
        today=today.isoformat(),
    )


def counts_of(walks: list[WalkFile], readable: QuerySet[ReportHandling] | None = None) -> dict[str, tuple[int, int]]:
    """For each walk: how many findings, and how many still wait in triage; `readable` as above."""
    found = (
        _findings(readable)
        .filter(walk_id__in=[walk.walk_id for walk in walks])
        .values("walk_id")
        .annotate(all=Count("pk"), waiting=Count("pk", filter=Q(group__in=("open", "clarify"))))
    )
    return {row["walk_id"]: (row["all"], row["waiting"]) for row in found}


def _findings(readable: QuerySet[ReportHandling] | None) -> QuerySet[ReportHandling]:
    return (ReportHandling.objects.all() if readable is None else readable).filter(withdrawn=False)


def track_of(walk: WalkFile) -> list[list[tuple[float, float]]]:
    """Every recorded segment as (lat, lon) in degrees, in its order."""
    found = records_access.of_walk(records.TrackSegment, walk.walk_id)
    track = []
    for segment in sorted(found, key=lambda each: (each.writer, each.ordinal)):
        points = readable_points(segment)
        track.append([(p.lat_e7 / _E7, p.lon_e7 / _E7) for p in points if not p.flags & OUTLIER])
    return track
