"""The page of one report: what was seen, what happened, who answers for it, and every act on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sync.protocol import records
from sync.server.accounts.models import Device
from sync.server.console import acts, timeline
from sync.server.console.inbox import is_handling_late, rows_of
from sync.server.console.pages import Visitor, page, show
from sync.server.organisations.models import Organisation
from sync.server.records import access as records_access
from sync.server.reports import access, vocabulary
from sync.server.reports.actions.history import fold_handling, seen_by
from sync.server.reports.actions.notices import place_lines
from sync.server.reports.errors import ActionRefused, NotAllowed, Stale
from sync.server.reports.models import Assignment, ReportHandling
from sync.server.territories.models import Territory
from sync.server.walks import access as walks_access

_E7 = 10_000_000
# What an organisation may say of its own work.
_STEPS = frozenset({"accepted", "planned", "blocked", "done", "returned"})


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One photo on the page: what it shows, and which of its bytes have arrived."""

    photo: records.Photo
    caption: str
    preview: bool
    full: bool
    unchecked_proof: bool = False


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """An act that was not carried out: shown beside its form, with everything that was typed."""

    act: str
    message: str
    field: str
    typed: dict[str, Any]


@require_GET
@page()
def report(request: HttpRequest, visitor: Visitor, number: str) -> HttpResponse:
    """One report, as this person may read it."""
    return _show(request, visitor, _handling(visitor, number), None)


@require_POST
@page()
def act(request: HttpRequest, visitor: Visitor, number: str, act: str) -> HttpResponse:
    """Carry out one act of the page; on refusal the page comes back with what was typed, and nothing written."""
    handling = _handling(visitor, number)
    carry_out = acts.ACTS.get(act)
    if carry_out is None:
        raise Http404
    try:
        done = carry_out(visitor.user, handling.pk, request.POST, request.FILES)
    except ActionRefused as refused:
        typed = {key: request.POST.getlist(key) for key in request.POST if key != "csrfmiddlewaretoken"}
        shown = Refusal(act=act, message=str(refused), field=refused.field, typed=typed)
        status = 409 if isinstance(refused, Stale) else 403 if isinstance(refused, NotAllowed) else 422
        return _show(request, visitor, handling, shown, status=status)
    messages.success(request, done)
    if access.visible(visitor.user, visitor.scope).filter(pk=handling.pk).exists():
        return redirect("report", number=number)
    return redirect("home")


def _handling(visitor: Visitor, number: str) -> ReportHandling:
    try:
        return access.handling(visitor.user, number)
    except ReportHandling.DoesNotExist as missing:
        raise Http404 from missing


def _versions(handling: ReportHandling) -> list[dict[str, Any]]:
    """What other tablets said of it, each with its tablet's name."""
    found = records_access.versions_beside(records.Report, handling.pk)
    names = {device.pk: str(device) for device in Device.objects.filter(pk__in={each.device for each in found})}
    return [{"said": each.record, "by": names.get(each.device, ""), "at": each.received_at} for each in found]


def _show(
    request: HttpRequest, visitor: Visitor, handling: ReportHandling, refusal: Refusal | None, *, status: int = 200
) -> HttpResponse:
    handling = access.handling(visitor.user, handling.number)
    report = records_access.get(records.Report, handling.pk)
    state = fold_handling(handling)
    today = timezone.localdate()
    office = access.office_may(visitor.scope, handling)
    assignments = list(handling.assignments.select_related("organisation", "handling"))
    lead = next((each for each in assignments if each.lead and not each.over), None)
    own = lead is not None and lead.organisation_id in visitor.scope.acts_for
    next_ = vocabulary.next_of(handling.status)
    joined = handling.duplicate_of is not None
    root = handling.root()
    above = {pk for pk in (root.pk, handling.duplicate_of_id) if pk is not None}
    lead_shown = access.visible(visitor.user, visitor.scope).filter(pk__in=above).count() == len(above)
    context: dict[str, Any] = {
        "section": "reports" if visitor.reads_territories else "requests",
        "handling": handling,
        "report": report,
        "place": place_lines(handling, report),
        "late": is_handling_late(handling, today),
        "today": today,
        "photos": _photos(handling, report),
        "map": _map(handling, report),
        "events": timeline.events(
            handling,
            state,
            internal=access.reads_office(visitor.scope, handling),
            own=visitor.scope.acts_for,
            lead_shown=lead_shown,
        ),
        "versions": _versions(handling) if access.reads_office(visitor.scope, handling) else [],
        "state": state,
        "assignments": assignments,
        "informed": [each for each in assignments if not each.lead],
        "lead": lead,
        "territory": Territory.objects.filter(code=handling.territory).first(),
        "walk": walks_access.visible(visitor.user, visitor.scope).filter(pk=handling.walk_id).first(),
        "joined": rows_of(
            list(access.visible(visitor.user, visitor.scope).filter(duplicate_of=handling, withdrawn=False)), today
        )
        if office
        else [],
        "notices": handling.notices.exclude(state="sent") if office else [],
        "joined_with": handling.duplicate_of if lead_shown else None,
        "answers": (root if lead_shown else handling).answers.all(),
        "seen": seen_by(handling),
        "refusal": refusal,
        "office": office,
        "own": own,
        "can_assign": office and not joined and "assigned" in next_,
        "can_verify": not joined and "treated" in next_ and access.may_verify(visitor.scope, handling),
        "own_work": handling.group == "done" and _is_of(visitor, handling.lead),
        "can_answer": office or own,
        "decisions": [code for code in ("clarify", "watched", "refused", "reopened") if code in next_]
        if office and not joined
        else [],
        "steps": vocabulary.next_of(lead.status) if lead and (own or office) and not joined else frozenset(),
        "near": rows_of(_near(visitor, handling), today) if office and not joined else [],
    }
    context["can_step"] = bool(context["steps"] & _STEPS)
    if context["can_step"]:
        context |= {
            "assignee_reasons": vocabulary.refusal_reasons("assignee"),
            "blocking_reasons": vocabulary.choices("blocking_reasons"),
        }
    if office:
        context |= _choices(handling, report)
    return show(request, visitor, "report.html", context, status=status)


def _is_of(visitor: Visitor, assignment: Assignment | None) -> bool:
    """Whether this person is of the organisation that was asked."""
    return assignment is not None and assignment.organisation_id in visitor.scope.organisations


def _choices(handling: ReportHandling, report: records.Report | None) -> dict[str, Any]:
    """What the forms of the cell offer; the suggestion of the routing table comes first and is never sent by itself."""
    owner = report.owners[0] if report is not None and report.owners else None
    suggested = vocabulary.suggestion(handling.category, handling.place_kind, owner)
    organisations = list(Organisation.objects.filter(active=True))
    lead_codes = {suggested.lead} if suggested is not None else set()
    informed_codes = set(suggested.informed) if suggested is not None else set()
    return {
        "informable": sorted(organisations, key=lambda each: (each.catalogue_code not in informed_codes, str(each))),
        "organisations": sorted(organisations, key=lambda each: (each.catalogue_code not in lead_codes, str(each))),
        "suggested": {each.pk for each in organisations if each.catalogue_code in lead_codes},
        "suggested_informed": {each.pk for each in organisations if each.catalogue_code in informed_codes},
        "suggested_word": vocabulary.label("organisations", suggested.lead) if suggested is not None else "",
        "refusal_reasons": vocabulary.refusal_reasons("cell"),
        "categories": vocabulary.choices("categories"),
        "territories": list(Territory.objects.order_by("name").values_list("code", "name")),
    }


def _photos(handling: ReportHandling, report: records.Report | None) -> list[Shown]:
    """Those of the report, then of its return visits, then the proofs."""
    visits = {line.source: line for line in handling.lines.filter(act="revisit").exclude(source=None)}
    work = set(handling.assignments.values_list("pk", flat=True))
    found = access.photos_of([handling.pk, *filter(None, visits), *work])
    held = access.held_media(photo for shown in found.values() for photo in shown)
    checked = set(handling.lines.filter(act="proof_checked").values_list("confirms", flat=True))
    shown = []
    for about, photos in sorted(found.items(), key=lambda item: (item[0] != handling.pk, item[0] in work)):
        caption = _("Seen by the group")
        if about in work or about in visits:
            caption = _("Proof of the work") if about in work else _("Return visit")
        for photo in photos:
            shown.append(
                Shown(
                    photo=photo,
                    caption=caption,
                    preview=photo.preview_sha256 in held,
                    full=photo.sha256 in held,
                    unchecked_proof=about in work and photo.id not in checked,
                )
            )
    return shown


def _map(handling: ReportHandling, report: records.Report | None) -> dict[str, Any] | None:
    """What the map draws: the point, how sure it is, the detour, and the outline of the territory."""
    if handling.lat is None or handling.lon is None:
        return None
    territory = Territory.objects.filter(code=handling.territory).first()
    accuracy = report.position.accuracy_cm if report is not None and report.position is not None else None
    detour = [[p.lat_e7 / _E7, p.lon_e7 / _E7] for p in report.detour] if report is not None else []
    return {
        "point": [handling.lat, handling.lon],
        "accuracy_m": (accuracy or 0) / 100,
        "detour": detour,
        "perimeter": territory.geometry if territory is not None else None,
    }


def _near(visitor: Visitor, handling: ReportHandling) -> list[ReportHandling]:
    """Reports of the same family within about 60 m, the nearest first: perhaps the same thing."""
    if handling.lat is None or handling.lon is None:
        return []
    reach = 0.0006
    found = access.visible(visitor.user, visitor.scope).filter(
        lat__range=(handling.lat - reach, handling.lat + reach),
        lon__range=(handling.lon - 1.5 * reach, handling.lon + 1.5 * reach),
        family=handling.family,
        withdrawn=False,
        duplicate_of=None,
    )
    lat, lon = handling.lat, handling.lon
    near = [each for each in found.exclude(pk=handling.pk)[:50] if each.lat is not None and each.lon is not None]
    return sorted(near, key=lambda each: ((each.lat or 0) - lat) ** 2 + ((each.lon or 0) - lon) ** 2)[:3]
