"""What a person may see of reports: the only place that fetches them for a user."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from sync.protocol import records
from sync.server.accounts.access import OFFICE, READERS, Scope, scope_of
from sync.server.accounts.models import Device, Role, User
from sync.server.records import access as records_access
from sync.server.records.models import Medium, Record
from sync.server.reports.models import Assignment, ReportHandling
from sync.server.territories.models import Territory
from sync.server.walks.models import WalkFile

CELL_ONLY = "cell"  # a category's readers: nobody else, not even the organisation that would act
_COORDINATORS = frozenset({Role.WALK_COORDINATOR.value})


def visible(user: User, scope: Scope | None = None) -> QuerySet[ReportHandling]:
    """Every report this person may read.

    The cell and walk coordinators see their territories, administrators all; an organisation sees what was assigned
    to it. Categories with restricted readers are for the cell, or the cell and the organisation that now answers.
    What lies outside any perimeter is for the cell that can act on it: see `in_charge`.
    """
    held = scope or scope_of(user)
    mine = Q(pk__in=())
    if held.holds(OFFICE):
        mine |= _in_charge_of(held.territories_of(OFFICE))
    if held.holds(_COORDINATORS):
        mine |= _within(held.territories_of(_COORDINATORS)) & Q(readers="all")
    if held.acts_for:
        asked = Assignment.objects.filter(handling=OuterRef("pk"), organisation__in=held.acts_for)
        mine |= Q(Exists(asked), readers="all")
        mine |= Q(lead__organisation__in=held.acts_for, readers="cell_assignee")
    return ReportHandling.objects.filter(mine)


def handling(user: User, number: str) -> ReportHandling:
    """One report by its number. Raises ReportHandling.DoesNotExist when it is not this person's to read."""
    return visible(user).select_related("lead__organisation", "duplicate_of").get(number=number)


def office_may(scope: Scope, handling: ReportHandling) -> bool:
    """Whether this person decides for the cell on this report."""
    within = scope.territories_of(OFFICE)
    return within is None or bool(within & in_charge(handling))


def in_charge(handling: ReportHandling) -> frozenset[str]:
    """The territories whose cell decides on this report.

    Its own; outside any perimeter its walk's, so that nothing a group said is lost; else those of the tablet that
    recorded it; else none, and only administrators see it. Nobody but the cell: coordinators keep to perimeters.
    """
    if handling.territory:
        return frozenset({handling.territory})
    walk = WalkFile.objects.filter(pk=handling.walk_id).exclude(territory="").first()
    if walk is not None:
        return frozenset({walk.territory})
    return frozenset(Territory.objects.filter(devices=handling.writer).values_list("code", flat=True))


def _in_charge_of(territories: frozenset[str] | None) -> Q:
    """The reports of which these territories are in charge: `in_charge`, said to the database."""
    if territories is None:
        return _within(None)
    walks = WalkFile.objects.exclude(territory="").values("pk")
    tablets = Device.objects.filter(territories__code__in=territories).values("pk")
    of_walk = Q(walk_id__in=walks.filter(territory__in=territories))
    of_tablet = Q(writer__in=tablets) & ~Q(walk_id__in=walks)
    return _within(territories) | Q(territory="") & (of_walk | of_tablet)


def reads_office(scope: Scope, handling: ReportHandling) -> bool:
    """Whether this person reads the office's own remarks on this report, as its cell and walk coordinators do."""
    return office_may(scope, handling) or scope.covers(handling.territory, READERS)


def may_verify(scope: Scope, handling: ReportHandling) -> bool:
    """Whether this person may say that it is settled: never one of the organisation that did the work."""
    own = handling.lead is not None and handling.lead.organisation_id in scope.organisations
    return reads_office(scope, handling) and not own


def may_act_for(scope: Scope, assignment: Assignment) -> bool:
    """Whether this person answers for the organisation that was asked: its own people, or the cell in its name."""
    return assignment.organisation_id in scope.acts_for or office_may(scope, assignment.handling)


def own_requests(user: User, scope: Scope | None = None) -> QuerySet[Assignment]:
    """What this person's organisations were asked to do (as lead), joined reports and withdrawn ones left out."""
    held = scope or scope_of(user)
    return (
        Assignment.objects.filter(
            organisation__in=held.acts_for, lead=True, handling__in=visible(user, held), handling__withdrawn=False
        )
        .select_related("handling", "organisation")
        .order_by("at", "id")
    )


def _within(territories: frozenset[str] | None) -> Q:
    # Not an empty Q: Django drops those from an "or".
    return Q(pk__isnull=False) if territories is None else Q(territory__in=territories)


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """What the office decided of a report, whatever its tablet sends later; None where it decided nothing."""

    territory: str | None = None
    restricted: bool | None = None


NOTHING_CHOSEN = Chosen()


def chosen(report_ids: Iterable[str]) -> dict[str, Chosen]:
    """The office's own choices of place and readers, for those reports where it made any."""
    found = ReportHandling.objects.filter(pk__in=list(report_ids)).filter(
        Q(territory_chosen=True) | Q(category_chosen=True)
    )
    return {
        each.pk: Chosen(
            territory=each.territory if each.territory_chosen else None,
            restricted=each.readers != "all" if each.category_chosen else None,
        )
        for each in found
    }


def reports_of(report_ids: Iterable[str]) -> dict[str, records.Report]:
    """The tablets' own records of these reports, in one reading."""
    rows = Record.objects.filter(kind=records.Report.RECORD, pk__in=list(report_ids))
    return {row.pk: records_access.decoded(records.Report, row) for row in rows}


def photos_of(ids: Iterable[str]) -> dict[str, list[records.Photo]]:
    """The photos attached to each of these ids, only those that were not taken back."""
    rows = Record.objects.filter(kind=records.Photo.RECORD, about__in=list(ids), deleted=False).order_by("seq")
    found: dict[str, list[records.Photo]] = {}
    for row in rows:
        found.setdefault(row.about, []).append(records_access.decoded(records.Photo, row))
    return found


def held_media(photos: Iterable[records.Photo]) -> frozenset[str]:
    """Which of the bytes these photos name are on the server."""
    named = {sha for photo in photos for sha in (photo.sha256, photo.preview_sha256) if sha}
    return frozenset(Medium.objects.filter(pk__in=named, state=Medium.State.HELD).values_list("sha256", flat=True))


def photo(user: User, photo_id: str) -> records.Photo | None:
    """A photo of a report (or of its visits, or of the work done) that this person may read, else None."""
    found = records_access.get(records.Photo, photo_id)
    if found is None or found.deleted_at is not None or not found.about:
        return None
    about = found.about
    visit = records_access.get(records.Revisit, about)
    asked = Assignment.objects.filter(pk=about).values_list("handling_id", flat=True).first()
    report_id = visit.report_id if visit is not None else asked or about
    return found if visible(user).filter(pk=report_id).exists() else None
