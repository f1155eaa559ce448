"""One way to write a moment: UTC, ISO 8601, milliseconds, ending in Z."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z")


def format_time(moment: datetime) -> str:
    """`2026-11-22T21:14:05.120Z`. Raises ValueError when the moment has no time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be written")
    utc = moment.astimezone(UTC)
    return f"{utc.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def parse_time(text: str) -> datetime:
    """The moment, aware, in UTC. Raises ValueError when it is written in any other way."""
    if _TIME.fullmatch(text) is None:
        raise ValueError(f"not a time like 2026-11-22T21:14:05.120Z: {text!r}")
    return datetime.fromisoformat(text)


def now() -> str:
    """The present moment in written form."""
    return format_time(datetime.now(UTC))
