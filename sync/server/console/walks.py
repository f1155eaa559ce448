"""Walks: the list, and one walk with its findings, its track, and what keeps it open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sync.protocol import records
from sync.rules.closing import Closing
from sync.server.console.acts import day_of
from sync.server.console.inbox import PER_PAGE, rows_of
from sync.server.console.pages import Visitor, page, show
from sync.server.records import access as records_access
from sync.server.reports import access as reports_access
from sync.server.reports.errors import ActionRefused
from sync.server.territories.models import Territory
from sync.server.walks import access, actions
from sync.server.walks.models import WalkFile

# Numbers of findings that a sentence names before it only counts (the template cuts at the same).
_NAMED = 12


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One walk in the list."""

    walk: WalkFile
    territory: str
    findings: int
    waiting: int
    closing: Closing


@require_GET
@page(only=lambda visitor: visitor.reads_territories)
def walks(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Walks of this person's territories, the newest first."""
    today = timezone.localdate()
    paged = Paginator(access.visible(visitor.user, visitor.scope), PER_PAGE).get_page(request.GET.get("page"))
    listed = list(paged.object_list)
    readable = reports_access.visible(visitor.user, visitor.scope)
    counts = access.counts_of(listed, readable)
    names = dict(Territory.objects.values_list("code", "name"))
    entries = [
        Entry(
            walk=walk,
            territory=names.get(walk.territory, walk.territory),
            findings=counts.get(walk.walk_id, (0, 0))[0],
            waiting=counts.get(walk.walk_id, (0, 0))[1],
            closing=access.closing_of(walk, today, readable),
        )
        for walk in listed
    ]
    return show(request, visitor, "walks.html", {"section": "walks", "entries": entries, "page": paged})


@require_GET
@page(only=lambda visitor: visitor.reads_territories)
def walk(request: HttpRequest, visitor: Visitor, walk_id: str) -> HttpResponse:
    """One walk."""
    today = timezone.localdate()
    file = access.visible(visitor.user, visitor.scope).filter(pk=walk_id).first()
    if file is None:
        raise Http404
    record = records_access.get(records.ExploratoryWalk, walk_id)
    readable = reports_access.visible(visitor.user, visitor.scope)
    findings = list(
        readable.filter(walk_id=walk_id, withdrawn=False)
        .select_related("lead__organisation", "duplicate_of")
        .order_by("number")
    )
    territory = Territory.objects.filter(code=file.territory).first()
    closing = access.closing_of(file, today, readable)
    context: dict[str, Any] = {
        "section": "walks",
        "file": file,
        "length_m": round((file.length_cm or 0) / 100),
        "walk": record,
        "territory": territory,
        "rows": rows_of(findings, today),
        "closing": closing,
        "unnamed": max(0, len(closing.without_disposition) - _NAMED),
        "office": access.office_may(visitor.scope, file),
        "photos": sum(1 for _photo in records_access.of_walk(records.Photo, walk_id)),
        "stops": sum(1 for _stop in records_access.of_walk(records.Stop, walk_id)),
        "came": _came(record),
        "map": {
            "track": access.track_of(file),
            "points": [
                {"at": [each.lat, each.lon], "number": each.number} for each in findings if each.lat is not None
            ],
            "perimeter": territory.geometry if territory is not None else None,
        },
    }
    return show(request, visitor, "walk.html", context)


@require_POST
@page(only=lambda visitor: visitor.is_office)
def next_visit(request: HttpRequest, visitor: Visitor, walk_id: str) -> HttpResponse:
    """Date the return visit."""
    try:
        actions.set_next_visit(visitor.user, walk_id, day_of(request.POST, "next_visit_on"))
    except ActionRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Return visit dated."))
    return redirect("walk", walk_id=walk_id)


def _came(walk: records.ExploratoryWalk | None) -> tuple[int | None, bool]:
    """How many people came, and whether some counts were not collected (which is not zero)."""
    if walk is None:
        return None, False
    counts = [each.count for each in walk.attendance]
    known = [count for count in counts if count is not None]
    if not known:
        return walk.headcount_start, bool(counts)
    return sum(known), len(known) < len(counts)
