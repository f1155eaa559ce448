"""{% icon "flag" %}, {{ code|word:"statuses" }}, {% status group status %}: the vocabulary of every page."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sync.server.console import icons
from sync.server.reports import vocabulary

register = template.Library()

# The colour repeats the word and the pictogram, it never stands alone.
_TONES = {
    "open": "new",
    "clarify": "new",
    "assigned": "pri",
    "planned": "pri",
    "done": "warn",
    "treated": "ok",
    "watched": "warn",
    "refused": "dng",
}


@register.simple_tag
def icon(name: str, size: int = 24) -> SafeString:
    """A pictogram."""
    return icons.svg(name or "flag", size)


@register.simple_tag
def category_icon(code: str, size: int = 24) -> SafeString:
    """The pictogram of a category."""
    return icons.svg(vocabulary.icon("categories", code) or "flag", size)


@register.filter
def word(code: str | None, list_name: str) -> str:
    """A code in the reader's language."""
    return vocabulary.label(list_name, code or "")


@register.simple_tag
def status(group: str, code: str) -> SafeString:
    """The badge of a status: pictogram, word, tone."""
    return format_html(
        '<span class="badge {}">{}{}</span>',
        _TONES.get(group, ""),
        icons.svg(vocabulary.icon("statuses", code) or "circle", 18),
        vocabulary.label("statuses", code),
    )
