"""What all view-models share: store, worker, clock, position, words in the language chosen, and the last trouble."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from sync.protocol.catalogue import Catalogue
from sync.protocol.records import CatalogueEntry, Position
from walker.device.camera import Camera, NoCamera
from walker.device.light import LightSource, NoLight
from walker.device.position import PositionSource
from walker.domain.units import position
from walker.errors import WalkerError
from walker.store import Store
from walker.viewmodels.locator import Locator
from walker.viewmodels.map_packs import PARIS
from walker.viewmodels.photo_removal import PhotoRemoval
from walker.viewmodels.rows import Row
from walker.viewmodels.worker import Worker

if TYPE_CHECKING:
    from walker.maps.addresses import AddressBook

SAME_PLACE = 1e-6  # degrees

Slot_ = TypeVar("Slot_", bound=Callable[..., Any])


class Tablet(QObject):
    """Made once, by main."""

    spoken = Signal(str)  # fr or en from now on
    wordsChanged = Signal()  # language or catalogue
    recordsChanged = Signal()  # something was saved, sent or received
    muchRead = Signal()  # pages, words, a district: what stays as long as the window
    groupChanged = Signal()  # a lent tablet was handed back, or a code showed a group's things again
    troubled = Signal(str, str)  # code, sentence

    def __init__(
        self,
        store: Store,
        source: PositionSource,
        clock: Callable[[], datetime],
        camera: Camera | None = None,
        light: LightSource | None = None,
    ) -> None:
        super().__init__()
        self.store = store
        self.clock = clock
        self.camera = camera or NoCamera()
        self.worker = Worker(self)  # the network
        self.shots = Worker(self)  # photos on their way to the disk, and kits: the shutter waits for nothing long
        self.track = Worker(self)  # what was walked, fix by fix: it waits for no photo and no link
        self.checks = Worker(self)  # photos that a person accepted
        self.by_hand = Worker(self)  # to the tablet that carries, which waits for no dead link to the server
        self.removal = PhotoRemoval(self)
        self.pictures = Worker(self)  # so that a photo to check does not wait for a sync
        self.reads = Worker(self)  # what a page waits for: a look for faces takes seconds
        self.locator = Locator(source, clock, self)
        self.light = light or NoLight()
        self.language = store.settings.get("language") or "fr"
        self.addressed: tuple[float, float] | None = None  # the address that the map was last put on
        self._catalogue: Catalogue | None = None

    @cached_property
    def addresses(self) -> AddressBook:
        """Those of this tablet's packs."""
        from walker.maps.addresses import AddressBook

        return AddressBook(self.store.folder)

    @property
    def catalogue(self) -> Catalogue:
        """Read when first needed, and again after each sync."""
        if self._catalogue is None:
            from walker.domain.words import catalogue_of

            self._catalogue = catalogue_of(self.store)
        return self._catalogue

    def forget_words(self) -> None:
        """New words may have come."""
        self._catalogue = None
        self.wordsChanged.emit()

    def speak(self, language: str) -> None:
        """French or English from now on."""
        self.language = language
        self.store.settings.set("language", language)
        self.spoken.emit(language)
        self.wordsChanged.emit()

    def label(self, list_name: str, code: str | None) -> str:
        """The word for a code; nothing for none."""
        return self.catalogue.label(list_name, code, self.language) if code else ""

    def said(self, entry: CatalogueEntry) -> str:
        """The entry's word."""
        return entry.fr if self.language == "fr" else entry.en

    def choices(self, list_name: str) -> list[Row]:
        """A list as tiles and answers show it."""
        return self.as_choices(self.catalogue.entries(list_name))

    def as_choices(self, entries: Sequence[CatalogueEntry]) -> list[Row]:
        return [{"code": entry.code, "label": self.said(entry), "iconName": entry.icon} for entry in entries]

    def place_now(self, lat: float, lon: float) -> Position | None:
        """The fix when there is a fresh one, else the point of the map that the page gives (NaN: none)."""
        fix = self.locator.fix
        if fix is not None and self.locator.is_fresh:
            return position(fix.lat, fix.lon, accuracy_m=fix.accuracy_m)
        if math.isnan(lat) or math.isnan(lon):
            return None
        at_address = self.addressed is not None and math.dist(self.addressed, (lat, lon)) < SAME_PLACE
        return position(lat, lon, source="address" if at_address else "map")

    def illuminance_mlx(self) -> int | None:
        """What the light sensor says now, in thousandths of a lux; None without one, or outside a walk."""
        lux = self.light.lux()
        return None if lux is None else round(lux * 1000)

    def is_dark(self) -> bool:
        """Whether the sun is down where we are, or in Paris while nobody knows where that is."""
        from sync.rules.daylight import is_dark

        fix = self.locator.fix
        return is_dark(*((fix.lat, fix.lon) if fix else PARIS), self.clock())

    def tell(self, fault: Exception) -> None:
        """Show a trouble that a person can mend; a bug is raised again."""
        if not isinstance(fault, WalkerError):
            raise fault
        self.troubled.emit(fault.code, str(fault))

    def close(self) -> bool:
        """Whether all work has ended; a request on a dead link has not."""
        workers = (self.worker, self.shots, self.track, self.checks, self.by_hand, self.pictures, self.reads)
        ended = [worker.close() for worker in workers]
        if "addresses" in vars(self):
            self.addresses.close()
        return all(ended)


def told(slot: Slot_) -> Slot_:
    """A slot whose disk troubles are shown on the page instead of ending in the log; its object has `tablet`."""

    @functools.wraps(slot)
    def guarded(self: Any, *args: Any) -> Any:
        try:
            return slot(self, *args)
        except WalkerError as fault:
            self.tablet.tell(fault)
            return None

    return guarded  # type: ignore[return-value]
