"""Looks for an address on this tablet, to say where something is without being there; nothing asks the network."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 5  # more would hide the map


@QmlElement
class AddressSearch(QObject):
    """`available` False: no list of addresses is among the packs."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._typed = ""
        self._near: tuple[float, float] | None = None
        self._found = RowListModel(("words", "town", "latitude", "longitude"), self)

    @Property(bool, notify=changed)
    def available(self) -> bool:
        return not self.tablet.addresses.is_empty

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._typed

    @Property(bool, notify=changed)
    def nothingFound(self) -> bool:
        return self._typed.strip() != "" and not self._found.rows

    @Property(RowListModel, constant=True)
    def found(self) -> RowListModel:
        """The nearest first."""
        return self._found

    def open(self, near: tuple[float, float]) -> None:
        """A page where one may look for an address, around here."""
        self._near = near
        self.search("")

    @Slot(str)
    def search(self, text: str) -> None:
        """At every letter; the last word may be unfinished."""
        self._typed = text
        found = self.tablet.addresses.search(text, self._near, limit=MOST) if text.strip() else []
        self._found.show(
            [{"words": one.words, "town": one.town, "latitude": one.lat, "longitude": one.lon} for one in found]
        )
        self.changed.emit()
