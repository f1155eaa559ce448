"""Before a walk: its map, its grid, room on the disk, battery, a position. Each can be skipped; none blocks."""

from __future__ import annotations

import shutil

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.device.battery import charge
from walker.domain.units import DEGREES
from walker.viewmodels.home import HomeStatus
from walker.viewmodels.map_packs import MapPacks
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

ROOM_BYTES = 500 * 1024 * 1024  # what a walk with photos may take
LOW_BATTERY = 40  # percent: two hours of walking


@QmlElement
class StartChecks(QObject):
    """One row a check: `standing` is ok, wrong or unknown; `value` a number to show with it (-1: none)."""

    changed = Signal()

    def __init__(self, tablet: Tablet, home: HomeStatus, maps: MapPacks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._home = home
        self._maps = maps
        self._skipped: set[str] = set()
        self._trying = False
        self._standings: dict[str, tuple[str, int]] = {}
        self._rows = RowListModel(("code", "standing", "value"), self)
        home.changed.connect(self._show)
        tablet.locator.moved.connect(self._show)

    @Property(RowListModel, constant=True)
    def rows(self) -> RowListModel:
        """map, grid, storage, battery, position: those that are not well and were not skipped."""
        return self._rows

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """The map and the grid of the walk are on the tablet."""
        return all(self._standings.get(code, ("",))[0] == "ok" for code in ("map", "grid"))

    @Property(int, notify=changed)
    def battery(self) -> int:
        """Percent; -1 when nobody knows."""
        return self._standings.get("battery", ("", -1))[1]

    @Property(bool, notify=changed)
    def located(self) -> bool:
        return self.tablet.locator.is_fresh

    @Property(bool, notify=changed)
    def trying(self) -> bool:
        """The receiver is on, to see whether it works."""
        return self._trying

    @Slot()
    def look(self) -> None:
        """Look at everything again; home is open."""
        self._standings = {"map": self._map(), "storage": self._storage(), "battery": self._battery()}
        self._show()

    @Slot(str)
    def skip(self, code: str) -> None:
        """Not now: the walk can begin all the same."""
        self._skipped.add(code)
        self._show()

    @Slot()
    def tryPosition(self) -> None:
        """Switch the receiver on until home is left."""
        if not self._trying:
            self._trying = True
            self.tablet.locator.watch(True)
            self._show()

    @Slot()
    def leave(self) -> None:
        if self._trying:
            self._trying = False
            self.tablet.locator.watch(False)

    def _map(self) -> tuple[str, int]:
        """A pack that holds the middle of the way, when there is a way."""
        from walker.maps.packs import list_packs

        packs = [pack for pack in list_packs(self.tablet.store.folder) if pack.problem is None]
        walk = self._home.next.walk if self._home.next else None
        points = (*walk.route, *walk.planned_stops) if walk else ()
        if not packs:
            return "wrong", -1
        if not points:
            return "ok", -1
        lat = sum(point.lat_e7 for point in points) / len(points) / DEGREES
        lon = sum(point.lon_e7 for point in points) / len(points) / DEGREES
        boxes = [pack.bounds for pack in packs if pack.bounds is not None]
        inside = any(west <= lon <= east and south <= lat <= north for west, south, east, north in boxes)
        return ("ok" if inside else "wrong"), -1

    def _grid(self) -> tuple[str, int]:
        walk = self._home.next.walk if self._home.next else None
        code = walk.grid_code if walk else None
        known = code is None or self.tablet.catalogue.get("grids", code) is not None
        return ("ok" if known else "wrong"), -1

    def _storage(self) -> tuple[str, int]:
        free = shutil.disk_usage(self.tablet.store.folder).free
        return ("ok" if free >= ROOM_BYTES else "wrong"), round(free / 1024 / 1024)

    def _battery(self) -> tuple[str, int]:
        percent = charge()
        if percent is None:
            return "unknown", -1
        return ("ok" if percent >= LOW_BATTERY else "wrong"), percent

    @Slot()
    def _show(self) -> None:
        if not self._standings:
            return
        self._standings["grid"] = self._grid()
        self._standings["position"] = ("ok" if self.tablet.locator.is_fresh else "unknown"), -1
        self._rows.show(
            [
                {"code": code, "standing": standing, "value": value}
                for code in ("map", "grid", "storage", "battery", "position")
                for standing, value in (self._standings[code],)
                if code not in self._skipped and (standing == "wrong" or (code == "position" and standing != "ok"))
            ]
        )
        self.changed.emit()
