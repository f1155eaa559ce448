"""When a server says to come back, in seconds from now: HTTP's Retry-After, a number or a date."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# A wrong clock or a mistyped page must not silence a tablet for days.
LONGEST_S = 3600.0


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """None when nothing readable was said."""
    if not value:
        return None
    if value.strip().isdecimal():
        return min(float(value), LONGEST_S)
    try:
        at = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    return min(max(0.0, (at - (now or datetime.now(UTC))).total_seconds()), LONGEST_S)
