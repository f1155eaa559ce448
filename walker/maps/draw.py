"""Draws a sheet of the basemap, several tiles at a time, twice as large and reduced so that every edge is smooth."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw

from walker.maps.features import Basemap, Shape
from walker.maps.labels import Label, paint_label
from walker.maps.palette import Palette
from walker.maps.projection import Point, pixels_per_metre, world_pixels

OVERSAMPLING = 2
EDGES = {14: 0.5, 15: 0.8, 16: 1.2, 17: 1.8, 18: 2.6}  # pixels of casing on either side of a street
WIDEST_EDGE = 3.0
NARROWEST_STREET = 1.2
RAIL_WIDTH = 3.0
BUILDINGS_FROM_ZOOM = 15


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A square of the world to draw: its corner and side in world pixels of one zoom."""

    zoom: int
    left: int
    top: int
    side: int

    def shows(self, shape: Shape, margin: float) -> bool:
        world = world_pixels(self.zoom)
        left, top, right, bottom = shape.box
        return (
            left * world < self.left + self.side + margin
            and right * world > self.left - margin
            and top * world < self.top + self.side + margin
            and bottom * world > self.top - margin
        )


def draw_sheet(basemap: Basemap, labels: list[Label], sheet: Sheet, palette: Palette) -> Image.Image:
    image = Image.new("RGB", (sheet.side * OVERSAMPLING,) * 2, palette.block)
    pen = _Pen(ImageDraw.Draw(image), sheet)
    scale = pixels_per_metre(sheet.zoom, basemap.latitude)
    for shape in basemap.layers["park"]:
        pen.area(shape, palette.park)
    if sheet.zoom >= BUILDINGS_FROM_ZOOM:
        for shape in basemap.layers["building"]:
            pen.area(shape, palette.building)
    for shape in basemap.layers["railbed"]:
        pen.area(shape, palette.building)
    for shape in basemap.layers["rail"]:
        pen.line(shape, palette.rail, min(RAIL_WIDTH, max(1.0, 1.4 * scale)))
    edge = 0.0 if sheet.zoom < min(EDGES) else EDGES.get(sheet.zoom, WIDEST_EDGE)
    streets = [(street, max(NARROWEST_STREET, street.width * scale)) for street in basemap.layers["street"]]
    if edge:
        for street, width in streets:
            pen.line(street, palette.casing, width + 2 * edge)
    for street, width in streets:
        pen.line(street, palette.street, width)
    finished = image.reduce(OVERSAMPLING)
    for label in labels:
        paint_label(finished, label, (sheet.left, sheet.top), palette)
    return finished


class _Pen:
    """Draws shapes of the unit square on a sheet."""

    def __init__(self, draw: ImageDraw.ImageDraw, sheet: Sheet) -> None:
        self._draw = draw
        self._sheet = sheet
        self._world = world_pixels(sheet.zoom)

    def area(self, shape: Shape, colour: tuple[int, int, int]) -> None:
        if self._sheet.shows(shape, 0):
            self._draw.polygon(self._on_sheet(shape), colour)

    def line(self, shape: Shape, colour: tuple[int, int, int], width: float) -> None:
        """A line with round joints and ends. Each stretch is a polygon: thin lines keep their exact width."""
        if not self._sheet.shows(shape, width):
            return
        points, half = self._on_sheet(shape), width * OVERSAMPLING / 2
        for a, b in pairwise(points):
            span = math.dist(a, b)
            if span:
                nx, ny = -(b[1] - a[1]) / span * half, (b[0] - a[0]) / span * half
                self._draw.polygon(
                    [(a[0] + nx, a[1] + ny), (b[0] + nx, b[1] + ny), (b[0] - nx, b[1] - ny), (a[0] - nx, a[1] - ny)],
                    colour,
                )
        if half > 1:
            for x, y in points:
                self._draw.ellipse([x - half, y - half, x + half, y + half], colour)

    def _on_sheet(self, shape: Shape) -> list[Point]:
        return [
            ((x * self._world - self._sheet.left) * OVERSAMPLING, (y * self._world - self._sheet.top) * OVERSAMPLING)
            for x, y in shape.points
        ]
