"""Where a record belongs and who may read it: its territory, and whether it is restricted to the office.

A report or space is where its point lies, else in its declared territory, else in its walk's; what the office chose by
hand stands. A walk is where half of its track lies, else as declared. What is attached to a report goes with it; until
that one has come, it is restricted, since it may belong to something not everyone may read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sync.protocol import codec
from sync.protocol.records import (
    ExploratoryWalk,
    Photo,
    Record,
    Report,
    Revisit,
    SpaceCandidate,
    TrackSegment,
    VoiceNote,
)
from sync.server.catalogue import access as catalogue
from sync.server.records import access as records_access
from sync.server.records import bulk
from sync.server.records.feed import Feed, about_of
from sync.server.records.models import Record as Row
from sync.server.reports import access as reports_access
from sync.server.territories.resolve import territory_at
from sync.server.walks.district import district_of

_LOCATED = (Report, SpaceCandidate)
_FOLLOWERS = (Photo, VoiceNote, Revisit)
_E7 = 10**7


@dataclass(frozen=True, slots=True)
class Place:
    """Of one record. `attaches`: what hangs on it goes where it goes."""

    territory: str
    restricted: bool


class Placing:
    """Places the records of one batch; parents first, whatever the order they came in."""

    def __init__(self, records: Iterable[Record], *, held: Collection[str]) -> None:
        """`held`: those of these records that the server has already."""
        batch = list(records)
        wanted = {parent for record in batch for parent in _parents(record)}
        rows = bulk.found(["id", "territory", "restricted"], "records_record", "id", wanted)
        self._places = {record_id: Place(territory, bool(restricted)) for record_id, territory, restricted in rows}
        self._hidden = catalogue.restricted_categories(
            record.category for record in batch if isinstance(record, Report) and record.category is not None
        )
        known = [record.id for record in batch if isinstance(record, Report) and record.id in held]
        self._chosen = reports_access.chosen(known) if known else {}
        self._own: dict[tuple[str, int], Place] = {}
        self._segments: defaultdict[str, list[TrackSegment]] = defaultdict(list)
        for record in batch:
            if isinstance(record, TrackSegment):
                self._segments[record.walk_id].append(record)
        self.moved_walks = self._walks_that_came_before(batch)
        for kinds in ((ExploratoryWalk,), _LOCATED, (Revisit,)):
            for record in batch:
                if isinstance(record, kinds):
                    place = self._place(record)
                    self._places[record.id] = self._own[record.id, record.revision] = place

    def of(self, record: Record) -> Place:
        """Where this record of the batch belongs."""
        return self._own.get((record.id, record.revision)) or self._place(record)

    def _place(self, record: Record) -> Place:
        if isinstance(record, ExploratoryWalk):
            return Place(self._district_of(record), False)
        if isinstance(record, _LOCATED):
            hidden = isinstance(record, Report) and record.category in self._hidden
            chosen = self._chosen.get(record.id, reports_access.NOTHING_CHOSEN)
            return Place(
                self.territory_of(record) if chosen.territory is None else chosen.territory,
                hidden if chosen.restricted is None else chosen.restricted,
            )
        if isinstance(record, _FOLLOWERS) and (about := about_of(record)):
            return self._places.get(about, Place("", True))
        return Place("", False)

    def _district_of(self, walk: ExploratoryWalk) -> str:
        """By the track that is held and the one of this batch."""
        held = {each.id: each for each in records_access.of_walk(TrackSegment, walk.id, deleted=True)}
        held |= {each.id: each for each in self._segments[walk.id]}
        return district_of(walk, (each for each in held.values() if each.deleted_at is None)).code

    def _walks_that_came_before(self, batch: Iterable[Record]) -> dict[str, str]:
        """The walks held already that this batch's track puts into another territory, with that territory."""
        arriving = {record.id for record in batch}
        moved = {}
        for walk_id in self._segments.keys() - arriving:
            walk = records_access.get(ExploratoryWalk, walk_id)
            if walk is not None and (territory := self._district_of(walk)) != self._places[walk_id].territory:
                moved[walk_id] = territory
                self._places[walk_id] = Place(territory, False)
        return moved

    def territory_of(self, record: Record) -> str:
        """Of a report or space: around its point, as declared, or of its walk."""
        if not isinstance(record, _LOCATED):
            return ""
        walk = self._places.get(record.walk_id or "", Place("", False))
        return _located(record) or record.territory or walk.territory


def place_rest(placing: Placing, accepted: Iterable[Record], moved_walks: Collection[str], feed: Feed) -> None:
    """Move what arrived earlier and belongs to these records: reports of walks that came later, what is attached."""
    for walk_id, territory in placing.moved_walks.items():
        feed.move(walk_id, territory)
    moved_walks = {*moved_walks, *placing.moved_walks}
    places = {record.id: placing.of(record) for record in accepted if isinstance(record, _LOCATED)}
    if moved_walks:
        kinds = [kind.RECORD for kind in _LOCATED]
        rows = list(Row.objects.filter(walk_id__in=moved_walks, kind__in=kinds))
        chosen = reports_access.chosen(row.id for row in rows)
        for row in rows:
            by_hand = row.id in chosen and chosen[row.id].territory is not None
            if row.id not in feed.pending and not by_hand:
                territory = placing.territory_of(codec.decode(bytes(row.body)))
                feed.move(row.id, territory)
                places[row.id] = Place(territory, row.restricted)
    owners = records_access.with_something_about(places)
    if not owners:
        return
    # Only what tablets attach: the office places its own views.
    kinds = [kind.RECORD for kind in _FOLLOWERS]
    columns = ("id", "about", "territory", "restricted")
    held = {row[0]: row for row in Row.objects.filter(about__in=owners, kind__in=kinds).values_list(*columns)}
    pending = [row for row in feed.pending.values() if row.kind in kinds]
    arriving = {row.id: (row.id, row.about, row.territory, row.restricted) for row in pending}
    for record_id, about, territory, restricted in (held | arriving).values():
        place = places.get(about)
        if place is not None and (territory, restricted) != (place.territory, place.restricted):
            feed.move(record_id, place.territory, restricted=place.restricted)


def _parents(record: Record) -> list[str]:
    if isinstance(record, _FOLLOWERS):
        return [about_of(record)] if about_of(record) else []
    if isinstance(record, (*_LOCATED, TrackSegment)) and record.walk_id is not None:
        return [record.walk_id]
    return []


def _located(record: Report | SpaceCandidate) -> str:
    if record.position is None:
        return ""
    day = date.fromisoformat(record.observed_at[:10]) if record.observed_at else None
    return territory_at(record.position.lat_e7 / _E7, record.position.lon_e7 / _E7, day) or ""
