"""The way and stops of a walk to come, put down by taps: a tap adds, a tap on a point chooses it, a tap moves it."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Point
from walker.domain.preparation import frame_of, length_of
from walker.domain.units import DEGREES, e7
from walker.viewmodels.prepare import Preparation
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

HANDLES = 60  # a longer way is drawn, its points are not all shown to be touched
_FIELDS = {"stops": "planned_stops", "route": "route"}


@QmlElement
class RouteDrawing(QObject):
    """`tool` is stops or route: what a tap adds."""

    changed = Signal()

    def __init__(self, plan: Preparation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet: Tablet = plan.tablet
        self._plan = plan
        self._tool = "stops"
        self._chosen = -1
        self._marks = RowListModel(("kind", "place", "number", "latitude", "longitude", "chosen"), self)
        self._line = RowListModel(("path",), self)
        plan.changed.connect(self._look)

    @Property(str, notify=changed)
    def tool(self) -> str:
        return self._tool

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """The place of the chosen point or stop among those of `tool`; -1: none."""
        return self._chosen

    @Property(RowListModel, constant=True)
    def marks(self) -> RowListModel:
        """Stops, and the points of the way while it is being drawn."""
        return self._marks

    @Property(RowListModel, constant=True)
    def line(self) -> RowListModel:
        """The way, as one line."""
        return self._line

    @Property(int, notify=changed)
    def stops(self) -> int:
        return len(self._plan.now().planned_stops)

    @Property(int, notify=changed)
    def points(self) -> int:
        return len(self._plan.now().route)

    @Property(float, notify=changed)
    def lengthM(self) -> float:
        """Along the way; without one, from stop to stop."""
        return length_of(self._plan.now())

    @Property(float, notify=changed)
    def latitude(self) -> float:
        """The middle of what is drawn; NaN when nothing is."""
        return self._frame()[0]

    @Property(float, notify=changed)
    def longitude(self) -> float:
        return self._frame()[1]

    @Property(float, notify=changed)
    def spanM(self) -> float:
        """How wide what is drawn is, in metres."""
        return self._frame()[2]

    @Slot(str)
    def use(self, tool: str) -> None:
        if tool in _FIELDS:
            self._tool, self._chosen = tool, -1
            self._look()

    @Slot(float, float)
    @told
    def tap(self, lat: float, lon: float) -> None:
        """On the map: the chosen one goes there, else one more is put there."""
        if self._chosen >= 0:
            self.moveTo(lat, lon)
            return
        self._keep([*self._points(), _point(lat, lon)])

    @Slot(int)
    def choose(self, place: int) -> None:
        """A point or stop, to be moved or taken away; the same again: none."""
        self._chosen = -1 if place == self._chosen else place
        self._look()

    @Slot(float, float)
    @told
    def moveTo(self, lat: float, lon: float) -> None:
        """The chosen one is there."""
        points = self._points()
        if 0 <= self._chosen < len(points):
            points[self._chosen] = _point(lat, lon)
            self._chosen = -1
            self._keep(points)

    @Slot()
    @told
    def remove(self) -> None:
        """The chosen one goes, or the last one when none is chosen."""
        points = self._points()
        if points:
            del points[self._chosen if 0 <= self._chosen < len(points) else -1]
            self._chosen = -1
            self._keep(points)

    @Slot()
    @told
    def joinStops(self) -> None:
        """The way goes from stop to stop."""
        self._plan.edit(route=self._plan.now().planned_stops)

    def _points(self) -> list[Point]:
        return list(getattr(self._plan.now(), _FIELDS[self._tool]))

    def _keep(self, points: list[Point]) -> None:
        self._plan.edit(**{_FIELDS[self._tool]: tuple(points)})

    def _frame(self) -> tuple[float, float, float]:
        return frame_of(self._plan.now()) or (math.nan, math.nan, 0.0)

    @Slot()
    def _look(self) -> None:
        if not self._plan.opened:
            return
        from PySide6.QtPositioning import QGeoCoordinate

        walk = self._plan.now()
        if self._chosen >= len(self._points()):
            self._chosen = -1
        way = [QGeoCoordinate(point.lat_e7 / DEGREES, point.lon_e7 / DEGREES) for point in walk.route]
        self._line.show([{"path": way}] if len(way) > 1 else [])
        marks = [("stop", at, at + 1, point) for at, point in enumerate(walk.planned_stops)]
        if self._tool == "route" and len(walk.route) <= HANDLES:
            marks = [("point", at, 0, point) for at, point in enumerate(walk.route)] + marks
        self._marks.show(
            [
                {
                    "kind": kind,
                    "place": place,
                    "number": number,
                    "latitude": point.lat_e7 / DEGREES,
                    "longitude": point.lon_e7 / DEGREES,
                    "chosen": place == self._chosen and (kind == "stop") == (self._tool == "stops"),
                }
                for kind, place, number, point in marks
            ]
        )
        self.changed.emit()


def _point(lat: float, lon: float) -> Point:
    return Point(lat_e7=e7(lat), lon_e7=e7(lon))
