"""A photo just taken or brought: its bytes, its record and, for a new report, the report's draft, in one go.

Three fsyncs in all: the file, its folder, the transaction. Nothing may be shown before this returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sync.protocol import times
from sync.protocol.ids import new_id
from sync.protocol.records import Photo, Position, Report
from walker.domain.units import position
from walker.store import Store

if TYPE_CHECKING:
    from sync.formats.photo import PhotoFacts


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What the shots of a moment are about. `draft` holds the fields of a report that begins with them."""

    about: str
    walk_id: str | None
    place: Position | None
    purpose: str = "finding"
    draft: Mapping[str, Any] | None = None


def new_report(walk_id: str | None, place: Position | None, moment: datetime, *, purpose: str = "finding") -> Subject:
    """A report that begins with its photo: what the empty form would hold."""
    fields: dict[str, Any] = {"kind": "dysfunction", "observed_at": times.format_time(moment)}
    if walk_id is None:
        fields["channel"] = "without_walk"
    if place is not None:
        fields["position"] = place_fields(place)
    return Subject(about=new_id(), walk_id=walk_id, place=place, purpose=purpose, draft=fields)


def place_fields(place: Position) -> dict[str, Any]:
    """As a draft holds a place."""
    return {
        "lat_e7": place.lat_e7,
        "lon_e7": place.lon_e7,
        "accuracy_cm": place.accuracy_cm,
        "source": place.source,
    }


def keep_shot(store: Store, clock: Callable[[], datetime], shot: bytes, subject: Subject) -> Photo:
    """The camera's picture, on disk when this returns. Raises PhotoRefused or StoreError. Slow: call it on a worker."""
    return _keep(store, clock, shot, "shot.jpg", subject, brought=False)


def keep_file(store: Store, clock: Callable[[], datetime], file: Path, subject: Subject) -> Photo:
    """A picture brought from elsewhere: place and time are what its camera wrote, if it did. Raises as `keep_shot`."""
    from sync.formats.photo import probe

    probe(file)  # refuses what cannot be read or is far too large before it is held in memory
    return _keep(store, clock, file.read_bytes(), file.name, subject, brought=True)


def _keep(
    store: Store, clock: Callable[[], datetime], original: bytes, name: str, subject: Subject, *, brought: bool
) -> Photo:
    from sync.formats.photo import probe

    store.space.require_room_for_photo(len(original))
    facts = probe(original)
    now = times.format_time(clock())
    written = _place_of(facts) if brought else None
    direction = facts.direction_deg if brought else None
    photo = Photo(
        id=new_id(),
        writer="",
        created_at=now,
        updated_at=now,
        walk_id=subject.walk_id,
        about=subject.about,
        taken_at=taken_at(facts) if brought else now,
        position=written or subject.place,
        direction_deg=None if direction is None else round(direction) % 360,
        width=facts.width,
        height=facts.height,
        purpose=subject.purpose,
    )
    draft = None if subject.draft is None else dict(subject.draft)
    if draft is not None and written is not None:  # what is reported is where the picture was taken, not where we are
        draft["position"] = place_fields(written)
    if draft is not None and brought and photo.taken_at is not None:
        draft["observed_at"] = photo.taken_at
    file = store.photos.write_original(original, name)
    with store.transaction():
        if draft is None and not store.drafts.is_form_or_record(subject.about):
            # The form was empty and left while its photo was on its way: it comes back, to be completed.
            draft = dict(new_report(subject.walk_id, photo.position, clock()).draft or {})
        kept = store.photos.name_original(photo, file, original_name=name)
        if draft is not None:
            store.drafts.keep(subject.about, Report, subject.walk_id, draft)
    return kept


def taken_at(facts: PhotoFacts) -> str | None:
    """The satellites' time, else the camera's clock: with its own offset, or as of this tablet's time zone."""
    moment, local = facts.taken_at_utc, facts.taken_at_local
    if moment is None and local is not None:
        if facts.utc_offset_minutes is not None:
            moment = (local - timedelta(minutes=facts.utc_offset_minutes)).replace(tzinfo=UTC)
        else:
            moment = local.astimezone(UTC)
    return None if moment is None else times.format_time(moment)


def _place_of(facts: PhotoFacts) -> Position | None:
    if facts.position is None:
        return None
    lat, lon, accuracy_m = facts.position
    return position(lat, lon, accuracy_m=accuracy_m, source="exif")
