"""The maps and address lists of this tablet: what they cover, taking one in, setting one aside."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.formats.errors import InputError
from walker.errors import WalkerError
from walker.viewmodels.rows import Row, RowListModel
from walker.viewmodels.tablet import Tablet

if TYPE_CHECKING:
    from walker.maps.packs import Pack

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

KM_PER_DEGREE = 111.2
MB = 1_000_000
_NAMES = ("fileName", "name", "kind", "theme", "sizeMb", "wideKm", "highKm", "here", "aside", "problem", "credits")


@QmlElement
class PackList(QObject):
    """`kind`: map or addresses. `here`: it covers the place where we are."""

    changed = Signal()
    packsChanged = Signal()  # the maps must be served anew

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._rows = RowListModel(_NAMES, self)
        self._busy = False
        self._fault = self._fault_words = self._removed = ""

    @Property(RowListModel, constant=True)
    def rows(self) -> RowListModel:
        return self._rows

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """A pack is being copied in."""
        return self._busy

    @Property(str, notify=changed)
    def fault(self) -> str:
        """Why the last pack was not taken in; a code."""
        return self._fault

    @Property(str, notify=changed)
    def faultWords(self) -> str:
        """The technical line, for whoever helps."""
        return self._fault_words

    @Property(str, notify=changed)
    def removed(self) -> str:
        """The file that was just set aside, to be brought back by one touch."""
        return self._removed

    @Slot()
    def look(self) -> None:
        """Read the folder."""
        from walker.maps.aside import describe_file, files_aside, files_here

        folder = self.tablet.store.folder

        def read() -> list[tuple[str, Pack, bool]]:
            here = [(path.name, describe_file(path), False) for path in files_here(folder)]
            return here + [(path.name, describe_file(path), True) for path in files_aside(folder)]

        self.tablet.pictures.run(read, self._show, self.tablet.tell)

    @Slot(QUrl)
    def take(self, file: QUrl) -> None:
        """Check it and copy it in; the window stays free meanwhile."""
        from walker.maps.packs import ADDRESS_FILES, import_addresses, import_pack

        path, folder = Path(file.toLocalFile()), self.tablet.store.folder

        def bring() -> Pack:
            take_in = import_addresses if path.suffix.lower() in ADDRESS_FILES else import_pack
            return take_in(folder, path)

        self._busy, self._fault, self._fault_words = True, "", ""
        self.changed.emit()
        self.tablet.pictures.run(bring, lambda _pack: self._taken(), self._refused)

    @Slot(str)
    def remove(self, file_name: str) -> None:
        """Set it aside."""
        from walker.maps.aside import set_aside

        self._change(lambda folder: set_aside(folder, file_name), file_name)

    @Slot(str)
    def bringBack(self, file_name: str) -> None:
        from walker.maps.aside import bring_back

        self._change(lambda folder: bring_back(folder, file_name), "")

    @Slot(str)
    def deleteForGood(self, file_name: str) -> None:
        from walker.maps.aside import delete_aside

        self._change(lambda folder: delete_aside(folder, file_name), "")

    def _change(self, act: Callable[[Path], None], removed: str) -> None:
        from walker.store.files import disk_fault

        folder = self.tablet.store.folder
        try:
            act(folder)
        except OSError as fault:
            self.tablet.tell(disk_fault(fault, folder))
            return
        self._removed = removed
        self.packsChanged.emit()
        self.look()
        self.changed.emit()

    def _taken(self) -> None:
        self._busy, self._removed = False, ""
        self.packsChanged.emit()
        self.look()
        self.changed.emit()

    def _refused(self, fault: Exception) -> None:
        self._busy = False
        self.changed.emit()
        if not isinstance(fault, InputError | WalkerError):
            raise fault
        self._fault, self._fault_words = fault.code, str(fault)
        self.changed.emit()

    def _show(self, found: list[tuple[str, Pack, bool]]) -> None:
        self._rows.show([self._row(name, pack, aside) for name, pack, aside in found])

    def _row(self, name: str, pack: Pack, aside: bool) -> Row:
        wide, high, here = math.nan, math.nan, False
        if pack.bounds is not None:
            west, south, east, north = pack.bounds
            high = (north - south) * KM_PER_DEGREE
            wide = (east - west) * KM_PER_DEGREE * math.cos(math.radians((south + north) / 2))
            fix = self.tablet.locator.fix
            here = fix is not None and south <= fix.lat <= north and west <= fix.lon <= east
        return {
            "fileName": name,
            "name": pack.title or pack.name,
            "kind": "addresses" if pack.format == "addresses" else "map",
            "theme": pack.theme or "",
            "sizeMb": pack.size / MB,
            "wideKm": wide,
            "highKm": high,
            "here": here,
            "aside": aside,
            "problem": pack.problem or "",
            "credits": pack.attribution,
        }
