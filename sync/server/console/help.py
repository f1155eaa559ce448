"""Help pages of resources/help, one printed page for each kind of reader."""

from __future__ import annotations

import html
import re
from importlib.resources import files

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from sync.server.console.pages import Visitor, page, show

NAMES = ("cell-secretary", "site-agent", "walk-leader")


@require_GET
@page()
def contents(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """All help pages; first the one for this person's work."""
    entries = [(name, _title(_text(name))) for name in NAMES]
    if visitor.is_assignee and not visitor.reads_territories:
        entries.sort(key=lambda entry: entry[0] != "site-agent")
    return show(request, visitor, "help.html", {"section": "help", "entries": entries})


@require_GET
@page()
def help_page(request: HttpRequest, visitor: Visitor, name: str) -> HttpResponse:
    """One help page, printable."""
    if name not in NAMES:
        raise Http404
    text = _text(name)
    return show(request, visitor, "help_page.html", {"section": "help", "title": _title(text), "body": render(text)})


def render(text: str) -> SafeString:
    """The little Markdown of our help pages: titles, lists, paragraphs, **bold**. Everything else is plain text."""
    blocks: list[str] = []
    for chunk in re.split(r"\n\s*\n", text.strip()):
        lines = chunk.splitlines()
        if lines[0].startswith("#"):
            level = min(len(lines[0]) - len(lines[0].lstrip("#")), 3)
            if level > 1:  # the page's own h1 is its title
                blocks.append(f"<h{level}>{_inline(lines[0].lstrip('# '))}</h{level}>")
            lines = lines[1:]
        blocks.extend(_block(lines))
    return mark_safe("\n".join(blocks))


def _block(lines: list[str]) -> list[str]:
    if not lines:
        return []
    for tag, mark in (("ol", r"\d+\.\s+"), ("ul", r"-\s+")):
        if re.match(mark, lines[0]):
            items = re.split(rf"\n{mark}", "\n" + "\n".join(lines))[1:]
            return [f"<{tag}>", *(f"<li>{_inline(item)}</li>" for item in items), f"</{tag}>"]
    return [f"<p>{_inline(' '.join(lines))}</p>"]


def _inline(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html.escape(text, quote=False))


def _text(name: str) -> str:
    language = "fr" if (get_language() or "fr").startswith("fr") else "en"
    return files("resources").joinpath("help", language, f"{name}.md").read_text(encoding="utf-8")


def _title(text: str) -> str:
    return text.splitlines()[0].lstrip("# ").strip()
