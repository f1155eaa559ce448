"""The pictures a finding is chosen from: common ones and those used last, families, and what a search finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import CatalogueEntry, Report
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet

if TYPE_CHECKING:
    from walker.domain.category_search import CategorySearch

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

LIKED_FAMILY = "liked"
COMMON = 12  # tiles of the first page
RECENT = 4
_LOOKED_BACK = 40  # reports
_TILE = ("code", "label", "iconName")


@QmlElement
class CategoryPictures(QObject):
    """Always in the same order, so that a hand learns where each picture is."""

    changed = Signal()

    def __init__(self, tablet: Tablet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._family = ""
        self._liked = False
        self._searching = False
        self._sought = ""
        self._search: CategorySearch | None = None
        self._recent: list[str] = []
        self._tiles = RowListModel(_TILE, self)
        self._families = RowListModel(_TILE, self)
        tablet.wordsChanged.connect(self._forget)

    @Property(RowListModel, constant=True)
    def tiles(self) -> RowListModel:
        return self._tiles

    @Property(RowListModel, constant=True)
    def families(self) -> RowListModel:
        return self._families

    @Property(str, notify=changed)
    def family(self) -> str:
        """The family whose tiles are shown; empty: the common ones."""
        return self._family

    @Property(bool, notify=changed)
    def searching(self) -> bool:
        return self._searching

    @Property(str, notify=changed)
    def sought(self) -> str:
        """What was typed."""
        return self._sought

    @Property(bool, notify=changed)
    def nothingFound(self) -> bool:
        return self._searching and self._sought.strip() != "" and not self._tiles.rows

    @Slot(str)
    def openFamily(self, code: str) -> None:
        """Second level; an empty code goes back to the first."""
        self._family, self._searching = code, False
        self._show()

    @Slot()
    def startSearch(self) -> None:
        self._searching, self._sought = True, ""
        self._show()

    @Slot(str)
    def search(self, text: str) -> None:
        """At every letter."""
        self._sought = text
        self._show()

    def open(self, liked: bool, category: str) -> None:
        """A form begins, with its category if it has one: its picture is on screen."""
        reports = self.tablet.store.records.latest(Report, _LOOKED_BACK)
        self._recent = list(dict.fromkeys(report.category or "" for report in reports))
        self._liked, self._searching, self._sought = liked, False, ""
        entry = self.tablet.catalogue.get("categories", category)
        shown = {one.code for one in self._first_page()}
        parent = str(entry.data.get("parent", "")) if entry is not None and category not in shown else ""
        self._family = LIKED_FAMILY if liked else parent
        self._show()

    @Slot()
    def _forget(self) -> None:
        self._search = None
        if self._tiles.rows or self._families.rows:
            self._show()

    def _show(self) -> None:
        catalogue, tablet = self.tablet.catalogue, self.tablet
        families = [entry for entry in catalogue.entries("categories") if not entry.data.get("parent")]
        self._families.show(tablet.as_choices([entry for entry in families if entry.code != LIKED_FAMILY]))
        if self._searching:
            shown = self._found()
        elif self._family:
            shown = list(catalogue.children("categories", self._family))
        else:
            shown = self._first_page()
        self._tiles.show(tablet.as_choices(shown))
        self.changed.emit()

    def _found(self) -> list[CatalogueEntry]:
        if self._search is None:
            from walker.domain.category_search import CategorySearch

            self._search = CategorySearch(self.tablet.catalogue)
        found = self._search.find(self._sought)
        return [entry for entry in found if (entry.data.get("parent") == LIKED_FAMILY) == self._liked]

    def _first_page(self) -> list[CatalogueEntry]:
        """Those common on every walk, then those used last that are not among them."""
        catalogue = self.tablet.catalogue
        shown = [entry for entry in catalogue.entries("categories") if entry.data.get("common")][:COMMON]
        codes = {entry.code for entry in shown}
        for code in self._recent:
            entry = catalogue.get("categories", code)
            if entry is not None and code not in codes and entry.data.get("parent") != LIKED_FAMILY:
                shown.append(entry)
            if len(shown) == COMMON + RECENT:
                break
        return shown
