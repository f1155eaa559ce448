"""Where a photo was taken when only the track knows: a camera without GPS, its clock in local time and maybe wrong."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

DEFAULT_ZONE = "Europe/Paris"
MAX_GAP_S = 120.0
# A camera set to another zone, or to winter time, is wrong by a multiple of this.
_CLOCK_STEP_S = 1800
_CLOCK_STEPS = range(-28, 29)


class TimedFix(NamedTuple):
    """One point of the track. `moment` is aware."""

    moment: datetime
    latitude: float
    longitude: float


def place_on_track(
    taken_at_local: datetime,
    utc_offset_minutes: int | None,
    fixes: Sequence[TimedFix],
    *,
    clock_offset_s: float = 0,
    zone: str = DEFAULT_ZONE,
    max_gap_s: float = MAX_GAP_S,
) -> tuple[float, float] | None:
    """(latitude, longitude) at the moment of the photo, or None when the track was not there then.

    `fixes` are in order of time. `clock_offset_s` is what must be added to the camera's clock to make it right.
    Without `utc_offset_minutes` the camera is taken to show the time of `zone`.
    """
    moments = _moments(taken_at_local, utc_offset_minutes, zone)
    places = (_place(moment + timedelta(seconds=clock_offset_s), fixes, max_gap_s) for moment in moments)
    return next((place for place in places if place is not None), None)


def guess_clock_offset(
    taken_at_local: Sequence[datetime], fixes: Sequence[TimedFix], *, zone: str = DEFAULT_ZONE
) -> int:
    """Seconds to add to the camera's clock so that most photos fall within the walk; of equals, the smallest.

    Only whole half-hours are tried: a clock off by minutes cannot be told from a photo taken elsewhere.
    """
    if not fixes or not taken_at_local:
        return 0
    first, last = fixes[0].moment, fixes[-1].moment

    def within(step: int) -> int:
        shift = timedelta(seconds=step * _CLOCK_STEP_S)
        return sum(
            any(first <= moment + shift <= last for moment in _moments(taken, None, zone)) for taken in taken_at_local
        )

    return _CLOCK_STEP_S * max(_CLOCK_STEPS, key=lambda step: (within(step), -abs(step)))


def _moments(local: datetime, utc_offset_minutes: int | None, zone: str) -> tuple[datetime, ...]:
    """One moment, or two for the hour that comes twice in autumn."""
    if utc_offset_minutes is not None:
        return ((local - timedelta(minutes=utc_offset_minutes)).replace(tzinfo=UTC),)
    first, second = (local.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1))
    return (first,) if first == second else (first, second)


def _place(moment: datetime, fixes: Sequence[TimedFix], max_gap_s: float) -> tuple[float, float] | None:
    """Between two fixes close in time: on the line; otherwise the nearest one, if it is near enough."""
    index = bisect_left(fixes, moment, key=lambda fix: fix.moment)
    neighbours = fixes[max(0, index - 1) : index + 1]
    if len(neighbours) == 2 and (neighbours[1].moment - neighbours[0].moment).total_seconds() <= max_gap_s:
        before, after = neighbours
        share = (moment - before.moment) / (after.moment - before.moment)
        return (
            before.latitude + share * (after.latitude - before.latitude),
            before.longitude + share * (after.longitude - before.longitude),
        )
    nearest = min(neighbours, key=lambda fix: abs(fix.moment - moment), default=None)
    if nearest is None or abs(nearest.moment - moment).total_seconds() > max_gap_s:
        return None
    return nearest.latitude, nearest.longitude
