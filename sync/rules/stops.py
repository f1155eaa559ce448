"""Finds where the group stood still, in kept fixes: a stop is where most is seen and said on a walk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sync.rules.daylight import TimedPosition
from sync.rules.geodesy import distance_m
from sync.rules.settings import TRACKING, TrackSettings


@dataclass(frozen=True, kw_only=True, slots=True)
class StopFound:
    """One stop: its times, its middle, and the indices of its first and last fix."""

    start: datetime
    end: datetime
    lat: float
    lon: float
    first: int
    last: int

    @property
    def seconds(self) -> float:
        return (self.end - self.start).total_seconds()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Spot:
    """A fix with its time as seconds too: windows are compared by it often."""

    index: int
    time: datetime
    at: float
    lat: float
    lon: float


def find_stops(fixes: Sequence[tuple[int, TimedPosition]], settings: TrackSettings = TRACKING) -> tuple[StopFound, ...]:
    """Stops among the kept fixes (with their indices), in order; fixes without a time take no part.

    A stop begins with a window of ``stop_min_s`` that stays within ``stop_radius_m`` of its middle and does not
    drift, then lasts while the group is within that radius. It may hold a pause of the recorder.
    """
    spots = _spots(fixes)
    stops = []
    start = end = 0
    while start < len(spots):
        end = max(end, start)
        while end < len(spots) and spots[end].at - spots[start].at < settings.stop_min_s:
            end += 1
        if end == len(spots):
            break
        if _stands_still(spots[start : end + 1], settings):
            last, inside = _extend(spots, start, end, settings)
            core = _without_arrival(inside, settings)
            if core[-1].at - core[0].at >= settings.stop_min_s:
                stops.append(_stop(core))
                start = last
        start += 1
    return tuple(stops)


def _spots(fixes: Sequence[tuple[int, TimedPosition]]) -> list[_Spot]:
    spots: list[_Spot] = []
    for index, fix in fixes:
        if fix.time is None:
            continue
        at = fix.time.timestamp()
        if spots and at < spots[-1].at:
            continue  # told twice, or out of order: a window must run forward
        spots.append(_Spot(index=index, time=fix.time, at=at, lat=fix.lat, lon=fix.lon))
    return spots


def _stands_still(window: Sequence[_Spot], settings: TrackSettings) -> bool:
    """Whether all of a window lies within the radius of its middle, and its end is where its beginning was."""
    if _apart(window[0], window[-1]) > 2 * settings.stop_radius_m or not _one_outing(window, settings):
        return False
    middle = _middle(window)
    if any(_off(spot, middle) > settings.stop_radius_m for spot in window):
        return False
    third = max(1, len(window) // 3)
    early, late = _middle(window[:third]), _middle(window[-third:])
    return distance_m(*early, *late) <= settings.stop_drift_m


def _one_outing(window: Sequence[_Spot], settings: TrackSettings) -> bool:
    return all(later.at - earlier.at <= settings.stop_max_pause_s for earlier, later in pairwise(window))


def _extend(spots: Sequence[_Spot], start: int, end: int, settings: TrackSettings) -> tuple[int, list[_Spot]]:
    """Last spot of the stop begun by ``start..end``, and the spots that were within its radius."""
    inside = list(spots[start : end + 1])
    lat, lon = _middle(inside)
    last = end
    for position in range(end + 1, len(spots)):
        spot = spots[position]
        if _off(spot, (lat, lon)) <= settings.stop_radius_m:
            pause = spot.at - spots[position - 1].at
            if pause > settings.stop_max_pause_s:
                break
            inside.append(spot)
            last = position
            lat += (spot.lat - lat) / len(inside)
            lon += (spot.lon - lon) / len(inside)
        elif spot.at - spots[last].at > settings.stop_excursion_s:
            break
    return last, inside


def _without_arrival(inside: Sequence[_Spot], settings: TrackSettings) -> Sequence[_Spot]:
    """The stop without the steps that lead to it and away: they are within the radius, but not still."""
    middle = _middle(inside)
    near = [position for position, spot in enumerate(inside) if _off(spot, middle) <= settings.stop_core_m]
    return inside[near[0] : near[-1] + 1] if near else inside[:1]


def _stop(inside: Sequence[_Spot]) -> StopFound:
    lat, lon = _middle(inside)
    return StopFound(
        start=inside[0].time,
        end=inside[-1].time,
        lat=lat,
        lon=lon,
        first=inside[0].index,
        last=inside[-1].index,
    )


def _middle(spots: Sequence[_Spot]) -> tuple[float, float]:
    count = len(spots)
    return sum(spot.lat for spot in spots) / count, sum(spot.lon for spot in spots) / count


def _off(spot: _Spot, middle: tuple[float, float]) -> float:
    return distance_m(spot.lat, spot.lon, *middle)


def _apart(first: _Spot, second: _Spot) -> float:
    return distance_m(first.lat, first.lon, second.lat, second.lon)
