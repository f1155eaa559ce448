"""Bytes that pages show: photos a person may see, and the typeface."""

from __future__ import annotations

from importlib.resources import files

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from sync.server.console.pages import Visitor, page
from sync.server.records import access as records_access
from sync.server.reports import access

_WEIGHTS = {"regular": "Regular", "bold": "Bold"}


@require_GET
@page()
def photo(request: HttpRequest, visitor: Visitor, photo_id: str, size: str) -> HttpResponseBase:
    """A photo of a report this person may read: `preview` or `full`."""
    shown = access.photo(visitor.user, photo_id)
    sha256 = (shown.preview_sha256 if size == "preview" else shown.sha256) if shown is not None else None
    try:
        content = records_access.open_held(sha256 or "")
    except FileNotFoundError as fault:
        raise Http404 from fault
    response = FileResponse(content, content_type="image/jpeg")
    # Its rights may change, so no shared cache keeps it; the bytes under this address never do.
    response["Cache-Control"] = "private, max-age=3600"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_GET
@cache_control(public=True, max_age=31_536_000, immutable=True)
def font(request: HttpRequest, weight: str) -> HttpResponse:
    """The typeface, from its installed package."""
    if weight not in _WEIGHTS:
        raise Http404
    face = files("fontpkg_atkinson_hyperlegible").joinpath("files", f"AtkinsonHyperlegible-{_WEIGHTS[weight]}.ttf")
    return HttpResponse(face.read_bytes(), content_type="font/ttf")
