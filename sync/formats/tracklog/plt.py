"""PLT tracks of Geolife and OziExplorer: six header lines, then lat, lon, break, feet, days, date, time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sync.formats.text import decode
from sync.formats.tracklog.model import Collector, Fix, TrackLog, plain_float, position_problem
from sync.formats.tracklog.times import parse_time

_HEADER_LINES = 6
_METRES_PER_FOOT = 0.3048
_DAY_ZERO = datetime(1899, 12, 30, tzinfo=UTC)
_NO_ALTITUDE_FEET = -777.0


def read_plt(data: bytes, file: Path) -> TrackLog:
    """Fixes of the file; a break flag starts a new segment."""
    found = Collector("plt", file)
    lines = decode(data).splitlines()
    for number, line in enumerate(lines[_HEADER_LINES:], start=_HEADER_LINES + 1):
        if line.strip():
            _add_line(found, f"line {number}", line.split(","), is_last=number == len(lines))
    return found.finish()


def _add_line(found: Collector, place: str, cells: list[str], *, is_last: bool) -> None:
    if len(cells) < 5:
        found.skip(place, "truncated" if is_last else "bad_row")
        return
    lat, lon = plain_float(cells[0]), plain_float(cells[1])
    if lat is None or lon is None:
        found.skip(place, "not_a_number")
        return
    if problem := position_problem(lat, lon):
        found.skip(place, problem)
        return
    if cells[2].strip() == "1":
        found.break_segment()
    time = _time(cells)
    if time is None:
        found.skip(place, "bad_time")
    feet = plain_float(cells[3])
    elevation = None if feet is None or feet == _NO_ALTITUDE_FEET else feet * _METRES_PER_FOOT
    found.add(Fix(lat=lat, lon=lon, time=time, elevation_m=elevation))


def _time(cells: list[str]) -> datetime | None:
    """Date and clock columns where they are ISO, else the count of days, exact to about a millisecond."""
    if len(cells) >= 7 and (moment := parse_time(f"{cells[5].strip()} {cells[6].strip()}")):
        return moment
    days = plain_float(cells[4])
    if days is None or not 25569 <= days < 100000:
        return None
    return _DAY_ZERO + timedelta(days=days)
