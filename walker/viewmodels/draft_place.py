"""Where a finding is, while it is filled in: by the receiver, by a finger, by its photo or by its address."""

from __future__ import annotations

import dataclasses
import math
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.records import Position
from walker.domain.units import DEGREES, position
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

ELSEWHERE = "elsewhere"  # in a draft: what is written down here was seen at another place
FIRST_FIX = timedelta(minutes=5)  # a cold receiver needs some of them; in more a group has gone on
DOUBTFUL_M = 25.0  # less sure than this, the point may lie on the other side of the street


@QmlElement
class PlacedDraft(QObject):
    """`fields` are the record's, as plain JSON."""

    placed = Signal()

    names: frozenset[str] = frozenset()  # the fields of the record that this form holds

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self.id = ""
        self.is_new = True
        self.fields: dict[str, Any] = {}
        self._nearby = ""  # what the index of addresses says of the place; shown, never sent
        tablet.locator.moved.connect(self._on_moved)

    @Property(bool, notify=placed)
    def hasPlace(self) -> bool:
        return self.position() is not None

    @Property(float, notify=placed)
    def latitude(self) -> float:
        place = self.position()
        return math.nan if place is None else place.lat_e7 / DEGREES

    @Property(float, notify=placed)
    def longitude(self) -> float:
        place = self.position()
        return math.nan if place is None else place.lon_e7 / DEGREES

    @Property(float, notify=placed)
    def accuracyM(self) -> float:
        """NaN when it is not known."""
        place = self.position()
        return math.nan if place is None or place.accuracy_cm is None else place.accuracy_cm / 100

    @Property(bool, notify=placed)
    def doubtful(self) -> bool:
        """Whether a finger should say better where it is."""
        place = self.position()
        return place is not None and (place.accuracy_cm or 0) / 100 > DOUBTFUL_M

    @Property(str, notify=placed)
    def placeSource(self) -> str:
        place = self.position()
        return place.source if place else ""

    @Property(str, notify=placed)
    def address(self) -> str:
        """In words: the one chosen, else the nearest that an index on this tablet knows."""
        return str(self.fields.get("address") or "") or self._nearby

    @Slot(float, float)
    @told
    def moveTo(self, lat: float, lon: float) -> None:
        """The place, as a finger put it on the map."""
        self.set_position(position(lat, lon, source="map"))
        self.keep()

    @Slot(float, float, str)
    @told
    def moveToAddress(self, lat: float, lon: float, words: str) -> None:
        """The place, found by its address."""
        self.set_position(position(lat, lon, source="address"), words)
        self.keep()

    def place(self) -> tuple[float, float] | None:
        """Its point in degrees."""
        held = self.position()
        return None if held is None else (held.lat_e7 / DEGREES, held.lon_e7 / DEGREES)

    def position(self) -> Position | None:
        held = self.fields.get("position")
        return None if held is None else Position(**held)

    def set_position(self, place: Position | None, words: str = "") -> None:
        self.fields["position"] = None if place is None else dataclasses.asdict(place)
        if "address" in self.names:
            self.fields["address"] = words
        self.look_around()

    def look_around(self) -> None:
        """The place is another one."""
        at = self.place()
        found = self.tablet.addresses.nearest(*at) if at is not None else None
        self._nearby = found.words if found is not None else ""
        self.placed.emit()

    def is_seen_here(self, lately: timedelta) -> bool:
        """Whether a new finding is of this place and moment: not told by somebody else, not completed at home later."""
        seen_at = self.fields.get("observed_at")
        if not self.is_new or self.fields.get(ELSEWHERE) or seen_at is None:
            return False
        return abs(self.tablet.clock() - times.parse_time(seen_at)) <= lately

    def keep(self) -> None:
        """On disk now."""
        raise NotImplementedError

    @Slot()
    def _on_moved(self) -> None:
        """A draft that has no place yet takes the first one the receiver gives, if that is where it was seen."""
        if self.id and self.position() is None and self.is_seen_here(FIRST_FIX):
            self.set_position(self.tablet.place_now(math.nan, math.nan))
            self.keep()
