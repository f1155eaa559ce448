"""The photos of a replayed walk: judged one by one, placed, blurred, kept; a bad one never stops the others.

A photo belongs to the walk; it is about the nearest report within 30 m, if there is one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sync.formats.photo import PhotoFacts, PhotoRefused, Prepared, blur_available, prepare, probe
from sync.protocol import times
from sync.protocol.records import Photo, Position, Report
from sync.rules.geodesy import distance_m
from sync.rules.photo_place import TimedFix, guess_clock_offset, place_on_track
from walker.device.position import PositionFix
from walker.domain.units import DEGREES, position
from walker.domain.walk_session import WalkSession, WalkSummary
from walker.store import Store

NEAR_REPORT_M = 30.0


@dataclass(kw_only=True)
class PhotoResult:
    """`read` + `refused` is every file of the folder; `placed` counts those read that have a position."""

    read: int = 0
    placed: int = 0
    refused: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {"read": self.read, "placed": self.placed, "refused": self.refused}


def take_photos(
    session: WalkSession,
    store: Store,
    folder: Path,
    files: Sequence[Path],
    summary: WalkSummary,
    *,
    checked: bool,
    say: Callable[[str], None],
) -> PhotoResult:
    """Keep each picture: final bytes when a person looked (`checked`), else held with what was found to be blurred."""
    result = PhotoResult()
    finds = blur_available()
    if files and not finds:
        say("faces and plates cannot be found here (the blur is not installed): every photo waits for a person")
    facts: dict[Path, PhotoFacts] = {}
    for file in files:
        try:
            facts[file] = probe(file)
        except PhotoRefused as refusal:
            result.refused.append(_refusal(file, folder, refusal))
    reports = store.records.all(Report, walk_id=session.walk.id)
    placer = _Placer(summary.analysis.lines, list(facts.values()), summary.walk.time_zone)
    for number, file in enumerate(facts, start=1):
        try:
            final = prepare(file, find=finds)
            original = file.read_bytes()
        except PhotoRefused as refusal:
            result.refused.append(_refusal(file, folder, refusal))
            continue
        except OSError as fault:
            reason = f"{file.name}: it cannot be read ({fault.strerror}); check its rights"
            result.refused.append({"file": _name(file, folder), "code": "unreadable", "message": reason})
            continue
        photo = _photo(session, facts[file], placer, reports)
        name = os.fsencode(file.name).decode("utf-8", errors="replace")  # old cards hold names of other encodings
        _keep(store, photo, original, final, name, checked=checked)
        result.read += 1
        result.placed += photo.position is not None
        say(f"photo {number}/{len(facts)}: {file.name}")
    result.refused.sort(key=lambda line: line["file"])
    return result


def _keep(store: Store, photo: Photo, original: bytes, final: Prepared, name: str, *, checked: bool) -> None:
    if checked:
        store.photos.add_checked(photo, final, original_name=name)
        return
    boxes = [(box.left, box.top, box.right, box.bottom) for box in final.boxes]
    store.photos.add(photo, original, original_name=name, boxes=boxes)


def _photo(session: WalkSession, facts: PhotoFacts, placer: _Placer, reports: Sequence[Report]) -> Photo:
    where = placer.where(facts)
    moment = placer.moment(facts)
    return session.new_photo(
        taken_at=None if moment is None else times.format_time(moment),
        position=where,
        direction_deg=None if facts.direction_deg is None else round(facts.direction_deg) % 360,
        about=_nearest(where, reports),
        width=facts.width,
        height=facts.height,
    )


def _nearest(where: Position | None, reports: Sequence[Report]) -> str | None:
    if where is None:
        return None
    near = [
        (distance, report.id)
        for report in reports
        if report.position is not None and (distance := _apart(where, report.position)) <= NEAR_REPORT_M
    ]
    return min(near)[1] if near else None


def _apart(first: Position, second: Position) -> float:
    if abs(first.lat_e7 - second.lat_e7) > 0.001 * DEGREES:  # over 100 m apart: no need to measure
        return NEAR_REPORT_M + 1
    return distance_m(first.lat_e7 / DEGREES, first.lon_e7 / DEGREES, second.lat_e7 / DEGREES, second.lon_e7 / DEGREES)


class _Placer:
    """When and where a photo was taken: as its camera says, else as the track says for its time."""

    def __init__(
        self,
        lines: Sequence[Sequence[PositionFix]],
        facts: Sequence[PhotoFacts],
        zone: str,
    ) -> None:
        self._zone = zone
        timed = [TimedFix(fix.time, fix.lat, fix.lon) for line in lines for fix in line if fix.time is not None]
        self._track = sorted(timed, key=lambda fix: fix.moment)
        clocks = [
            fact.taken_at_local
            for fact in facts
            if fact.taken_at_local is not None and fact.utc_offset_minutes is None and fact.taken_at_utc is None
        ]
        self._clock_offset_s = guess_clock_offset(clocks, self._track, zone=zone)

    def moment(self, facts: PhotoFacts) -> datetime | None:
        """The satellites' time first, then the camera's with its own offset, then the camera's as corrected."""
        if facts.taken_at_utc is not None:
            return facts.taken_at_utc
        local = facts.taken_at_local
        if local is None:
            return None
        if facts.utc_offset_minutes is not None:
            return (local - timedelta(minutes=facts.utc_offset_minutes)).replace(tzinfo=UTC)
        shown = local.replace(tzinfo=ZoneInfo(self._zone)).astimezone(UTC)
        return shown + timedelta(seconds=self._clock_offset_s)

    def where(self, facts: PhotoFacts) -> Position | None:
        if facts.position is not None:
            lat, lon, accuracy_m = facts.position
            return position(lat, lon, accuracy_m=accuracy_m, source="exif")
        local, offset_minutes = facts.taken_at_local, facts.utc_offset_minutes
        if facts.taken_at_utc is not None:
            local, offset_minutes = facts.taken_at_utc.replace(tzinfo=None), 0
        if local is None:
            return None
        shift = 0 if offset_minutes is not None else self._clock_offset_s
        place = place_on_track(local, offset_minutes, self._track, clock_offset_s=shift, zone=self._zone)
        return None if place is None else position(*place, source="gps")


def _refusal(file: Path, folder: Path, refusal: PhotoRefused) -> dict[str, Any]:
    return {"file": _name(file, folder), "code": refusal.code.value, "message": refusal.message}


def _name(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()
