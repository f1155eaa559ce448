"""Which grid the group fills, and in which version: the newest one of the day the walk begins, unless one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import CatalogueEntry
from walker.domain import preparation
from walker.viewmodels.prepare import Preparation
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class GridChoice(QObject):
    """Once the walk has begun its grid no longer changes: `frozen`."""

    changed = Signal()

    def __init__(self, plan: Preparation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet: Tablet = plan.tablet
        self._plan = plan
        self._grids = RowListModel(("code", "label", "iconName"), self)
        self._versions = RowListModel(("version", "day", "newest", "chosen"), self)
        plan.changed.connect(self._look)
        plan.tablet.wordsChanged.connect(self._look)

    @Property(RowListModel, constant=True)
    def grids(self) -> RowListModel:
        """Those that suit the publics and themes first."""
        return self._grids

    @Property(RowListModel, constant=True)
    def versions(self) -> RowListModel:
        """Of the chosen grid, when there are several."""
        return self._versions

    @Property(str, notify=changed)
    def grid(self) -> str:
        return self._code()

    @Property(str, notify=changed)
    def label(self) -> str:
        return self.tablet.label("grids", self._plan.now().grid_code)

    @Property(int, notify=changed)
    def version(self) -> int:
        """The one that the walk has or would get today; 0 when no grid is chosen."""
        entry = self._entry()
        return entry.version if entry else 0

    @Property(str, notify=changed)
    def versionDay(self) -> str:
        """From which day it holds."""
        entry = self._entry()
        return entry.valid_from if entry else ""

    @Property(int, notify=changed)
    def questions(self) -> int:
        """How many it asks."""
        entry = self._entry()
        return sum(len(section["items"]) for section in entry.data.get("sections", ())) if entry else 0

    @Property(bool, notify=changed)
    def frozen(self) -> bool:
        return self._plan.now().state == preparation.HELD

    @Slot(str)
    @told
    def choose(self, code: str) -> None:
        """A grid; its version is that of the day the walk begins."""
        if not self.frozen:
            self._plan.edit(grid_code=None if code == self._code() else code, grid_version=None)

    @Slot(int)
    @told
    def chooseVersion(self, version: int) -> None:
        """An older one, to compare with an earlier walk; the same again: that of the day."""
        if not self.frozen:
            same = self._plan.now().grid_version == version
            self._plan.edit(grid_version=None if same else version)

    def _code(self) -> str:
        return self._plan.now().grid_code or ""

    def _entry(self) -> CatalogueEntry | None:
        """The version it has or would get today; None when no grid is chosen or this tablet does not know it."""
        if not self._code():
            return None
        walk, catalogue = self._plan.now(), self.tablet.catalogue
        today = preparation.today_of(self.tablet.clock, walk.time_zone)
        grid = preparation.frozen_grid(walk, catalogue, today)
        version = grid["grid_version"]
        return catalogue.version_of("grids", grid["grid_code"], version) if version else None

    @Slot()
    def _look(self) -> None:
        if not self._plan.opened:
            return
        walk, catalogue = self._plan.now(), self.tablet.catalogue
        wanted = {*walk.publics, *walk.themes}

        def suits(entry: CatalogueEntry) -> bool:
            return bool(wanted & {*entry.data.get("publics", ()), *entry.data.get("themes", ())})

        entries = sorted(
            catalogue.entries("grids"),
            key=lambda entry: (entry.code != preparation.COMMON_GRID, not suits(entry)),
        )
        self._grids.show(self.tablet.as_choices(entries))
        chosen = self._entry()
        of_code = [entry for entry in catalogue if entry.list == "grids" and entry.code == self._code()]
        newest = max((entry.version for entry in of_code), default=0)
        self._versions.show(
            [
                {
                    "version": entry.version,
                    "day": entry.valid_from,
                    "newest": entry.version == newest,
                    "chosen": chosen is not None and entry.version == chosen.version,
                }
                for entry in sorted(of_code, key=lambda entry: -entry.version)
            ]
            if len(of_code) > 1
            else []
        )
        self.changed.emit()
