"""What stands on the map: findings and stops, those too close to be touched apart as one with a count.

Ten thousand findings stay fluid: they are counted by squares of the world once, a coarser zoom from the finer one, so
that a move of the map looks only at the few hundred squares on screen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sync.rules.geodesy import distance_m
from walker.maps.projection import EARTH_CIRCUMFERENCE, TILE_SIZE, to_degrees, to_square
from walker.viewmodels.rows import Row

NAMES = ("recordId", "kind", "label", "iconName", "number", "statusIcon", "latitude", "longitude")
APART_PX = 64  # markers nearer than this cannot be touched apart; the side of a square
MARGIN_PX = 80
MOST = 200  # more would make the map slow
FINEST = 20  # no map comes closer
_ROUGHLY = 1.01  # of a plane against the ellipsoid
SAMPLE = 12  # of a large cluster, enough to tell what it mostly holds
_SQUARES = TILE_SIZE // APART_PX  # along the side of a tile

Square = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One thing at one place. `number` is a stop's; 0 for others. `mine`: of this tablet, so that it can be edited."""

    record_id: str
    kind: str
    label: str
    icon: str
    lat: float
    lon: float
    number: int = 0
    status_icon: str = ""
    moment_ms: float = 0.0
    mine: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class MapView:
    """What of the map is on screen. `bearing` in degrees: a turned map shows the corners of a larger box."""

    lat: float = 0.0
    lon: float = 0.0
    zoom: float = 17.0
    width: float = 0.0
    height: float = 0.0
    bearing: float = 0.0

    def box(self, margin_px: float = MARGIN_PX, times: float = 1.0) -> tuple[float, float, float, float]:
        """West, north, east, south in the unit square."""
        x, y = to_square(self.lon, self.lat)
        turn = math.radians(self.bearing)
        across, up = abs(math.cos(turn)), abs(math.sin(turn))
        world = TILE_SIZE * 2**self.zoom
        half_x = ((self.width * across + self.height * up) * times / 2 + margin_px) / world
        half_y = ((self.width * up + self.height * across) * times / 2 + margin_px) / world
        return x - half_x, y - half_y, x + half_x, y + half_y


@dataclass(kw_only=True, slots=True)
class _Group:
    """The marks of one square; `x` and `y` are sums, so that groups add up."""

    x: float = 0.0
    y: float = 0.0
    marks: list[Mark] = field(default_factory=list)

    def take(self, other: _Group) -> None:
        self.x += other.x
        self.y += other.y
        self.marks += other.marks


class MarkIndex:
    """Marks by squares of 64 px at each zoom, made when first looked at."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        finest: dict[Square, _Group] = {}
        scale = _SQUARES << FINEST
        self.marks = tuple(marks)
        for mark in self.marks:
            x, y = to_square(mark.lon, mark.lat)
            group = finest.setdefault((int(x * scale), int(y * scale)), _Group())
            group.x += x
            group.y += y
            group.marks.append(mark)
        self._levels = {FINEST: finest}

    def prepare(self) -> MarkIndex:
        """All squares made now, on a worker's thread rather than at the first look."""
        self.level(0)
        return self

    def level(self, zoom: int) -> dict[Square, _Group]:
        """The squares of a zoom that hold something."""
        if zoom not in self._levels:
            coarser: dict[Square, _Group] = {}
            for (column, row), group in self.level(zoom + 1).items():
                coarser.setdefault((column >> 1, row >> 1), _Group()).take(group)
            self._levels[zoom] = coarser
        return self._levels[zoom]

    def near(self, lat: float, lon: float, metres: float) -> list[tuple[float, Mark]]:
        """Those within so many metres, with how far each is."""
        about = (mark for rough, mark in self.around(lat, lon, metres * _ROUGHLY) if rough <= metres * _ROUGHLY)
        away = ((distance_m(lat, lon, mark.lat, mark.lon), mark) for mark in about)
        return [(distance, mark) for distance, mark in away if distance <= metres]

    def around(self, lat: float, lon: float, metres: float) -> list[tuple[float, Mark]]:
        """All within so many metres and some more, with how far each is to one in a hundred: ten thousand in 3 ms."""
        across = EARTH_CIRCUMFERENCE * max(0.01, math.cos(math.radians(lat)))
        zoom = max(0, min(FINEST, math.floor(math.log2(across / max(metres, 1.0) / _SQUARES))))
        scale = _SQUARES << zoom
        x, y = to_square(lon, lat)
        reach = metres / across
        first = (math.floor((x - reach) * scale), math.floor((y - reach) * scale))
        last = (math.floor((x + reach) * scale), math.floor((y + reach) * scale))
        north, east = EARTH_CIRCUMFERENCE / 360, across / 360
        return [
            (math.hypot((mark.lat - lat) * north, (mark.lon - lon) * east), mark)
            for _, group in self.within(zoom, first, last)
            for mark in group.marks
        ]

    def within(self, zoom: int, first: Square, last: Square) -> Iterable[tuple[Square, _Group]]:
        """The squares of a box of squares, its edges included."""
        squares = self.level(zoom)
        if (last[0] - first[0] + 1) * (last[1] - first[1] + 1) > len(squares):
            for at, group in squares.items():
                if first[0] <= at[0] <= last[0] and first[1] <= at[1] <= last[1]:
                    yield at, group
            return
        for column in range(first[0], last[0] + 1):
            for row in range(first[1], last[1] + 1):
                if (held := squares.get((column, row))) is not None:
                    yield (column, row), held


@dataclass(frozen=True, kw_only=True, slots=True)
class Cluster:
    """What one marker of the map stands for: one mark, or several too near one another."""

    key: str
    lat: float
    lon: float
    marks: Sequence[Mark]

    def row(self) -> Row:
        if len(self.marks) == 1:
            return _row(self.marks[0])
        kinds = [mark.kind for mark in self.marks[:SAMPLE]]
        most = max(kinds, key=kinds.count)
        return {
            "recordId": self.key,
            "kind": "cluster",
            "label": "",
            "iconName": "",
            "number": len(self.marks),
            "statusIcon": next(mark.icon for mark in self.marks if mark.kind == most),
            "latitude": self.lat,
            "longitude": self.lon,
        }


def visible(indexes: Sequence[MarkIndex], view: MapView) -> dict[str, Cluster]:
    """What stands on screen, by a key that stays while the map moves. Every mark in view is in exactly one."""
    zoom = max(0, min(FINEST, math.floor(view.zoom)))
    while True:
        found = _clusters(indexes, zoom, view)
        if len(found) <= MOST or zoom == 0:
            return found
        zoom -= 1


def alone(marks: Iterable[Mark], view: MapView) -> dict[str, Cluster]:
    """Stops on screen: never joined, since their number is their name."""
    west, north, east, south = view.box()
    found = {}
    for mark in marks:
        x, y = to_square(mark.lon, mark.lat)
        if west <= x <= east and north <= y <= south:
            found[mark.record_id] = Cluster(key=mark.record_id, lat=mark.lat, lon=mark.lon, marks=(mark,))
    return found


def squares_of(view: MapView, zoom: int | None = None) -> tuple[int, Square, Square]:
    """Zoom, first and last square on screen: while they stay, so do the marks."""
    level = max(0, min(FINEST, math.floor(view.zoom))) if zoom is None else zoom
    scale = _SQUARES << level
    west, north, east, south = view.box()
    # One square more on each side: what joins at the edge does not change while the map moves.
    first = (math.floor(west * scale) - 1, math.floor(north * scale) - 1)
    last = (math.floor(east * scale) + 1, math.floor(south * scale) + 1)
    return level, first, last


def _clusters(indexes: Sequence[MarkIndex], zoom: int, view: MapView) -> dict[str, Cluster]:
    scale = _SQUARES << zoom
    _, first, last = squares_of(view, zoom)
    groups: dict[Square, _Group] = {}
    for index in indexes:
        for at, group in index.within(zoom, first, last):
            if at in groups:
                joined = _Group()
                joined.take(groups[at])
                joined.take(group)
                groups[at] = joined
            else:
                groups[at] = group
    return _joined(groups, zoom, scale)


def _joined(groups: Mapping[Square, _Group], zoom: int, scale: int) -> dict[str, Cluster]:
    """The largest first, each with its neighbours that would stand too near."""
    middles = {at: (group.x / len(group.marks), group.y / len(group.marks)) for at, group in groups.items()}
    too_near = (1 / scale) ** 2
    left = dict(groups)
    found: dict[str, Cluster] = {}
    for at in sorted(groups, key=lambda one: (-len(groups[one].marks), one)):
        group = left.pop(at, None)
        if group is None:
            continue
        marks = group.marks
        middle = middles[at]
        column, row = at
        x, y = middle
        for near in (
            *((column - 1, row - 1), (column, row - 1), (column + 1, row - 1), (column - 1, row)),
            *((column + 1, row), (column - 1, row + 1), (column, row + 1), (column + 1, row + 1)),
        ):
            if near in left:
                other_x, other_y = middles[near]
                if (other_x - x) ** 2 + (other_y - y) ** 2 < too_near:
                    marks = marks + left.pop(near).marks
        lon, lat = to_degrees(middle)
        key = marks[0].record_id if len(marks) == 1 else f"{zoom}/{at[0]}/{at[1]}"
        if len(marks) == 1:
            lat, lon = marks[0].lat, marks[0].lon
        found[key] = Cluster(key=key, lat=lat, lon=lon, marks=marks)
    return found


def _row(mark: Mark) -> Row:
    return {
        "recordId": mark.record_id,
        "kind": mark.kind,
        "label": mark.label,
        "iconName": mark.icon,
        "number": mark.number,
        "statusIcon": mark.status_icon,
        "latitude": mark.lat,
        "longitude": mark.lon,
    }
