"""Mails that a change owes: to the organisation that is asked to act, and to the cell when it sends a report back."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from sync.protocol import records
from sync.server.accounts.models import Role, User
from sync.server.records import access as records_access
from sync.server.records.feed import Feed, writing
from sync.server.reports import access, tasks, vocabulary
from sync.server.reports.models import Assignment, Notice, ReportHandling

_log = logging.getLogger(__name__)

RETRY_MINUTES = (1, 5, 30, 120, 720)


def owe_to_organisation(assignment: Assignment, feed: Feed) -> None:
    """The organisation is told that a report waits for it."""
    _owe(assignment.handling, assignment, "assigned", assignment.organisation.email, feed)


def owe_to_cell(handling: ReportHandling, assignment: Assignment, feed: Feed) -> None:
    """The cell of that territory is told that a report came back to it."""
    # One filter for role and territory: both must be of the same membership.
    cells = User.objects.filter(
        memberships__role=Role.GUP_CELL, memberships__territories__code__in=access.in_charge(handling), is_active=True
    )
    addresses = sorted(set(cells.exclude(email="").values_list("email", flat=True)))
    _owe(handling, assignment, "returned", ", ".join(addresses), feed)


def _owe(handling: ReportHandling, assignment: Assignment, kind: str, to: str, feed: Feed) -> None:
    notice = Notice.objects.create(handling=handling, assignment=assignment, kind=kind, to=to, created_at=feed.at)
    if to:
        tasks.send_notice.enqueue(notice.pk)
    else:
        notice.state, notice.error = "failed", "no_address"
        notice.save()


def retry(notice: Notice) -> None:
    """Try again now; called inside an action."""
    notice.state, notice.attempts, notice.error = "pending", 0, ""
    notice.save()
    tasks.send_notice.enqueue(notice.pk)


def send(notice_id: str) -> None:
    """Send it, outside any transaction; on failure say why and try again later, then give up and show it."""
    notice = Notice.objects.select_related("handling", "assignment__organisation").filter(pk=notice_id).first()
    if notice is None or notice.state == "sent":
        return
    if notice.kind == "assigned" and notice.handling.readers == access.CELL_ONLY:
        # Restricted since it was owed: what it would say is no longer for that organisation.
        with writing():
            Notice.objects.filter(pk=notice.pk).update(state="failed", error="restricted")
        return
    try:
        _message(notice).send()
    except Exception as fault:
        # Whatever it is (an address that is none, a text that cannot be made): shown and tried again, never lost.
        _log.exception("mail %s could not be sent", notice.pk)
        _failed(notice, f"{type(fault).__name__}: {fault}"[:500])
        return
    with writing():
        Notice.objects.filter(pk=notice.pk).update(
            state="sent", sent_at=timezone.now(), attempts=notice.attempts + 1, error=""
        )


def _failed(notice: Notice, why: str) -> None:
    with writing():
        tries = notice.attempts + 1
        again = tries <= len(RETRY_MINUTES)
        Notice.objects.filter(pk=notice.pk).update(attempts=tries, error=why, state="pending" if again else "failed")
        if again:
            later = timezone.now() + timedelta(minutes=RETRY_MINUTES[tries - 1])
            tasks.send_notice.using(run_after=later).enqueue(notice.pk)


def _message(notice: Notice) -> EmailMessage:
    handling = notice.handling
    report = records_access.get(records.Report, handling.report_id)
    with override("fr"):
        category = vocabulary.label("categories", handling.category) or _("Report")
        subject = {
            "assigned": _("Report %(number)s for you: %(category)s"),
            "returned": _("Report %(number)s came back to the cell: %(category)s"),
        }[notice.kind] % {"number": handling.number, "category": category}
        last = notice.assignment.lines.last() if notice.assignment else None
        body = render_to_string(
            f"reports/mail_{notice.kind}.txt",
            {
                "handling": handling,
                "report": report,
                "category": category,
                "place": place_lines(handling, report),
                "assignment": notice.assignment,
                "line": last,
                "reason": vocabulary.label("refusal_reasons", last.reason) if last and last.reason else "",
                "link": settings.PUBLIC_URL + reverse("report", args=[handling.number]),
            },
        )
    return EmailMessage(subject=subject, body=body, to=[part.strip() for part in notice.to.split(",")])


def place_lines(handling: ReportHandling, report: records.Report | None) -> list[str]:
    """Where it is, the detail an agent needs first."""
    lines = []
    detail = report.place_detail if report is not None else None
    if detail is not None:
        named = {
            "building": _("Building %(value)s"),
            "staircase": _("Staircase %(value)s"),
            "floor": _("Floor %(value)s"),
            "number": _("Number %(value)s"),
            "landmark": "%(value)s",
        }
        parts = [
            sentence % {"value": getattr(detail, name)} for name, sentence in named.items() if getattr(detail, name)
        ]
        if parts:
            lines.append(", ".join(parts))
    if handling.address:
        lines.append(handling.address)
    elif handling.lat is not None and handling.lon is not None:
        lines.append(f"{handling.lat:.5f}, {handling.lon:.5f}")
    return lines
