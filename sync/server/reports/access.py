"""What a person may see of reports: the only place that fetches them for a user."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from sync.server.accounts.access import Scope, scope_of
from sync.server.accounts.models import Role, User
from sync.server.reports.models import Assignment, ReportHandling

OFFICE = frozenset({Role.GUP_CELL.value, Role.ADMINISTRATOR.value})
READERS = OFFICE | {Role.WALK_COORDINATOR.value}


def visible(user: User, scope: Scope | None = None) -> QuerySet[ReportHandling]:
    """Every report this person may read.

    The cell and walk coordinators see their territories, administrators all; an organisation sees what was assigned
    to it. Categories with restricted readers are for the cell, or the cell and the organisation asked to act.
    """
    held = scope or scope_of(user)
    mine = Q(pk__in=())
    if held.roles & OFFICE:
        mine |= _within(held)
    if Role.WALK_COORDINATOR in held.roles:
        mine |= _within(held) & Q(readers="all")
    if Role.ASSIGNEE in held.roles and held.organisations:
        asked = Assignment.objects.filter(handling=OuterRef("pk"), organisation__in=held.organisations)
        mine |= Q(Exists(asked), readers="all") | Q(Exists(asked.filter(lead=True)), readers="cell_assignee")
    return ReportHandling.objects.filter(mine)


def handling(user: User, number: str) -> ReportHandling:
    """One report by its number. Raises ReportHandling.DoesNotExist when it is not this person's to read."""
    return visible(user).select_related("lead__organisation", "duplicate_of").get(number=number)


def is_office(scope: Scope) -> bool:
    """Whether this person may decide for the cell, within their territories."""
    return bool(scope.roles & OFFICE)


def office_may(scope: Scope, handling: ReportHandling) -> bool:
    """Whether this person decides for the cell on this report."""
    return is_office(scope) and scope.covers(handling.territory)


def may_act_for(scope: Scope, assignment: Assignment) -> bool:
    """Whether this person answers for the organisation that was asked: its own people, or the cell in its name."""
    if Role.ASSIGNEE in scope.roles and assignment.organisation_id in scope.organisations:
        return True
    return office_may(scope, assignment.handling)


def own_requests(user: User, scope: Scope | None = None) -> QuerySet[Assignment]:
    """What this person's organisations were asked to do (as lead), joined reports and withdrawn ones left out."""
    held = scope or scope_of(user)
    if Role.ASSIGNEE not in held.roles:
        return Assignment.objects.none()
    return (
        Assignment.objects.filter(
            organisation__in=held.organisations, lead=True, handling__in=visible(user, held), handling__withdrawn=False
        )
        .select_related("handling", "organisation")
        .order_by("at", "id")
    )


def _within(scope: Scope) -> Q:
    # Not an empty Q: Django drops those from an "or".
    return Q(pk__isnull=False) if scope.territories is None else Q(territory__in=scope.territories)
