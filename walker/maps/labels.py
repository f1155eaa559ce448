"""Street and place names: where each goes at a zoom, and how it is painted with its halo.

Places are chosen once for the whole map in world pixels, so a name that crosses two tiles meets itself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from walker.maps.features import Basemap, Shape
from walker.maps.palette import Palette
from walker.maps.projection import Point, pixels_per_metre, world_pixels

TEXT_SIZES = {14: 11, 15: 12, 16: 13, 17: 15}
LARGEST_TEXT = 16
LOWEST_ZOOM = 14
NARROWEST_STREET = {14: 20.0, 15: 12.5, 16: 9.5, 17: 4.0}  # metres; narrower streets stay unnamed at that zoom
PLACES_FROM_ZOOM = 16
CLOSE_BY = 18
REPEAT_EVERY = 620  # pixels between two writings of one name
BEND_ALLOWED = 5.0  # pixels a street may stray from its straight name
HALO = 2
_SHARPNESS = 4  # painted this many times larger, then reduced


@dataclass(frozen=True, kw_only=True)
class Label:
    text: str
    centre: Point  # world pixels
    degrees: float
    size: int
    italic: bool


def place_labels(basemap: Basemap, zoom: int) -> list[Label]:
    """Every name that has room at this zoom, none over another."""
    if zoom < LOWEST_ZOOM:
        return []
    size = TEXT_SIZES.get(zoom, LARGEST_TEXT)
    taken = _Taken(size)
    labels: list[Label] = []
    if zoom >= PLACES_FROM_ZOOM:
        for shape in basemap.layers["place"] + basemap.layers["park"]:
            labels += _place_label(shape, zoom, size, taken)
    narrowest = NARROWEST_STREET.get(zoom, 0.0)

    # Far away wide streets matter most; close by every name has room, if those with the least choice go first.
    def rank(street: Shape) -> float:
        return -street.width if zoom < CLOSE_BY else _length(street.points) * world_pixels(zoom)

    for street in sorted(basemap.layers["street"], key=rank):
        if street.name and street.width >= narrowest:
            labels += _street_labels(street, zoom, size, taken, pixels_per_metre(zoom, basemap.latitude))
    return labels


def paint_label(image: Image.Image, label: Label, origin: Point, palette: Palette) -> None:
    """Paint a label on an image whose top left corner lies at `origin`, in world pixels."""
    halo, text = _masks(label.text, label.size, label.italic, round(label.degrees, 1))
    at = (
        round(label.centre[0]) - round(origin[0]) - halo.width // 2,
        round(label.centre[1]) - round(origin[1]) - halo.height // 2,
    )
    if at[0] > image.width or at[1] > image.height or at[0] + halo.width < 0 or at[1] + halo.height < 0:
        return
    image.paste(palette.halo, at, halo)
    image.paste(palette.label, at, text)


def _text_width(text: str, size: int, italic: bool = False) -> float:
    return _font(size * _SHARPNESS, italic).getlength(text) / _SHARPNESS


def _place_label(shape: Shape, zoom: int, size: int, taken: _Taken) -> list[Label]:
    if not shape.name:
        return []
    world = world_pixels(zoom)
    left, top, right, bottom = shape.box
    centre = ((left + right) / 2 * world, (top + bottom) / 2 * world)
    if not taken.take(centre, 0.0, _text_width(shape.name, size, italic=True)):
        return []
    return [Label(text=shape.name, centre=centre, degrees=0.0, size=size, italic=True)]


def _street_labels(street: Shape, zoom: int, size: int, taken: _Taken, scale: float) -> list[Label]:
    world = world_pixels(zoom)
    path = [(x * world, y * world) for x, y in street.points]
    width, total = _text_width(street.name, size), _length(path)
    room = total - min(street.width * scale, size)
    if room < width:
        return []
    labels = []
    times = max(1, round(total / REPEAT_EVERY))
    for number in range(times):
        first, last = total * number / times, total * (number + 1) / times
        spot = _straightest(path, max(first, width / 2), min(last, total - width / 2), width, taken)
        if spot is not None:
            centre, degrees = spot
            taken.take(centre, degrees, width)
            labels.append(Label(text=street.name, centre=centre, degrees=degrees, size=size, italic=False))
    return labels


def _straightest(
    path: list[Point], first: float, last: float, width: float, taken: _Taken
) -> tuple[Point, float] | None:
    """Between two distances along the path, the free spot where the name strays least from the street."""
    middle = (first + last) / 2
    best: tuple[float, Point, float] | None = None
    steps = max(1, int((last - first) / 8))
    for step in range(steps + 1):
        at = first + (last - first) * step / steps
        spots = [_at(path, at + width * (share / 6 - 0.5)) for share in range(7)]
        start, end = spots[0], spots[-1]
        chord = math.dist(start, end)
        if chord < width * 0.9:
            continue
        across = [
            abs((end[0] - start[0]) * (start[1] - y) - (start[0] - x) * (end[1] - start[1])) / chord for x, y in spots
        ]
        if max(across) > BEND_ALLOWED:
            continue
        degrees = -math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
        degrees = (degrees + 90) % 180 - 90 or 0.0
        centre = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        cost = max(across) + abs(at - middle) / 60
        if (best is None or cost < best[0]) and taken.free(centre, degrees, width):
            best = (cost, centre, degrees)
    return None if best is None else (best[1], best[2])


class _Taken:
    """Room already written on: a row of discs under each name, found again by the square they lie in."""

    def __init__(self, size: int) -> None:
        self._reach = size * 0.75
        self._squares: defaultdict[tuple[int, int], list[Point]] = defaultdict(list)

    def free(self, centre: Point, degrees: float, width: float) -> bool:
        apart = 2 * self._reach  # also the side of a square, so only the nine around can be too near
        return not any(
            math.dist(disc, other) <= apart
            for disc in self._row(centre, degrees, width)
            for square in self._around(disc)
            for other in self._squares.get(square, ())
        )

    def take(self, centre: Point, degrees: float, width: float) -> bool:
        if not self.free(centre, degrees, width):
            return False
        for disc in self._row(centre, degrees, width):
            self._squares[self._square(disc)].append(disc)
        return True

    def _square(self, disc: Point) -> tuple[int, int]:
        return int(disc[0] // (2 * self._reach)), int(disc[1] // (2 * self._reach))

    def _around(self, disc: Point) -> list[tuple[int, int]]:
        column, row = self._square(disc)
        return [(column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)]

    def _row(self, centre: Point, degrees: float, width: float) -> list[Point]:
        number = max(2, round(width / self._reach))
        dx, dy = math.cos(math.radians(degrees)), -math.sin(math.radians(degrees))
        shares = [(step / (number - 1) - 0.5) * width for step in range(number)]
        return [(centre[0] + dx * share, centre[1] + dy * share) for share in shares]


def _length(path: list[Point]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(path))


def _at(path: list[Point], distance: float) -> Point:
    left = max(0.0, distance)
    for a, b in pairwise(path):
        step = math.dist(a, b)
        if step and left <= step:
            return (a[0] + (b[0] - a[0]) * left / step, a[1] + (b[1] - a[1]) * left / step)
        left -= step
    return path[-1]


@lru_cache(maxsize=8)
def _font(size: int, italic: bool) -> ImageFont.FreeTypeFont:
    face = "AtkinsonHyperlegible-Italic.ttf" if italic else "AtkinsonHyperlegible-Regular.ttf"
    data = files("fontpkg_atkinson_hyperlegible").joinpath("files", face).read_bytes()
    # The basic layout is there on every platform, so a pack looks the same wherever it is built.
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=512)
def _masks(text: str, size: int, italic: bool, degrees: float) -> tuple[Image.Image, Image.Image]:
    """Where the halo goes and where the letters go: turned, and reduced from a larger painting."""
    font = _font(size * _SHARPNESS, italic)
    width = math.ceil(font.getlength(text)) + (2 * HALO + 4) * _SHARPNESS
    height = (size + 2 * HALO + 8) * _SHARPNESS
    masks = []
    for stroke in (HALO * _SHARPNESS, 1):  # the second makes the strokes a medium weight
        mask = Image.new("L", (width, height), 0)
        ImageDraw.Draw(mask).text((width / 2, height / 2), text, 255, font, anchor="mm", stroke_width=stroke)
        turned = mask.rotate(degrees, Image.Resampling.BICUBIC, expand=True)
        small = (math.ceil(turned.width / _SHARPNESS), math.ceil(turned.height / _SHARPNESS))
        masks.append(turned.resize(small, Image.Resampling.LANCZOS))
    return masks[0], masks[1]
