"""Each button of a report's page: from what was typed to the action, and the sentence that says it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from sync.server.accounts.models import User
from sync.server.reports import actions
from sync.server.reports.errors import Incomplete

Files = MultiValueDict[str, UploadedFile[Any]]
Act = Callable[[User, str, QueryDict, Files], str]

MAX_PROOF_BYTES = 25 * 1024 * 1024


def _assign(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.assign(
        user,
        report_id,
        seen=_seen(form),
        lead=_number(form.get("lead")),
        informed=[number for text in form.getlist("informed") if (number := _number(text)) is not None],
        due_on=day_of(form, "due_on"),
        words=form.get("words", ""),
    )
    return _("Assigned. The organisation gets an e-mail.")


def _decide(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.decide(
        user,
        report_id,
        seen=_seen(form),
        to=form.get("to", ""),
        reason=form.get("reason", ""),
        words=form.get("words", ""),
    )
    return _("Recorded.")


def _verify(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.verify(user, report_id, seen=_seen(form), words=form.get("words", ""))
    return _("Seen on the spot: settled. The authors will read it.")


def _answer(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.answer(user, report_id, seen=_seen(form), words=form.get("words", ""))
    return _("Answer sent. It goes to every author at their next sync.")


def _comment(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.comment(user, report_id, words=form.get("words", ""))
    return _("Remark added, for the office only.")


def _join(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.join(user, report_id, seen=_seen(form), number=form.get("number", ""))
    return _("Joined. This report now follows the other one.")


def _separate(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.separate(user, report_id, seen=_seen(form))
    return _("Separated. The report has its own history back.")


def _territory(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.set_territory(user, report_id, seen=_seen(form), territory=form.get("territory", ""))
    return _("Territory recorded.")


def _category(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.set_category(user, report_id, seen=_seen(form), category=form.get("category", ""))
    return _("Category recorded.")


def _due(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.set_due(user, report_id, seen=_seen(form), due_on=day_of(form, "due_on"))
    return _("Day recorded.")


def _proof_checked(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.check_proof(user, report_id, seen=_seen(form), photo_id=form.get("photo", ""))
    return _("Photo checked. The authors may see it.")


def _send_again(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.send_again(user, form.get("notice", ""))
    return _("The mail will be sent again.")


def _accept(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.accept(user, form.get("assignment", ""), seen=_seen(form), words=form.get("words", ""))
    return _("Accepted.")


def _plan(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.plan(
        user,
        form.get("assignment", ""),
        seen=_seen(form),
        planned_on=day_of(form, "planned_on"),
        public_words=form.get("words", ""),
    )
    return _("Planned. The authors will read the day.")


def _hold(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.put_on_hold(
        user,
        form.get("assignment", ""),
        seen=_seen(form),
        reason=form.get("reason", ""),
        words=form.get("words", ""),
    )
    return _("On hold, with its reason.")


def _send_back(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    actions.send_back(
        user,
        form.get("assignment", ""),
        seen=_seen(form),
        reason=form.get("reason", ""),
        words=form.get("words", ""),
    )
    return _("Sent back to the cell, with your reason.")


def _done(user: User, report_id: str, form: QueryDict, files: Files) -> str:
    upload = files.get("photo")
    actions.declare_done(
        user,
        form.get("assignment", ""),
        seen=_seen(form),
        proof=_proof(upload) if upload is not None else None,
        words=form.get("words", ""),
    )
    return _("Recorded as done. Someone else will go and see.")


ACTS: dict[str, Act] = {
    "assign": _assign,
    "decide": _decide,
    "verify": _verify,
    "answer": _answer,
    "comment": _comment,
    "join": _join,
    "separate": _separate,
    "territory": _territory,
    "category": _category,
    "due": _due,
    "proof-checked": _proof_checked,
    "send-again": _send_again,
    "accept": _accept,
    "plan": _plan,
    "hold": _hold,
    "send-back": _send_back,
    "done": _done,
}


def _proof(upload: UploadedFile[Any]) -> actions.Proof:
    """The picture as it may be kept: turned, made smaller, nothing of its EXIF. Raises Incomplete with what to do."""
    from sync.formats.photo.prepare import prepare
    from sync.formats.photo.refusal import PhotoRefused

    if (upload.size or 0) > MAX_PROOF_BYTES:
        raise Incomplete(_("This photo is larger than 25 MB. Take a smaller one."), field="photo")
    try:
        made = prepare(upload.read())
    except PhotoRefused as refused:
        raise Incomplete(
            _("This file is not a usable photo. Choose a JPEG or PNG picture."), field="photo"
        ) from refused
    return actions.Proof(
        content=made.jpeg,
        sha256=made.sha256,
        width=made.width,
        height=made.height,
        preview=made.preview,
        preview_sha256=made.preview_sha256,
    )


def _seen(form: QueryDict) -> int:
    return _number(form.get("seen")) or 0


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() and len(text) < 19 else None


def day_of(form: QueryDict, field: str) -> date | None:
    """A day typed in a form, None when empty. Raises Incomplete."""
    text = form.get(field, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise Incomplete(_("Write the day like 2026-03-31."), field=field) from fault
