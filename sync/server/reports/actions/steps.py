"""What every action on a report does first and last: open the transaction, check the person and the page, fold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sync.server.accounts.models import User
from sync.server.records.feed import Feed, writing
from sync.server.reports import access, vocabulary
from sync.server.reports.actions.history import Actor, actor_of, refold, require_fresh
from sync.server.reports.errors import Incomplete, NotAllowed
from sync.server.reports.models import Assignment, ReportHandling


@dataclass(frozen=True, kw_only=True)
class Step:
    """One action under way."""

    feed: Feed
    actor: Actor
    handling: ReportHandling


@contextmanager
def on_report(user: User, report_id: str, seen: int | None) -> Iterator[Step]:
    """Lock a report this person may read, refuse an older page, fold at the end. `seen` None: a remark, any page."""
    with writing() as feed:
        actor = actor_of(user)
        readable = access.visible(user, actor.scope).filter(pk=report_id)
        if not readable.exists():
            raise NotAllowed(_("This report is not yours to read."))
        handling = ReportHandling.objects.select_for_update(of=("self",)).get(pk=report_id)
        if seen is not None:
            require_fresh(handling, seen)
        yield Step(feed=feed, actor=actor, handling=handling)
        refold(handling, feed)


@contextmanager
def of_office(user: User, report_id: str, seen: int | None) -> Iterator[Step]:
    """The same for what only the cell (or an administrator) decides."""
    with on_report(user, report_id, seen) as step:
        if step.actor.scope is None or not access.office_may(step.actor.scope, step.handling):
            raise NotAllowed(_("Only the GUP cell of this territory decides that."))
        yield step


@contextmanager
def of_assignee(user: User, assignment_id: str, seen: int) -> Iterator[tuple[Step, Assignment]]:
    """The same for what the organisation that was asked says; the cell may write it down in its name."""
    assignment = Assignment.objects.select_related("organisation", "handling").filter(pk=assignment_id).first()
    if assignment is None:
        raise NotAllowed(_("This report is not yours to read."))
    with on_report(user, assignment.handling_id, seen) as step:
        if step.actor.scope is None or not access.may_act_for(step.actor.scope, assignment):
            raise NotAllowed(_("Only %(organisation)s answers here.") % {"organisation": assignment.organisation})
        assignment.refresh_from_db()
        if assignment.over or not assignment.lead:
            raise NotAllowed(_("This request is over: the cell has given it to someone else or closed it."))
        yield step, assignment


def require_next(status: str, to: str) -> None:
    """Raises Incomplete when the catalogue knows no way from that status to the other."""
    if to not in vocabulary.next_of(status):
        raise Incomplete(
            _("A report that is “%(status)s” cannot become “%(to)s”.")
            % {"status": vocabulary.label("statuses", status), "to": vocabulary.label("statuses", to)}
        )


def require_reason(list_name: str, reason: str) -> None:
    """Raises Incomplete without a reason that the catalogue knows."""
    if not reason or not vocabulary.exists(list_name, reason):
        raise Incomplete(_("Choose a reason."), field="reason")


def require_words(words: str, field: str = "words") -> str:
    """The words, trimmed. Raises Incomplete when there are none."""
    if not words.strip():
        raise Incomplete(_("Write one or two plain sentences."), field=field)
    return words.strip()
