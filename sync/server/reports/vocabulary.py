"""What the catalogue says of statuses, categories and reasons, in the form that handling reports needs."""

from __future__ import annotations

import threading
import time
from typing import Any

from django.utils.translation import get_language

from sync.protocol.catalogue import Catalogue, Suggestion, suggest
from sync.server.catalogue import access

# A page asks for hundreds of words: whether the catalogue changed is asked once in that time, not once a word.
_TRUSTED_SECONDS = 1.0
_held = threading.local()


def catalogue() -> Catalogue:
    """The catalogue in force, at most a second old."""
    now = time.monotonic()
    if getattr(_held, "until", 0.0) < now:
        _held.catalogue, _held.until = access.catalogue(), now + _TRUSTED_SECONDS
    held: Catalogue = _held.catalogue
    return held


def forget() -> None:
    """Read the catalogue anew at the next word."""
    _held.__dict__.clear()


def label(list_name: str, code: str) -> str:
    """The word in the reader's language; an unknown code is shown as it is, nothing for no code."""
    return catalogue().label(list_name, code, get_language() or "fr") if code else ""


def icon(list_name: str, code: str) -> str:
    """The pictogram of a word, '' when it has none."""
    entry = catalogue().get(list_name, code)
    return entry.icon if entry is not None else ""


def choices(list_name: str) -> list[tuple[str, str]]:
    """What a person may choose today, in the order of the list."""
    return [(entry.code, label(list_name, entry.code)) for entry in catalogue().entries(list_name)]


def refusal_reasons(by: str) -> list[tuple[str, str, str]]:
    """Code, word and ready sentence of each reason that `assignee` or `cell` may give."""
    language = "fr" if (get_language() or "fr").startswith("fr") else "en"
    return [
        (entry.code, label("refusal_reasons", entry.code), str(entry.data.get(f"sentence_{language}", "")))
        for entry in catalogue().entries("refusal_reasons")
        if by in entry.data.get("by", (by,))
    ]


def groups() -> dict[str, str]:
    """The group of each status code, retired ones included."""
    return {entry.code: str(entry.data.get("group", "")) for entry in catalogue() if entry.list == "statuses"}


def next_of(status: str) -> frozenset[str]:
    """The statuses one may go to from that one."""
    return frozenset(_data("statuses", status).get("next", ()))


def is_public(status: str) -> bool:
    """Whether authors may see that step."""
    return bool(_data("statuses", status).get("public", True))


def readers_of(category: str) -> str:
    """Who may read reports of that category: all, cell, or cell_assignee. An unknown one waits for the cell."""
    if category and not exists("categories", category):
        return "cell"
    return str(_data("categories", category).get("readers", "all"))


def family_of(category: str) -> str:
    """The first-level category above it (itself when it is one)."""
    return str(_data("categories", category).get("parent", category))


def is_dangerous(urgency: str) -> bool:
    """Whether that urgency means danger."""
    return bool(_data("urgencies", urgency).get("dangerous", False))


def exists(list_name: str, code: str) -> bool:
    """Whether the catalogue has that code: what a person types must be known."""
    return catalogue().get(list_name, code) is not None


def suggestion(category: str, place_kind: str, owner: str | None) -> Suggestion | None:
    """Whom the routing table proposes."""
    return suggest(catalogue(), category=category or None, place_kind=place_kind or None, owner=owner)


def _data(list_name: str, code: str) -> dict[str, Any]:
    entry = catalogue().get(list_name, code) if code else None
    return {} if entry is None else dict(entry.data)
