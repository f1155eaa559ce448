"""The tablet of the group that carries what others recorded: its square, its door, and what came in by it.

The door is open while the square is on screen, and not a moment longer than it takes to close it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.domain.joining import short_name
from walker.store.carried import CarriedFiles
from walker.store.files import disk_fault
from walker.store.outbox import SEAL_KEY
from walker.viewmodels.sync_status import SyncStatus
from walker.viewmodels.tablet import Tablet

if TYPE_CHECKING:
    from sync.client.courier import CourierDoor

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Carrying(QObject):
    """`standing`: closed, opening, open, no_network, not_enrolled or failed."""

    changed = Signal()

    def __init__(self, tablet: Tablet, status: SyncStatus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._status = status
        self._folder = CarriedFiles(tablet.store.folder).folder
        self._door: CourierDoor | None = None
        self._here = False
        self._standing = "closed"
        self._count = self._bytes = 0
        self._full = False

    @Property(str, notify=changed)
    def standing(self) -> str:
        return self._standing

    @Property(str, notify=changed)
    def square(self) -> str:
        """The text of the square that the others scan; empty while nobody can bring anything."""
        return self._door.handover.text if self._door is not None else ""

    @Property(int, notify=changed)
    def received(self) -> int:
        """Files that came whole since the square was shown."""
        return self._count

    @Property(float, notify=changed)
    def receivedBytes(self) -> float:
        return float(self._bytes)

    @Property(bool, notify=changed)
    def full(self) -> bool:
        """Somebody brought more than there is room for."""
        return self._full

    def shown(self, here: bool) -> None:
        """Its page is on screen, or no longer."""
        if here == self._here:
            return
        self._here = here
        if here:
            self._count, self._bytes = 0, 0
            self._open()
        else:
            self._shut()

    @Slot()
    def again(self) -> None:
        """A new square, by the addresses that this tablet has now."""
        if self._here and self._standing != "opening":
            self._shut()
            self._open()

    def close(self) -> None:
        """The window closes: nothing is listening when this returns."""
        door, self._door, self._here = self._door, None, False
        if door is not None:
            door.close()

    def _open(self) -> None:
        store, worker = self.tablet.store, self.tablet.by_hand
        addresses, reader = self._status.network.addresses(), store.settings.get(SEAL_KEY)
        self._full = False
        self._standing = "not_enrolled" if reader is None else "opening" if addresses else "no_network"
        self.changed.emit()
        if reader is None or not addresses:
            return

        def has_room(size: int) -> bool:
            there_is = store.space.has_room(size)
            if not there_is:
                worker.post(self._refused)
            return there_is

        def received(name: str) -> None:
            size = (self._folder / name).stat().st_size
            worker.post(lambda: self._take(size))

        def job() -> CourierDoor:
            from sync.client.courier import CourierDoor

            try:
                return CourierDoor(
                    self._folder,
                    addresses=addresses,
                    reader=reader,
                    carrier=short_name(store),
                    has_room=has_room,
                    received=received,
                )
            except OSError as fault:
                raise disk_fault(fault, self._folder) from fault

        worker.run(job, self._opened, self._failed)

    def _opened(self, door: CourierDoor) -> None:
        if not self._here or self._door is not None:  # left, or left and come back, before it was open
            self._close(door)
            return
        self._door, self._standing = door, "open"
        self.changed.emit()

    def _failed(self, fault: Exception) -> None:
        self._standing = "failed" if self._here else "closed"
        self.changed.emit()
        self.tablet.tell(fault)

    def _shut(self) -> None:
        door, self._door, self._standing = self._door, None, "closed"
        self.changed.emit()
        if door is not None:
            self._close(door)

    def _close(self, door: CourierDoor) -> None:
        self.tablet.by_hand.run(door.close, lambda _nothing: None, self.tablet.tell)

    def _take(self, size: int) -> None:
        self._count += 1
        self._bytes += size
        self.changed.emit()
        self.tablet.recordsChanged.emit()

    def _refused(self) -> None:
        self._full = True
        self.changed.emit()
