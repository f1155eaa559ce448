"""What the organisation that was asked to act says: accepted, planned, on hold, sent back, done with proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sync.protocol import ids, records, times
from sync.server.accounts.models import User
from sync.server.records import media_store
from sync.server.records.actions import media_held
from sync.server.records.feed import Feed
from sync.server.records.models import Naming
from sync.server.reports.actions import notices
from sync.server.reports.actions.history import add_line
from sync.server.reports.actions.steps import of_assignee, require_next, require_reason, require_words
from sync.server.reports.errors import Incomplete
from sync.server.reports.models import Assignment


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """A picture of the finished work, already prepared: turned, small enough, without EXIF."""

    content: bytes
    sha256: str
    width: int
    height: int
    preview: bytes
    preview_sha256: str


def accept(user: User, assignment_id: str, *, seen: int, words: str = "") -> None:
    """The organisation takes it on."""
    with of_assignee(user, assignment_id, seen) as (step, assignment):
        require_next(assignment.status, "accepted")
        add_line(step.feed, step.handling, "accepted", step.actor, assignment=assignment, to="accepted", words=words)


def plan(user: User, assignment_id: str, *, seen: int, planned_on: date | None, public_words: str = "") -> None:
    """The day the work is planned for; authors read it."""
    if planned_on is None:
        raise Incomplete(_("Give the day the work is planned for."), field="planned_on")
    with of_assignee(user, assignment_id, seen) as (step, assignment):
        require_next(assignment.status, "planned")
        add_line(
            step.feed,
            step.handling,
            "planned",
            step.actor,
            assignment=assignment,
            to="planned",
            planned_on=planned_on,
            public_words=public_words,
        )


def put_on_hold(user: User, assignment_id: str, *, seen: int, reason: str, words: str = "") -> None:
    """Something is in the way: named by its code."""
    require_reason("blocking_reasons", reason)
    with of_assignee(user, assignment_id, seen) as (step, assignment):
        require_next(assignment.status, "blocked")
        add_line(
            step.feed,
            step.handling,
            "blocked",
            step.actor,
            assignment=assignment,
            to="blocked",
            reason=reason,
            words=words,
        )


def send_back(user: User, assignment_id: str, *, seen: int, reason: str, words: str) -> None:
    """Refused by the organisation: back to the cell, which decides. Not the final "not kept"."""
    require_reason("refusal_reasons", reason)
    sentence = require_words(words)
    with of_assignee(user, assignment_id, seen) as (step, assignment):
        require_next(assignment.status, "returned")
        add_line(
            step.feed,
            step.handling,
            "returned",
            step.actor,
            assignment=assignment,
            to="returned",
            reason=reason,
            words=sentence,
        )
        notices.owe_to_cell(step.handling, assignment, step.feed)


def declare_done(user: User, assignment_id: str, *, seen: int, proof: Proof | None, words: str = "") -> None:
    """The work is declared done: a photo proves it, or the words say why there is none. Somebody else verifies."""
    if proof is None and not words.strip():
        raise Incomplete(_("Add a photo of the finished work, or say why there is none."), field="photo")
    if proof is not None:
        # Before the transaction: bytes are never written while the lock is held.
        media_store.keep(proof.sha256, proof.content)
        media_store.keep(proof.preview_sha256, proof.preview)
    with of_assignee(user, assignment_id, seen) as (step, assignment):
        require_next(assignment.status, "done")
        if proof is not None:
            _publish_proof(proof, assignment, step.feed)
        add_line(step.feed, step.handling, "done", step.actor, assignment=assignment, to="done", words=words)


def _publish_proof(proof: Proof, assignment: Assignment, feed: Feed) -> None:
    """A photo of the server about the assignment; no tablet sees it before the cell has checked it."""
    now = times.format_time(feed.at)
    photo = records.Photo(
        id=ids.new_id(),
        writer="server",
        created_at=now,
        updated_at=now,
        about=assignment.pk,
        taken_at=now,
        width=proof.width,
        height=proof.height,
        sha256=proof.sha256,
        size=len(proof.content),
        preview_sha256=proof.preview_sha256,
        preview_size=len(proof.preview),
        checked_at=now,
        purpose="done",
    )
    feed.publish(photo, restricted=True)
    sizes = {proof.sha256: len(proof.content), proof.preview_sha256: len(proof.preview)}
    for kind, sha256 in ((Naming.Kind.FULL, proof.sha256), (Naming.Kind.PREVIEW, proof.preview_sha256)):
        Naming.objects.create(record_id=photo.id, kind=kind, sha256=sha256, size=sizes[sha256], device="")
    media_held(sizes)
