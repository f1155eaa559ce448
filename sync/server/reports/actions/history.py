"""Writing one line of history, and folding the lines again into every cached column: the only place that does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from sync.rules import status
from sync.server import publish
from sync.server.accounts.access import Scope, scope_of
from sync.server.accounts.models import User
from sync.server.organisations.models import Organisation
from sync.server.records.feed import Feed
from sync.server.reports import vocabulary
from sync.server.reports.errors import Stale
from sync.server.reports.models import Assignment, ReportHandling, StatusChange

_INSTANT = timedelta(milliseconds=1)
# Lines that people did not decide: they do not make an open page stale.
_UNNOTICED = ("address",)


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who does it: a person with a scope, or (user None) a tablet or the server itself."""

    user: User | None
    words: str
    scope: Scope | None = None
    organisations: tuple[str, ...] = ()


def actor_of(user: User) -> Actor:
    """This person as an actor, with the organisations in whose name they act."""
    scope = scope_of(user)
    organisations = Organisation.objects.filter(pk__in=scope.organisations).order_by("code")
    name = user.get_full_name() or user.get_username()
    names = ", ".join(str(organisation) for organisation in organisations)
    return Actor(
        user=user,
        words=f"{name} ({names})" if names else name,
        scope=scope,
        organisations=tuple(organisation.code for organisation in organisations),
    )


def seen_by(handling: ReportHandling) -> int:
    """What a page carries so that a decision taken on an older page is noticed."""
    return handling.lines.exclude(act__in=_UNNOTICED).count()


def require_fresh(handling: ReportHandling, seen: int) -> None:
    """Raises Stale when something was written since the page that carried `seen` was shown."""
    if seen_by(handling) != seen:
        raise Stale(
            _("This report changed in the meantime. Nothing was recorded twice: read what happened, then decide again.")
        )


def add_line(
    feed: Feed,
    handling: ReportHandling,
    act: str,
    actor: Actor,
    *,
    at: datetime | None = None,
    assignment: Assignment | None = None,
    to: str = "",
    reason: str = "",
    words: str = "",
    public_words: str = "",
    public: bool | None = None,
    planned_on: date | None = None,
    confirms: str = "",
    verdict: str = "",
    linked: str | None = None,
    source: str | None = None,
    revision: int = 1,
    record_hash: str = "",
    void: bool = False,
    save: bool = True,
) -> StatusChange:
    """One line: who, when, what, why. Without `at` it is now, always after the office's earlier lines.

    `save` False leaves it to the caller, who inserts many at once.
    """
    if at is None:
        last = handling.lines.filter(source=None).order_by("-at").values_list("at", flat=True).first()
        at = feed.at if last is None else max(feed.at, last + _INSTANT)
    line = StatusChange(
        handling=handling,
        assignment=assignment,
        act=act,
        at=at,
        written_at=feed.at,
        user=actor.user,
        by_words=actor.words,
        by_organisations=list(actor.organisations),
        from_status=handling.status,
        to_status=to,
        reason=reason,
        words=words.strip(),
        public_words=public_words.strip(),
        public=bool(to) and vocabulary.is_public(to) if public is None else public,
        planned_on=planned_on,
        confirms=confirms,
        verdict=verdict,
        linked=linked,
        source=source,
        revision=revision,
        record_hash=record_hash,
        void=void,
    )
    if save:
        line.save(force_insert=True)
    return line


def fold_lines(lines: Iterable[StatusChange], groups: dict[str, str]) -> status.State:
    """The state these lines lead to. They come with their assignment and its organisation."""
    return status.fold(map(fold_line, lines), groups)


def fold_handling(handling: ReportHandling, groups: dict[str, str] | None = None) -> status.State:
    """The report's own state, folded again from its lines and from what people saw of those joined with it."""
    joined = [member.pk for member in handling.with_joined()[1:]]
    lines = StatusChange.objects.filter(Q(handling=handling) | Q(handling__in=joined) & ~Q(verdict="")).select_related(
        "assignment__organisation"
    )
    return fold_lines(lines, vocabulary.groups() if groups is None else groups)


def caches(handling: ReportHandling, state: status.State) -> dict[str, object]:
    """Every cached column of a report as its lines want it; a duplicate shows its lead's."""
    lead = ReportHandling.objects.filter(pk=state.linked_to).first() if state.linked_to else None
    shared: dict[str, object]
    if lead is not None:
        shared = {
            "status": lead.status,
            "group": lead.group,
            "since": lead.since,
            "lead_id": lead.lead_id,
            "planned_on": lead.planned_on,
        }
    else:
        work = None if state.lead is None else state.assignments[state.lead]
        planned_on = work.planned_on if work is not None else None
        shared = {
            "status": state.status,
            "group": state.group,
            "since": datetime.fromisoformat(state.since) if state.since else None,
            "lead_id": state.lead,
            "planned_on": date.fromisoformat(planned_on) if planned_on else None,
        }
    return shared | {
        "duplicate_of_id": None if lead is None else lead.pk,
        "persists": state.persists,
        "seen_gone": state.seen_gone,
    }


def assignment_caches(state: status.AssignmentState) -> dict[str, object]:
    """Every cached column of an assignment as its lines want it."""
    return {
        "status": state.status,
        "group": state.group,
        "over": state.over,
        "planned_on": date.fromisoformat(state.planned_on) if state.planned_on else None,
    }


def refold(handling: ReportHandling, feed: Feed) -> None:
    """Fold again, write the caches and publish what tablets may see; the same for all it is, or was, joined with."""
    family = {member.pk: member for member in handling.root().with_joined()}
    _refold_one(handling, feed)
    for head in (handling.root(), handling):
        family |= {member.pk: member for member in head.with_joined()}
    # A report follows the one it is joined with, so that one comes first.
    for member in sorted(family.values(), key=_depth):
        member.refresh_from_db()
        _refold_one(member, feed)


def _depth(handling: ReportHandling) -> int:
    depth, seen = 0, {handling.pk}
    lead = handling.duplicate_of
    while lead is not None and lead.pk not in seen:
        seen.add(lead.pk)
        depth, lead = depth + 1, lead.duplicate_of
    return depth


def _refold_one(handling: ReportHandling, feed: Feed) -> None:
    state = fold_handling(handling)
    for key, work in state.assignments.items():
        Assignment.objects.filter(pk=key).update(**assignment_caches(work))
    wanted = caches(handling, state)
    ReportHandling.objects.filter(pk=handling.pk).update(**wanted)
    for name, value in wanted.items():
        setattr(handling, name, value)
    publish.publish_handling(handling, state, feed)


def fold_line(line: StatusChange) -> status.Line:
    """What the fold needs of a line."""
    return status.Line(
        id=line.id,
        at=line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        to=line.to_status or None,
        assignment=line.assignment_id,
        lead=line.assignment.lead if line.assignment else True,
        organisation=line.assignment.organisation.code if line.assignment else "",
        by=frozenset(line.by_organisations),
        confirms=line.confirms or None,
        verdict=line.verdict or None,
        linked=line.linked,
        source=line.source,
        revision=line.revision,
        void=line.void,
        reason=line.reason or None,
        planned_on=line.planned_on.isoformat() if line.planned_on else None,
    )
