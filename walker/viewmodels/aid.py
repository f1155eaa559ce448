"""Help for the group: where we are in words that can be read to somebody, the leader's own contact, mark and leave."""

from __future__ import annotations

import math
from dataclasses import asdict

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol import times
from sync.protocol.ids import new_id
from sync.protocol.records import Report
from walker.domain.units import position
from walker.maps.addresses import Found
from walker.viewmodels.finding_draft import MARKED
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

NAME, NUMBER = "leader_contact_name", "leader_contact_number"  # of this tablet alone: never in a record
TYPING_MS = 400


@QmlElement
class Aid(QObject):
    """Silent: nothing here sounds, flashes or asks."""

    changed = Signal()
    contactChanged = Signal()
    marked = Signal(str)  # id of the draft

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._near: Found | None = None
        self._landmark: Found | None = None
        self._at: tuple[float, float] | None = None
        self._is_open = False
        self._name = self._number = ""
        self._read_contact()
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self._keep_contact)
        tablet.locator.moved.connect(self._on_moved)
        tablet.groupChanged.connect(self._read_contact)

    @Property(bool, notify=changed)
    def placed(self) -> bool:
        """Whether the tablet knows, or knew, where it is."""
        return self._at is not None

    @Property(int, notify=changed)
    def ageSeconds(self) -> int:
        """Of that knowledge."""
        age = self.tablet.locator.age
        return 0 if age is None else round(age.total_seconds())

    @Property(str, notify=changed)
    def address(self) -> str:
        """The nearest door or street; empty: none is known here."""
        return self._near.words if self._near else ""

    @Property(str, notify=changed)
    def town(self) -> str:
        return self._near.town if self._near else ""

    @Property(str, notify=changed)
    def landmark(self) -> str:
        """A place nearby that people know."""
        return self._landmark.words if self._landmark else ""

    @Property(float, notify=changed)
    def landmarkM(self) -> float:
        return self._landmark.distance_m if self._landmark else math.nan

    @Property(float, notify=changed)
    def latitude(self) -> float:
        return self._at[0] if self._at else math.nan

    @Property(float, notify=changed)
    def longitude(self) -> float:
        return self._at[1] if self._at else math.nan

    @Property(str, notify=contactChanged)
    def contactName(self) -> str:
        return self._name

    @Property(str, notify=contactChanged)
    def contactNumber(self) -> str:
        return self._number

    @Slot(str)
    def writeContactName(self, name: str) -> None:
        self._name = name.strip()
        self._typing.start()
        self.contactChanged.emit()

    @Slot(str)
    def writeContactNumber(self, number: str) -> None:
        self._number = number.strip()
        self._typing.start()
        self.contactChanged.emit()

    @Slot(bool)
    def watch(self, wanted: bool) -> None:
        """The page is open: follow where we are, with or without a walk."""
        if wanted != self._is_open:
            self._is_open = wanted
            self.tablet.locator.watch(wanted)
        if wanted:
            self._on_moved()
        else:
            self.close()

    def mark(self, walk_id: str | None) -> None:
        """Place and time as a draft to complete later: on disk when this returns."""
        self._mark(walk_id)

    def close(self) -> None:
        """What was just typed is on disk."""
        if self._typing.isActive():
            self._typing.stop()
            self._keep_contact()

    @told
    def _mark(self, walk_id: str | None) -> None:
        fix = self.tablet.locator.fix  # an old one still says where to look
        place = None if fix is None else asdict(position(fix.lat, fix.lon, accuracy_m=fix.accuracy_m))
        now = times.format_time(self.tablet.clock())
        body = {"kind": "dysfunction", "observed_at": now, "position": place, MARKED: True}
        draft = self.tablet.store.drafts.keep(new_id(), Report, walk_id, body)
        self.marked.emit(draft.id)
        self.tablet.recordsChanged.emit()

    @Slot()
    @told
    def _keep_contact(self) -> None:
        self.tablet.store.settings.set(NAME, self._name or None)
        self.tablet.store.settings.set(NUMBER, self._number or None)

    @Slot()
    def _read_contact(self) -> None:
        """As it is kept: a group that handed the tablet back took its own with it."""
        settings = self.tablet.store.settings
        self._name, self._number = settings.get(NAME) or "", settings.get(NUMBER) or ""
        self.contactChanged.emit()

    @Slot()
    def _on_moved(self) -> None:
        if not self._is_open:
            return
        fix = self.tablet.locator.fix
        self._at = None if fix is None else (fix.lat, fix.lon)
        if self._at is not None:
            book = self.tablet.addresses
            self._near, self._landmark = book.nearest(*self._at), book.landmark(*self._at)
        self.changed.emit()
