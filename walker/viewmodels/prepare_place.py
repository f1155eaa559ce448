"""The territory of a walk: found in a list, by search or arrondissement, or by touching the map in its perimeter."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from walker.domain.perimeters import Perimeter, holding, perimeters
from walker.viewmodels.prepare import Preparation
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN = 40


@QmlElement
class TerritoryChoice(QObject):
    """Read when the page opens, and again when words or perimeters come."""

    changed = Signal()

    def __init__(self, plan: Preparation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet: Tablet = plan.tablet
        self._plan = plan
        self._all: list[Perimeter] = []
        self._typed = ""
        self._arrondissement = 0
        self._rows = RowListModel(("code", "label", "kindLabel", "kindIcon", "where", "given", "chosen"), self)
        self._outlines = RowListModel(("code", "label", "path", "chosen"), self)
        self._missed = False
        plan.changed.connect(self._show)
        plan.tablet.wordsChanged.connect(self._read_again)

    @Property(RowListModel, constant=True)
    def rows(self) -> RowListModel:
        return self._rows

    @Property(RowListModel, constant=True)
    def outlines(self) -> RowListModel:
        """Perimeters that the server sent, one row a ring."""
        return self._outlines

    @Property(int, notify=changed)
    def arrondissement(self) -> int:
        """0: all of them."""
        return self._arrondissement

    @Property(int, notify=changed)
    def found(self) -> int:
        """How many answer to the search, shown or not."""
        return len(self._found())

    @Property(bool, notify=changed)
    def missed(self) -> bool:
        """The finger touched no perimeter."""
        return self._missed

    @Property(float, notify=changed)
    def latitude(self) -> float:
        """Where the map opens: the middle of the chosen perimeter, else of the first that is drawn. NaN: none is."""
        return self._middle()[0]

    @Property(float, notify=changed)
    def longitude(self) -> float:
        return self._middle()[1]

    @Slot(str)
    def search(self, typed: str) -> None:
        self._typed = typed
        self._show()

    @Slot(int)
    def openArrondissement(self, number: int) -> None:
        self._arrondissement = 0 if number == self._arrondissement else number
        self._show()

    @Slot(str)
    def choose(self, code: str) -> None:
        self._missed = False
        self._plan.chooseTerritory(code)

    @Slot(float, float)
    def touch(self, lat: float, lon: float) -> None:
        """A finger on the map."""
        held = holding(self._all, lat, lon)
        self._missed = held is None
        if held is not None:
            self._plan.chooseTerritory(held.code)
        self.changed.emit()

    def open(self) -> None:
        """The page is shown: everything, nothing searched."""
        self._typed, self._arrondissement, self._missed = "", 0, False
        self._read()

    def _found(self) -> list[Perimeter]:
        wanted = self._arrondissement
        return [
            one
            for one in self._all
            if (not wanted or wanted in one.arrondissements)
            and (not self._typed.strip() or one.answers_to(self._typed))
        ]

    def _middle(self) -> tuple[float, float]:
        drawn = [one for one in self._all if one.rings]
        code = self._plan.territory_code()
        shown = next((one for one in drawn if one.code == code), drawn[0] if drawn else None)
        if shown is None:
            return float("nan"), float("nan")
        lons, lats = zip(*(place for ring in shown.rings for place in ring), strict=True)
        return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2

    @Slot()
    def _read_again(self) -> None:
        if self._all:
            self._read()

    def _read(self) -> None:
        self._all = perimeters(self.tablet.store, self.tablet.catalogue, self.tablet.language)
        self._show()

    @Slot()
    def _show(self) -> None:
        if not self._all:
            return
        from PySide6.QtPositioning import QGeoCoordinate

        code = self._plan.territory_code()
        catalogue = self.tablet.catalogue
        rows = []
        for one in self._found()[:SHOWN]:
            kind = catalogue.get("territory_kinds", one.kind)
            rows.append(
                {
                    "code": one.code,
                    "label": one.name,
                    "kindLabel": self.tablet.label("territory_kinds", one.kind),
                    "kindIcon": kind.icon if kind else "map",
                    "where": ", ".join(map(str, one.arrondissements)),
                    "given": one.given,
                    "chosen": one.code == code,
                }
            )
        self._rows.show(rows)
        self._outlines.show(
            [
                {
                    "code": one.code,
                    "label": one.name,
                    "path": [QGeoCoordinate(lat, lon) for lon, lat in ring],
                    "chosen": one.code == code,
                }
                for one in self._all
                for ring in one.rings
            ]
        )
        self.changed.emit()
