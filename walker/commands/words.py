"""What a command prints for a person when no JSON was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SHOWN = ("code", "name", "fr", "provisional_number", "title", "state", "category", "address", "started_at", "id")


def show(command: str, result: Any) -> None:
    """Lists one line each, everything else one line a field."""
    if isinstance(result, list):
        for item in result:
            print("  ".join(str(item[key]) for key in _SHOWN if item.get(key)))  # noqa: T201
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
