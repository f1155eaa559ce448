"""The list of reports: filters, search, the dangerous and the late first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sync.protocol import records
from sync.rules.status import is_late
from sync.server.accounts.access import READERS
from sync.server.console.pages import Visitor, page, show
from sync.server.reports import access, vocabulary
from sync.server.reports.actions.arrivals import plain
from sync.server.reports.actions.notices import place_lines
from sync.server.reports.models import ReportHandling
from sync.server.territories.models import Territory

PER_PAGE = 25
# What one looks for, in groups of statuses: the code of the filter, its word, the groups.
TABS = (
    ("triage", _("To triage"), ("open", "clarify")),
    ("under_way", _("Under way"), ("assigned", "planned")),
    ("to_check", _("To check on the spot"), ("done",)),
    ("closed", _("Closed"), ("treated", "watched", "refused")),
    ("all", _("All"), ()),
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One report in a list."""

    handling: ReportHandling
    place: list[str]
    text: str
    photo: records.Photo | None
    late: bool


def late(today: date) -> Q:
    """The reports whose promised day has passed (the rule of sync.rules.status.is_late, for the database)."""
    waiting = Q(group__in=("open", "clarify", "assigned", "planned"))
    return waiting & Q(due_on__lt=today) | Q(group="planned", planned_on__lt=today)


def is_handling_late(handling: ReportHandling, today: date) -> bool:
    """Whether a promised day has passed."""
    due, planned = (day.isoformat() if day else None for day in (handling.due_on, handling.planned_on))
    return is_late(handling.group, due, planned, today.isoformat())


@page(only=lambda visitor: visitor.reads_territories)
def inbox(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Reports of this person's territories."""
    today = timezone.localdate()
    readable = access.visible(visitor.user, visitor.scope)
    chosen = _chosen(request.GET)
    base = _narrowed(readable, chosen, today)
    tabs = [(code, word, _in_tab(base, groups).count(), code == chosen["tab"]) for code, word, groups in TABS]
    groups = next(groups for code, _word, groups in TABS if code == chosen["tab"])
    first = Case(When(danger=True, then=Value(0)), When(late(today), then=Value(1)), default=Value(2))
    listed = _in_tab(base, groups).select_related("lead__organisation", "duplicate_of")
    listed = listed.order_by(first, "-received_at", "-number")
    paged = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "section": "reports",
        "rows": rows_of(list(paged.object_list), today),
        "page": paged,
        "tabs": tabs,
        "chosen": chosen,
        "families": [
            (entry, word) for entry, word in vocabulary.choices("categories") if vocabulary.family_of(entry) == entry
        ],
        "territories": _territories(visitor),
        "outside_counted": readable.filter(territory="").exists(),
        "query": _query(request.GET),
        "any_at_all": readable.exists(),
    }
    return show(request, visitor, "inbox.html", context)


@page()
def home(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Where a person's work is."""
    if visitor.reads_territories:
        return redirect("inbox")
    return redirect("requests")


def rows_of(handlings: list[ReportHandling], today: date) -> list[Row]:
    """These reports with what a list shows of them, in a fixed number of readings."""
    reports = access.reports_of(each.pk for each in handlings)
    photos = access.photos_of(reports)
    held = access.held_media(photo for shown in photos.values() for photo in shown)
    rows = []
    for each in handlings:
        report = reports.get(each.pk)
        shown = [photo for photo in photos.get(each.pk, []) if photo.preview_sha256 in held]
        rows.append(
            Row(
                handling=each,
                place=place_lines(each, report),
                text=report.text if report is not None else "",
                photo=shown[0] if shown else None,
                late=is_handling_late(each, today),
            )
        )
    return rows


def _chosen(query: QueryDict) -> dict[str, str]:
    tabs = {code for code, _word, _groups in TABS}
    tab = query.get("tab", "triage")
    return {
        "tab": tab if tab in tabs else "all",
        "family": query.get("family", ""),
        "territory": query.get("territory", ""),
        "flag": query.get("flag", ""),
        "q": query.get("q", "").strip()[:100],
    }


def _narrowed(readable: QuerySet[ReportHandling], chosen: dict[str, str], today: date) -> QuerySet[ReportHandling]:
    found = readable
    if chosen["family"]:
        found = found.filter(family=chosen["family"])
    if chosen["territory"]:
        found = found.filter(territory="" if chosen["territory"] == "-" else chosen["territory"])
    for word in plain(chosen["q"]).split():
        found = found.filter(search_text__contains=word)
    flags: dict[str, Any] = {
        "danger": Q(danger=True),
        "late": late(today),
        "gone": Q(seen_gone=True),
        "joined": Q(duplicate_of__isnull=False),
        "withdrawn": Q(withdrawn=True),
    }
    if chosen["flag"] in flags:
        found = found.filter(flags[chosen["flag"]])
    if chosen["flag"] != "joined" and not chosen["q"]:
        found = found.filter(duplicate_of=None)
    return found if chosen["flag"] == "withdrawn" else found.filter(withdrawn=False)


def _in_tab(found: QuerySet[ReportHandling], groups: tuple[str, ...]) -> QuerySet[ReportHandling]:
    return found.filter(group__in=groups) if groups else found


def _territories(visitor: Visitor) -> list[tuple[str, str]]:
    places = Territory.objects.order_by("name")
    within = visitor.scope.territories_of(READERS)
    if within is not None:
        places = places.filter(code__in=within)
    return list(places.values_list("code", "name"))


def _query(query: QueryDict) -> str:
    kept = query.copy()
    kept.pop("page", None)
    kept.pop("tab", None)
    return kept.urlencode()
