"""A place drawn by a finger or walked round: a point, a line or an outline, kept in the form's draft at each tap.

It holds the corners while the page is open; the form's fields hold them for good.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from sync.protocol.records import Point
from sync.rules.shapes import (
    LINE,
    POINT,
    POLYGON,
    area_m2,
    crosses_itself,
    length_m,
    middle,
    missing_corners,
    thinned,
)
from walker.domain.units import DEGREES, e7
from walker.viewmodels.rows import RowListModel
from walker.viewmodels.tablet import Tablet, told

if TYPE_CHECKING:
    from walker.viewmodels.finding_draft import FindingDraft

QML_IMPORT_NAME = "Walker.Models"
QML_IMPORT_MAJOR_VERSION = 1

STEP_M = 3.0  # walking round: a corner at least this far from the last
DOUBT_M = 25.0  # a fix less sure than this is no corner
TOLERANCE_M = 1.5  # what a walked line loses when it is done
NONE = -1

_State = tuple[str, tuple[Point, ...]]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """Which fields of which form: spaces have a shape, a detour is always a line."""

    form: FindingDraft
    points: str
    shape: str = ""
    usual: str = POLYGON  # what such a place mostly is


@QmlElement
class Outline(QObject):
    """Corners are numbered from 0; `chosen` is the one that was touched, -1 for none."""

    changed = Signal()
    placed = Signal()  # where the map opens

    def __init__(self, tablet: Tablet, home: Callable[[], tuple[float, float]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tablet = tablet
        self._home = home
        self._drawn: Drawn | None = None
        self._shape = POLYGON
        self._points: tuple[Point, ...] = ()
        self._before: list[_State] = []
        self._chosen = NONE
        self._tracing = False
        self._traced_from = 0
        self._corners = RowListModel(("latitude", "longitude"), self)
        tablet.locator.moved.connect(self._on_moved)

    @Property(RowListModel, constant=True)
    def corners(self) -> RowListModel:
        return self._corners

    @Property(str, notify=changed)
    def shape(self) -> str:
        """point, line or polygon."""
        return self._shape

    @Property(bool, notify=changed)
    def shapeIsFree(self) -> bool:
        """A detour is always a line."""
        return self._drawn is not None and self._drawn.shape != ""

    @Property(int, notify=changed)
    def chosen(self) -> int:
        return self._chosen

    @Property(int, notify=changed)
    def missing(self) -> int:
        """How many more corners it takes."""
        return missing_corners(self._shape, self._points)

    @Property(float, notify=changed)
    def lengthM(self) -> float:
        return length_m(self._shape, self._points)

    @Property(float, notify=changed)
    def areaM2(self) -> float:
        return area_m2(self._points) if self._shape == POLYGON else 0.0

    @Property(bool, notify=changed)
    def crossing(self) -> bool:
        """It crosses itself: said, and kept as it is."""
        return crosses_itself(self._shape, self._points)

    @Property(bool, notify=changed)
    def tracing(self) -> bool:
        """Every few steps make a corner."""
        return self._tracing

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        return bool(self._before)

    @Property(float, notify=placed)
    def startLatitude(self) -> float:
        """Where the map opens."""
        return self._start()[0]

    @Property(float, notify=placed)
    def startLongitude(self) -> float:
        return self._start()[1]

    @Slot(str)
    @told
    def chooseShape(self, shape: str) -> None:
        """The corners stay: a point shows the last one, the others come back with a line or an outline."""
        if shape != self._shape:
            self._keep(shape, self._points)

    @Slot(float, float)
    @told
    def touch(self, lat: float, lon: float) -> None:
        """A finger on the map: one more corner, or the new place of the corner that was touched before."""
        point = Point(lat_e7=e7(lat), lon_e7=e7(lon))
        if 0 <= self._chosen < len(self._points):
            at, self._chosen = self._chosen, NONE
            self._keep(self._shape, (*self._points[:at], point, *self._points[at + 1 :]))
        elif self._shape == POINT:
            self._keep(self._shape, (point,))
        else:
            self._keep(self._shape, (*self._points, point))

    @Slot(int)
    def choose(self, corner: int) -> None:
        """This corner is to be moved or removed; touched again it is left alone."""
        self._chosen = NONE if corner == self._chosen else corner
        self.changed.emit()

    @Slot()
    @told
    def removeChosen(self) -> None:
        at, self._chosen = self._chosen, NONE
        if 0 <= at < len(self._points):
            self._keep(self._shape, (*self._points[:at], *self._points[at + 1 :]))

    @Slot()
    @told
    def removeLast(self) -> None:
        if self._points:
            self._chosen = NONE
            self._keep(self._shape, self._points[:-1])

    @Slot()
    @told
    def undo(self) -> None:
        """As it was before the last touch; a walk round is one."""
        if self._before:
            self._tracing = False
            self._chosen = NONE
            self._show(*self._before.pop())
            self._write()

    @Slot()
    @told
    def trace(self) -> None:
        """Walk along it, or round it: every few steps make a corner, until this is touched again."""
        if self._tracing:
            self._end_trace()
            return
        self._before.append((self._shape, self._points))
        self._tracing, self._chosen = True, NONE
        self._traced_from = len(self._points)
        self._shape = LINE if self._shape == POINT else self._shape
        self._add_step()
        self.changed.emit()

    @Slot()
    @told
    def leave(self) -> None:
        """What was drawn is in the draft already."""
        if self._tracing:
            self._end_trace()
        if self._drawn is not None:
            self._drawn = None
            self.tablet.locator.watch(False)

    def begin(self, drawn: Drawn) -> None:
        """Draw for that form, going on with what it holds."""
        self.leave()
        self._drawn = drawn
        self._before, self._chosen = [], NONE
        held = drawn.form.fields
        points = tuple(Point(**point) for point in held.get(drawn.points) or ())
        shape = (held.get(drawn.shape) if points else "") or drawn.usual if drawn.shape else LINE
        self.tablet.locator.watch(True)
        self._show(str(shape), points)
        self.placed.emit()

    def _keep(self, shape: str, points: Sequence[Point]) -> None:
        """A touch: on disk when this returns."""
        self._before.append((self._shape, self._points))
        self._show(shape, points)
        self._write()

    def _show(self, shape: str, points: Sequence[Point]) -> None:
        self._shape, self._points = shape, tuple(points)
        shown = self._points[-1:] if shape == POINT else self._points
        self._corners.show(
            [{"latitude": point.lat_e7 / DEGREES, "longitude": point.lon_e7 / DEGREES} for point in shown]
        )
        self.changed.emit()

    def _write(self) -> None:
        if self._drawn is None:
            return
        points = self._points[-1:] if self._shape == POINT else self._points
        fields: dict[str, Any] = {self._drawn.points: [_plain(point) for point in points]}
        if self._drawn.shape:
            fields[self._drawn.shape] = self._shape
        if self._drawn.shape and points:
            fields["position"] = {**_plain(middle(self._shape, points)), "accuracy_cm": None, "source": "map"}
        self._drawn.form.put(fields)

    @Slot()
    def _on_moved(self) -> None:
        if self._tracing:
            self._step()

    @told
    def _step(self) -> None:
        self._add_step()

    def _add_step(self) -> None:
        """The fix becomes a corner when it is sure enough and we have gone a few steps."""
        fix = self.tablet.locator.fix
        if fix is None or not self.tablet.locator.is_fresh or (fix.accuracy_m or 0) > DOUBT_M:
            return
        point = Point(lat_e7=e7(fix.lat), lon_e7=e7(fix.lon))
        traced = self._points[self._traced_from :]
        if traced and length_m(LINE, (traced[-1], point)) < STEP_M:
            return
        self._show(self._shape, (*self._points, point))
        self._write()

    def _end_trace(self) -> None:
        self._tracing = False
        walked = thinned(self._points[self._traced_from :], TOLERANCE_M)
        self._show(self._shape, (*self._points[: self._traced_from], *walked))
        self._write()

    def _start(self) -> tuple[float, float]:
        if self._points:
            found = middle(self._shape, self._points)
            return found.lat_e7 / DEGREES, found.lon_e7 / DEGREES
        place = self._drawn.form.place() if self._drawn else None
        return place or self._home()


def _plain(point: Point) -> dict[str, int]:
    return {"lat_e7": point.lat_e7, "lon_e7": point.lon_e7}
