"""Reports and spaces made with the fingers: from a draft to a record, in a walk or without one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from sync.protocol import codec, times
from sync.protocol.records import Photo, Report, SpaceCandidate, VoiceNote
from sync.rules.daylight import period_at
from walker.domain.numbers import next_number
from walker.domain.units import DEGREES
from walker.store import Store

Finding = TypeVar("Finding", Report, SpaceCandidate)


def complete(
    store: Store,
    clock: Callable[[], datetime],
    kind: type[Finding],
    *,
    draft_id: str,
    walk_id: str | None,
    fields: Mapping[str, Any],
) -> Finding:
    """The draft becomes the record of its id, with a number; a record that exists gets its next revision.

    `fields` as plain JSON; None is "not said", which is the record's own default.
    """
    known = store.records.find(draft_id)
    with store.transaction():
        if isinstance(known, kind):
            return store.drafts.finish(_dated(_with(known, fields)))
        now = times.format_time(clock())
        number = next_number(store)
        blank = kind(id=draft_id, writer="", created_at=now, updated_at=now, walk_id=walk_id, provisional_number=number)
        return store.drafts.finish(_dated(_with(blank, fields)))


def remove_taken(store: Store, about: str) -> None:
    """What was taken for a finding goes with it: photos and voice notes, their bytes too."""
    for photo in store.records.all(Photo):
        if photo.about == about:
            store.photos.delete(photo.id)
    for note in store.records.all(VoiceNote):
        if note.about == about:
            store.voices.delete(note.id)


def bring_back(store: Store, record_id: str) -> None:
    """It was deleted by mistake: the next revision is there again."""
    store.records.change(record_id, lambda record: dataclasses.replace(record, deleted_at=None))


def put_as_before(store: Store, before: Report | SpaceCandidate) -> None:
    """The record says again what it said before it was changed."""

    def edit(held: Report | SpaceCandidate) -> Report | SpaceCandidate:
        return dataclasses.replace(before, revision=held.revision)

    store.records.change(before.id, edit)


def _with(record: Finding, fields: Mapping[str, Any]) -> Finding:
    plain = {name: value for name, value in codec.to_json(record).items() if name not in fields}
    said = {name: value for name, value in fields.items() if value is not None}
    return codec.from_json(type(record), {**plain, **said})


def _dated(finding: Finding) -> Finding:
    """Day or night, by the sun at its own place and time."""
    if not isinstance(finding, Report):
        return finding
    place, moment = finding.position, finding.observed_at
    if place is None or moment is None:
        return dataclasses.replace(finding, period="unknown")
    period = period_at(place.lat_e7 / DEGREES, place.lon_e7 / DEGREES, times.parse_time(moment))
    return dataclasses.replace(finding, period=period)
