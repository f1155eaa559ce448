"""Pictograms as SVG inside the page, from the installed icon package and our own of resources/icons."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from django.utils.safestring import SafeString, mark_safe

_HOUSE = "house:"
_UNKNOWN = "circle-question-mark"


@cache
def svg(name: str, size: int = 24) -> SafeString:
    """The drawing, hidden from screen readers: a word always stands beside it. Unknown names give a question mark."""
    drawing = _house(name) if name.startswith(_HOUSE) else _packaged(name)
    body = drawing[drawing.index("<svg") :]
    inner = body[body.index(">") + 1 :]
    return mark_safe(
        f'<svg class="icon" width="{size}" height="{size}" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
        f' stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{inner}'
    )


@cache
def _package() -> ZipFile:
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


def _packaged(name: str) -> str:
    known = _package().NameToInfo
    return _package().read(f"{name}.svg" if f"{name}.svg" in known else f"{_UNKNOWN}.svg").decode()


def _house(name: str) -> str:
    drawing = files("resources").joinpath("icons", f"{name.removeprefix(_HOUSE)}.svg")
    return drawing.read_text() if drawing.is_file() else _packaged(_UNKNOWN)
