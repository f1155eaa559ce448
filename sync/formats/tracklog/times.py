"""Times as logs write them, to aware UTC datetimes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_YEARS = range(1970, 2200)
_DAY_FIRST = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(.*))?$")
_YEAR_FIRST_SLASHES = re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[ T,]+(.*))?$")
_CLOCK = re.compile(r"^(\d{1,2})[:hH](\d{2})(?:[:m]?(\d{2})(?:[.,](\d+))?s?)?$")


def parse_time(text: str) -> datetime | None:
    """ISO 8601, day-first or year-first with slashes, or (milli)seconds since 1970; else None.

    A time without an offset is taken as UTC: that is what recorders write and what GPX prescribes. A year in which
    nobody can have recorded a walk is no time.
    """
    moment = _parse(text.strip())
    return moment if moment is not None and moment.year in _YEARS else None


def _parse(text: str) -> datetime | None:
    if not text:
        return None
    try:
        return _as_utc(datetime.fromisoformat(text.replace(" UTC", "Z").replace(" Z", "Z")))
    except (ValueError, OverflowError):
        pass
    if match := _DAY_FIRST.match(text):
        day, month, year, clock = match.groups()
        return _date_and_clock(int(year), int(month), int(day), clock)
    if match := _YEAR_FIRST_SLASHES.match(text):
        year, month, day, clock = match.groups()
        return _date_and_clock(int(year), int(month), int(day), clock)
    return _from_epoch(text)


def _as_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _date_and_clock(year: int, month: int, day: int, clock: str | None) -> datetime | None:
    match = _CLOCK.match(clock.strip().removesuffix("Z")) if clock else None
    if clock and not match:
        return None
    try:
        moment = datetime(year, month, day, tzinfo=UTC)
        if match:
            hours, minutes, seconds, fraction = match.groups()
            moment = moment.replace(hour=int(hours), minute=int(minutes), second=int(seconds or 0))
            moment += timedelta(seconds=float(f"0.{fraction}") if fraction else 0.0)
    except ValueError:
        return None
    return moment


def _from_epoch(text: str) -> datetime | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    if 1e11 <= abs(number) < 1e13:
        number /= 1000.0  # milliseconds, as Android writes them
    if not 1e8 <= number < 1e11:
        return None
    return _EPOCH + timedelta(seconds=number)
