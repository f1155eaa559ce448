"""What a command prints for a person when no JSON was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_MENDS = {
    "conflict": "read both versions on the page that sends, and choose",
    "damaged_record": "sync: it is asked for again from the server; what no server holds is left as it is",
    "missing_file": "take the photo again if you can; its report goes without it",
    "erased_medium": "nothing is to be done",
    "unknown_record": "send again once the server is updated",
    "too_large": "shorten the text, or tell the GUP cell",
    "bad_field": "open it, change it, and send again",
    "malformed": "open it, change it, and send again",
    **dict.fromkeys(("not_yours", "not_allowed_here", "hash_mismatch", "not_canonical"), "tell the GUP cell"),
}

_SHOWN = (
    "code",
    "kind",
    "name",
    "fr",
    "provisional_number",
    "title",
    "state",
    "category",
    "address",
    "started_at",
    "id",
)


def mend(code: str) -> str:
    """What to do about a record that needs a person."""
    return _MENDS.get(code, "send it again later; it is kept here")


def show(command: str, result: Any) -> None:
    """Lists one line each, everything else one line a field."""
    if isinstance(result, list):
        for item in result:
            stands = (item.get("standing") or {}).get("state")
            print("  ".join([str(item[key]) for key in _SHOWN if item.get(key)] + ([stands] if stands else [])))  # noqa: T201
        if not result:
            print("rien / nothing")  # noqa: T201
        return
    for line in _lines(result):
        print(line)  # noqa: T201


def _lines(value: Mapping[str, Any], prefix: str = "") -> list[str]:
    lines: list[str] = []
    for key, held in value.items():
        if isinstance(held, Mapping):
            lines += _lines(held, f"{prefix}{key}.")
        elif isinstance(held, list):
            lines.append(f"{prefix}{key}: {len(held)}")
            lines += [f"  {item}" for item in held]
        else:
            lines.append(f"{prefix}{key}: {held}")
    return lines
