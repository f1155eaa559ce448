"""« Mes demandes »: what one organisation was asked to do, made for a phone in the hand of a site agent."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from sync.server.console.inbox import PER_PAGE, Row, rows_of
from sync.server.console.pages import Visitor, page, show
from sync.server.reports import access
from sync.server.reports.models import Assignment

# What an organisation looks for: the code of the filter, its word.
TABS = (("answer", _("To answer")), ("accepted", _("Accepted, planned")), ("done", _("Done")), ("all", _("All")))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request, with the report it is about."""

    assignment: Assignment
    row: Row


@require_GET
@page(only=lambda visitor: visitor.is_assignee or not visitor.reads_territories)
def requests(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Requests to this person's organisations, the ones to answer first."""
    today = timezone.localdate()
    everything = list(access.own_requests(visitor.user, visitor.scope))
    by_tab = {code: [each for each in everything if _belongs(each, code)] for code, _word in TABS}
    tab = request.GET.get("tab", "")
    if tab not in by_tab:
        tab = next((code for code in ("answer", "accepted") if by_tab[code]), "all")
    paged = Paginator(by_tab[tab], PER_PAGE).get_page(request.GET.get("page"))
    rows = rows_of([each.handling for each in paged.object_list], today)
    context = {
        "section": "requests",
        "tabs": [(code, word, len(by_tab[code]), code == tab) for code, word in TABS],
        "asked": [Asked(assignment=each, row=row) for each, row in zip(paged.object_list, rows, strict=True)],
        "page": paged,
        "any_at_all": bool(everything),
    }
    return show(request, visitor, "requests.html", context)


def _belongs(assignment: Assignment, tab: str) -> bool:
    if tab == "all":
        return True
    if tab == "done":
        return assignment.group == "done"
    fresh = assignment.status == "assigned"
    return not assignment.over and assignment.group != "done" and fresh == (tab == "answer")
