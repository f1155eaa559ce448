"""Tablets of the territories: who is enrolled, a new one-time code, taking one away, and what they carried in vain."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sync.protocol.enrol_link import EnrolLink
from sync.protocol.three_words import three_words
from sync.server.accounts import actions as accounts
from sync.server.accounts.access import OFFICE
from sync.server.accounts.models import Device
from sync.server.console import carried
from sync.server.console.pages import Visitor, page, show
from sync.server.territories.models import Territory

# The tablet stands beside the screen; a code read out on the telephone takes no longer. `gup enrol-code` gives a day.
_SHOWN_CODE_LIFE = timedelta(minutes=10)


@require_GET
@page(only=lambda visitor: visitor.is_office)
def tablets(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The tablets this person may look after."""
    return show(request, visitor, "tablets.html", _context(visitor))


@require_POST
@page(only=lambda visitor: visitor.is_office)
def new_code(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """A new code for the chosen territories, shown once."""
    chosen = list(_places(visitor).filter(code__in=request.POST.getlist("territory")))
    if not chosen and visitor.scope.territories_of(OFFICE) is not None:
        messages.error(request, _("Choose at least one territory for this tablet."))
        return redirect("tablets")
    code = accounts.make_enrol_code(chosen, by=visitor.user, life=_SHOWN_CODE_LIFE)
    address = request.build_absolute_uri("/").rstrip("/")
    context = _context(visitor) | {
        "code": code,
        "address": address,
        "qr": _qr(EnrolLink(url=address, code=code).text),
        "words": three_words(address, code),
        "minutes": _SHOWN_CODE_LIFE // timedelta(minutes=1),
        "for": chosen,
    }
    response = show(request, visitor, "tablets.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@page(only=lambda visitor: visitor.is_office)
def revoke(request: HttpRequest, visitor: Visitor, device_id: str) -> HttpResponse:
    """The tablet may no longer sync; it keeps its data and is told so."""
    device = devices_of(visitor).filter(pk=device_id).first()
    if device is None:
        raise Http404
    accounts.revoke(device)
    messages.success(request, _("This tablet may no longer sync. It keeps its data."))
    return redirect("tablets")


@require_POST
@page(only=lambda visitor: visitor.is_office)
def set_aside(request: HttpRequest, visitor: Visitor, name: str) -> HttpResponse:
    """A carried bundle that cannot be taken in is given up, or the bytes of one that was are erased."""
    level, words = carried.set_aside(request.POST, devices_of(visitor), name, by=visitor.user)
    messages.add_message(request, level, words)
    return redirect("tablets")


def _context(visitor: Visitor) -> dict[str, object]:
    devices = devices_of(visitor).prefetch_related("territories")
    context = {"section": "tablets", "devices": devices, "places": _places(visitor), "code": None}
    return context | carried.context(devices_of(visitor))


def devices_of(visitor: Visitor) -> QuerySet[Device]:
    """Those that this person may look after."""
    devices = Device.objects.order_by("-last_seen_at", "name")
    territories = visitor.scope.territories_of(OFFICE)
    if territories is not None:
        devices = devices.filter(territories__code__in=territories).distinct()
    return devices


def _places(visitor: Visitor) -> QuerySet[Territory]:
    places = Territory.objects.order_by("name")
    territories = visitor.scope.territories_of(OFFICE)
    if territories is not None:
        places = places.filter(code__in=territories)
    return places


def _qr(text: str) -> str:
    import segno

    drawing = segno.make(text, error="m").svg_inline(omitsize=True, border=2, dark="#17212B", light="#FFFFFF")
    return mark_safe(drawing)
