"""The lines of the map: the track as it grows, and what is drawn in dots or dashes as far as it is near the screen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sync.rules.geodesy import distance_m
from walker.maps.projection import to_square
from walker.viewmodels.map_marks import Degrees
from walker.viewmodels.markers import MapView
from walker.viewmodels.rows import Row, RowListModel

if TYPE_CHECKING:
    from walker.domain.recording import Recording

PIECE = 100  # fixes of one drawn line: only the last two are drawn again at each fix
SETTLED_APART_M = 3.0  # what lies behind us is drawn, and kept in memory, with fewer points
AROUND = 3.0  # lines are drawn this many screens wide, so that a small move shows no end
Box = tuple[float, float, float, float]


class TrackLines:
    """The track in pieces of a few hundred fixes; those behind us are neither made nor looked at again."""

    def __init__(self, model: RowListModel) -> None:
        self._model = model
        self.restart()

    def restart(self) -> None:
        self._model.show(())
        self._settled = 0  # rows that stay
        self._settled_to = 0  # fixes that they show

    def draw(self, recording: Recording) -> None:
        """What is on disk: bounded work after a fix, however long the walk is."""
        rows: list[Row] = []
        settled, points = 0, recording.kept
        while points - self._settled_to > 2 * PIECE:
            end = self._settled_to + PIECE
            while end < points - PIECE and not recording.is_kept(end):
                end += 1  # the next piece begins where this one ends
            rows += _paths(recording, self._settled_to, end + 1, SETTLED_APART_M)
            self._settled_to = end
            settled = len(rows)
        rows += _paths(recording, self._settled_to, points)
        self._model.show_from(self._settled, rows)
        self._settled += settled


class Strokes:
    """Lines in dots or dashes, by tone. Recomputed only when the screen has moved away from what is drawn."""

    def __init__(self, model: RowListModel) -> None:
        self._model = model
        self._lines: list[tuple[str, Sequence[Degrees]]] = []
        self._drawn: Box | None = None

    def take(self, lines: Sequence[tuple[str, Sequence[Degrees]]], view: MapView) -> None:
        """(tone, points): route, gap, detour or perimeter."""
        self._lines = list(lines)
        self._drawn = None
        self.look(view)

    def look(self, view: MapView) -> None:
        seen = view.box(0)
        wide = seen[2] - seen[0]
        if (
            self._drawn is not None
            and wide
            and _holds(self._drawn, seen)
            and self._drawn[2] - self._drawn[0] < 9 * wide
        ):
            return
        box = view.box(0, AROUND)
        self._drawn = box
        rows = []
        for tone, points in self._lines:
            rows += [{"tone": tone, "path": coordinates(part)} for part in near_parts(points, box)]
        self._model.show(rows)


def near_parts(points: Sequence[Degrees], box: Box) -> list[list[Degrees]]:
    """The stretches of a line that may touch the box, as lines; those far away are left out."""
    parts: list[list[Degrees]] = []
    last = -2
    squares = [to_square(lon, lat) for lat, lon in points]
    for at, (a, b) in enumerate(pairwise(squares)):
        if max(a[0], b[0]) < box[0] or min(a[0], b[0]) > box[2] or max(a[1], b[1]) < box[1] or min(a[1], b[1]) > box[3]:
            continue
        if last != at - 1:
            parts.append([points[at]])
        parts[-1].append(points[at + 1])
        last = at
    return parts


def coordinates(points: Sequence[Degrees]) -> list[Any]:
    """As Qt's map takes them."""
    from PySide6.QtPositioning import QGeoCoordinate

    return [QGeoCoordinate(lat, lon) for lat, lon in points]


def _holds(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _paths(recording: Recording, start: int, end: int, apart_m: float = 0.0) -> list[Row]:
    lines = [line for line in recording.shown(start, end) if len(line) > 1]
    return [{"path": coordinates(_thinned([(fix.lat, fix.lon) for fix in line], apart_m))} for line in lines]


def _thinned(line: Sequence[Degrees], apart_m: float) -> Sequence[Degrees]:
    """Without what lies nearer to the last kept point than that; both ends stay."""
    if not apart_m:
        return line
    kept = [line[0]]
    for point in line[1:-1]:
        if distance_m(*kept[-1], *point) >= apart_m:
            kept.append(point)
    return [*kept, line[-1]]
