"""The numbered history of the protocol: a version, its date, why it came."""

from __future__ import annotations

HISTORY = {1: ("2026-11-22", "first: hello, enrol, push, previews, stream, media, pull")}

CURRENT = max(HISTORY)
OLDEST = min(HISTORY)


def is_supported(version: int) -> bool:
    """Whether this side can speak that version."""
    return OLDEST <= version <= CURRENT
