"""What the GUP cell decides: who acts, what becomes of it, whether it is settled, what people are told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from sync.protocol import records
from sync.rules.status import CLARIFY, OPEN, REFUSED, TREATED, WATCHED
from sync.server import publish
from sync.server.accounts.models import User
from sync.server.organisations.models import Organisation
from sync.server.records import access as records_access
from sync.server.reports import access, vocabulary
from sync.server.reports.actions import notices
from sync.server.reports.actions.attached import place_attached
from sync.server.reports.actions.history import add_line, fold_handling
from sync.server.reports.actions.steps import (
    Step,
    of_office,
    on_report,
    require_next,
    require_reason,
    require_words,
)
from sync.server.reports.errors import Incomplete, NotAllowed
from sync.server.reports.models import Assignment, Notice, PublicAnswer, ReportHandling

_DECISIONS = frozenset({OPEN, CLARIFY, WATCHED, REFUSED})


def assign(
    user: User,
    report_id: str,
    *,
    seen: int,
    lead: int | None,
    informed: Iterable[int] = (),
    due_on: date | None = None,
    words: str = "",
) -> None:
    """One organisation answers for the report, others are told. An earlier lead is released and stays in history."""
    organisation = Organisation.objects.filter(pk=lead, active=True).first() if lead is not None else None
    if organisation is None:
        raise Incomplete(_("Choose who is to act."), field="lead")
    with of_office(user, report_id, seen) as step:
        require_next(step.handling.status, "assigned")
        _require_alone(step.handling)
        if step.handling.readers == access.CELL_ONLY:
            raise Incomplete(
                _("Only the cell reads this report, so nobody can be asked to act. Give it another category first."),
                field="lead",
            )
        step.handling.due_on = due_on
        step.handling.save(update_fields=["due_on"])
        asked = _ask(step, organisation, lead=True, words=words)
        notices.owe_to_organisation(asked, step.feed)
        told = Organisation.objects.filter(pk__in=list(informed), active=True).exclude(pk=organisation.pk)
        already = step.handling.assignments.filter(lead=False).values_list("organisation_id", flat=True)
        for other in told.exclude(pk__in=list(already)):
            _ask(step, other, lead=False, words="")


def decide(user: User, report_id: str, *, seen: int, to: str, reason: str = "", words: str = "") -> None:
    """To clarify, under watch, not kept (with a reason and a sentence people read), or back to triage."""
    if vocabulary.groups().get(to) not in _DECISIONS:
        raise Incomplete(_("Choose what becomes of it."), field="to")
    refused = vocabulary.groups()[to] == REFUSED
    if refused:
        require_reason("refusal_reasons", reason)
        words = require_words(words)
    with of_office(user, report_id, seen) as step:
        require_next(step.handling.status, to)
        _require_alone(step.handling)
        add_line(
            step.feed,
            step.handling,
            "decided",
            step.actor,
            to=to,
            reason=reason,
            words="" if refused else words,
            public_words=words if refused else "",
        )
        if refused:
            _publish_answer(step, words, to, reason)


def verify(user: User, report_id: str, *, seen: int, words: str = "") -> None:
    """Seen on the spot: settled. Never by the organisation that declared it done."""
    with on_report(user, report_id, seen) as step:
        scope = step.actor.scope
        if scope is None or not access.reads_office(scope, step.handling):
            raise NotAllowed(_("The cell or a walk coordinator of this territory verifies."))
        require_next(step.handling.status, "treated")
        _require_alone(step.handling)
        state = fold_handling(step.handling)
        lead = state.lead_assignment
        if lead is not None and lead.organisation in step.actor.organisations:
            raise NotAllowed(_("Whoever declared the work done cannot verify it. Someone else must."))
        add_line(
            step.feed,
            step.handling,
            "verified",
            step.actor,
            to="treated",
            public_words=words,
            confirms=state.claim or "",
        )
        after = fold_handling(step.handling)
        if after.group != TREATED:
            raise NotAllowed(_("Whoever declared the work done cannot verify it. Someone else must."))


def answer(user: User, report_id: str, *, seen: int, words: str) -> None:
    """Public words to every author: by the cell, or by the organisation that acts, in its own name."""
    sentence = require_words(words)
    with on_report(user, report_id, seen) as step:
        lead = step.handling.lead
        scope = step.actor.scope
        own = lead is not None and scope is not None and lead.organisation_id in scope.acts_for
        if not own and not (scope is not None and access.office_may(scope, step.handling)):
            raise NotAllowed(_("The cell or the organisation that acts answers."))
        add_line(step.feed, step.handling, "answered", step.actor, public_words=sentence)
        _publish_answer(step, sentence, step.handling.status, "", str(lead.organisation) if own and lead else "")


def comment(user: User, report_id: str, *, words: str) -> None:
    """An internal remark; tablets never see it."""
    sentence = require_words(words)
    with on_report(user, report_id, None) as step:
        add_line(step.feed, step.handling, "comment", step.actor, words=sentence)


def join(user: User, report_id: str, *, seen: int, number: str) -> None:
    """The same thing reported twice: this one follows the other from now on, and its author gets its answers."""
    with of_office(user, report_id, seen) as step:
        lead = ReportHandling.objects.select_for_update(of=("self",)).filter(number=number.strip()).first()
        scope = step.actor.scope
        if lead is None or scope is None or not access.office_may(scope, lead):
            raise Incomplete(_("No report has this number in your territories."), field="number")
        if lead in step.handling.with_joined():
            raise Incomplete(_("This report is already joined with that one."), field="number")
        add_line(step.feed, step.handling, "joined", step.actor, linked=lead.pk, words=lead.number, public=True)
        add_line(step.feed, lead, "joined_by", step.actor, words=step.handling.number)


def separate(user: User, report_id: str, *, seen: int) -> None:
    """Not the same after all: the report has its own history back, and keeps no answer that was the other's."""
    with of_office(user, report_id, seen) as step:
        lead = step.handling.duplicate_of
        if lead is None:
            raise Incomplete(_("This report is not joined with another."))
        add_line(step.feed, step.handling, "separated", step.actor, linked="", words=lead.number)
        add_line(step.feed, lead, "left_by", step.actor, words=step.handling.number)


def set_territory(user: User, report_id: str, *, seen: int, territory: str) -> None:
    """The territory chosen by hand; '' means outside any perimeter, which is always possible."""
    from sync.server.territories.models import Territory

    if territory and not Territory.objects.filter(code=territory).exists():
        raise Incomplete(_("Choose a territory of the list."), field="territory")
    with of_office(user, report_id, seen) as step:
        handling = step.handling
        before = handling.territory
        handling.territory, handling.territory_chosen = territory, True
        handling.save(update_fields=["territory", "territory_chosen"])
        step.feed.move(handling.report_id, territory)
        place_attached([handling], step.feed)
        add_line(step.feed, handling, "territory", step.actor, words=f"{before or '–'} → {territory or '–'}")


def set_category(user: User, report_id: str, *, seen: int, category: str, place_kind: str = "") -> None:
    """The office's own category beside the one of the tablet, which stays as it was."""
    if not vocabulary.exists("categories", category):
        raise Incomplete(_("Choose a category of the list."), field="category")
    with of_office(user, report_id, seen) as step:
        handling = step.handling
        before = handling.category
        handling.category, handling.category_chosen = category, True
        handling.family = vocabulary.family_of(category)
        handling.readers = vocabulary.readers_of(category)
        if place_kind:
            handling.place_kind = place_kind
        handling.save()
        step.feed.move(handling.report_id, handling.territory, restricted=handling.readers != "all")
        place_attached([handling], step.feed)
        add_line(step.feed, handling, "category", step.actor, words=f"{before or '–'} → {category}")


def set_due(user: User, report_id: str, *, seen: int, due_on: date | None) -> None:
    """Another day by which it should be settled; never invented."""
    with of_office(user, report_id, seen) as step:
        step.handling.due_on = due_on
        step.handling.save(update_fields=["due_on"])
        add_line(step.feed, step.handling, "due", step.actor, words=due_on.isoformat() if due_on else "")


def check_proof(user: User, report_id: str, *, seen: int, photo_id: str) -> None:
    """A person of the cell looked at a proof photo: nobody to recognise on it, so its authors may see it."""
    with of_office(user, report_id, seen) as step:
        photo = records_access.get(records.Photo, photo_id)
        asked = photo is not None and step.handling.assignments.filter(pk=photo.about or "").exists()
        if photo is None or not asked:
            raise Incomplete(_("This photo is no proof of this report."))
        add_line(step.feed, step.handling, "proof_checked", step.actor, confirms=photo_id)
        publish.show_photo(photo, step.handling, step.feed)


def send_again(user: User, notice_id: str) -> None:
    """Try a failed mail again."""
    notice = Notice.objects.select_related("handling").filter(pk=notice_id, state="failed").first()
    if notice is None:
        raise Incomplete(_("This mail is not waiting."))
    with of_office(user, notice.handling_id, None):
        if notice.assignment is not None and notice.kind == "assigned":
            notice.to = notice.assignment.organisation.email
        if not notice.to:
            raise Incomplete(_("This organisation has no e-mail address yet."))
        notices.retry(notice)


def _ask(step: Step, organisation: Organisation, *, lead: bool, words: str) -> Assignment:
    asked = Assignment.objects.create(
        handling=step.handling,
        organisation=organisation,
        lead=lead,
        assigned_by=step.actor.user,
        at=step.feed.at,
    )
    add_line(
        step.feed,
        step.handling,
        "assigned" if lead else "informed",
        step.actor,
        assignment=asked,
        to="assigned",
        words=words,
        public=lead,
    )
    return asked


def _publish_answer(step: Step, words: str, status: str, reason: str, organisation: str = "") -> None:
    PublicAnswer.objects.create(
        handling=step.handling,
        organisation=organisation,
        words=words,
        status=status,
        reason=reason,
        published_at=step.feed.at,
        user=step.actor.user,
    )


def _require_alone(handling: ReportHandling) -> None:
    """A joined report follows the other one: decide there."""
    if handling.duplicate_of is not None:
        raise Incomplete(
            _("This report is joined with no. %(number)s: decide there, or separate them first.")
            % {"number": handling.duplicate_of.number}
        )
