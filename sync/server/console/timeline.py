"""A report's lines of history as sentences: who, when, what, why, and whether the authors read it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sync.rules.status import SetAside, State, current
from sync.server.reports import vocabulary
from sync.server.reports.actions.history import fold_line
from sync.server.reports.models import ReportHandling, StatusChange
from sync.server.territories.models import Territory

_TITLES = {
    "received": gettext_lazy("Reported"),
    "revised": gettext_lazy("Corrected by its author"),
    "withdrawn": gettext_lazy("Withdrawn by its author"),
    "restored": gettext_lazy("Put back by its author"),
    "answered": gettext_lazy("Answer to the authors"),
    "comment": gettext_lazy("Remark"),
    "territory": gettext_lazy("Territory chosen by hand"),
    "category": gettext_lazy("Category changed by the cell"),
    "due": gettext_lazy("To be settled by another day"),
    "address": gettext_lazy("Address looked up"),
    "proof_checked": gettext_lazy("Photo of the work checked"),
    "left_by": gettext_lazy("A report was separated from this one"),
    "joined_by": gettext_lazy("Another report was joined with this one"),
    "separated": gettext_lazy("Separated"),
}
_ICONS = {
    "received": "flag",
    "revised": "pencil",
    "withdrawn": "undo-2",
    "restored": "redo-2",
    "answered": "message-square",
    "comment": "sticky-note",
    "territory": "map",
    "category": "tag",
    "due": "calendar",
    "address": "map-pin",
    "proof_checked": "camera",
    "revisit": "history",
    "joined": "git-merge",
    "joined_by": "git-merge",
    "separated": "split",
    "left_by": "split",
    "informed": "bell",
}
_WHY_ASIDE = {
    SetAside.OWN_WORK: gettext_lazy("Does not count: whoever did the work cannot verify it."),
    SetAside.NOTHING_DONE: gettext_lazy("Changes nothing: nothing had been declared done by then."),
    SetAside.CONTRADICTED: gettext_lazy("Does not count: people had found the work undone."),
    SetAside.ENDED: gettext_lazy("Changes nothing: this request was already over."),
    SetAside.UNKNOWN: gettext_lazy("Not understood by this version; kept as it came."),
}


@dataclass(frozen=True, kw_only=True)
class Event:
    """One line, ready to be shown. `words` are internal, `public_words` are read by the authors."""

    line: StatusChange
    title: str
    icon: str
    at: datetime
    by: str
    reason: str
    words: str
    public_words: str
    public: bool
    aside: str


def events(
    handling: ReportHandling,
    state: State,
    *,
    internal: bool,
    own: Collection[int] = (),
    lead_shown: bool = True,
) -> list[Event]:
    """Newest first. Without `internal` (an organisation looks on) the office's own words are left out.

    `own`: the organisations in whose name the reader acts, who read what was said of their own request. `lead_shown`:
    the reader may read the report this one is joined with, so its number too.
    """
    lines = list(handling.lines.select_related("assignment__organisation", "user"))
    standing = {line.id for line in current(map(fold_line, lines))}
    shown = []
    for line in reversed(lines):
        if not internal and line.act in ("comment", "address"):
            continue
        aside = _WHY_ASIDE.get(state.set_aside[line.id]) if line.id in state.set_aside else None
        if line.verdict and line.id not in standing:
            aside = gettext_lazy("Corrected since by its author.")
        shown.append(
            Event(
                line=line,
                title=_title(line) if lead_shown or line.act != "joined" else _("Joined with another report"),
                icon=_ICONS.get(line.act) or vocabulary.icon("statuses", line.to_status) or "circle",
                at=line.at,
                by=line.by_words,
                reason=_reason(line),
                words=_words(line) if internal or _is_of(line, own) else "",
                public_words=line.public_words,
                public=line.public or line.act == "answered",
                aside=str(aside or ""),
            )
        )
    return shown


def _is_of(line: StatusChange, own: Collection[int]) -> bool:
    return line.assignment is not None and line.assignment.organisation_id in own


def _title(line: StatusChange) -> str:
    organisation = str(line.assignment.organisation) if line.assignment else ""
    if line.act == "assigned":
        return _("Assigned to %(organisation)s") % {"organisation": organisation}
    if line.act == "informed":
        return _("%(organisation)s informed") % {"organisation": organisation}
    if line.act == "revisit":
        verdict = vocabulary.label("revisit_verdicts", line.verdict)
        return _("Seen again on the spot: %(verdict)s") % {"verdict": verdict.lower()}
    if line.act == "joined":
        return _("Joined with no. %(number)s") % {"number": line.words}
    if line.act == "planned" and line.planned_on:
        from django.utils.formats import date_format

        return _("Planned for %(day)s") % {"day": date_format(line.planned_on, "j F")}
    title = _TITLES.get(line.act)
    return str(title) if title is not None else vocabulary.label("statuses", line.to_status) or line.act


def _reason(line: StatusChange) -> str:
    if not line.reason:
        return ""
    name = "blocking_reasons" if line.act == "blocked" else "refusal_reasons"
    return vocabulary.label(name, line.reason)


def _words(line: StatusChange) -> str:
    if line.act == "joined":
        return ""
    if line.act in ("joined_by", "left_by", "separated"):
        return _("No. %(number)s") % {"number": line.words}
    if line.act == "category":
        return " → ".join(vocabulary.label("categories", code) for code in line.words.split(" → "))
    if line.act == "territory":
        names = dict(Territory.objects.values_list("code", "name"))
        outside = _("outside any perimeter")
        return " → ".join(outside if code == "–" else names.get(code, code) for code in line.words.split(" → "))
    return line.words
