"""The web mercator square all tile packs share: one unit wide, north at 0."""

from __future__ import annotations

import math

TILE_SIZE = 256
EARTH_CIRCUMFERENCE = 40_075_016.686
LATITUDE_LIMIT = 85.0511287798066

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]  # west, south, east, north, in degrees


def to_square(longitude: float, latitude: float) -> Point:
    """Degrees to the unit square."""
    bounded = max(-LATITUDE_LIMIT, min(LATITUDE_LIMIT, latitude))
    return ((longitude + 180) / 360, (1 - math.asinh(math.tan(math.radians(bounded))) / math.pi) / 2)


def to_degrees(point: Point) -> Point:
    """The unit square back to degrees: longitude, latitude."""
    x, y = point
    return x * 360 - 180, math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))


def world_pixels(zoom: int) -> int:
    """Width of the whole world at a zoom, in pixels."""
    return TILE_SIZE << zoom


def pixels_per_metre(zoom: int, latitude: float) -> float:
    return world_pixels(zoom) / (EARTH_CIRCUMFERENCE * math.cos(math.radians(latitude)))


def tile_range(bounds: Bounds, zoom: int) -> tuple[int, int, int, int]:
    """First column, first row, last column, last row (rows from the north) of the tiles that touch the bounds."""
    west, south, east, north = bounds
    left, top = to_square(west, north)
    right, bottom = to_square(east, south)
    last = (1 << zoom) - 1

    def tile(value: float) -> int:
        return max(0, min(last, int(value * (1 << zoom))))

    return tile(left), tile(top), tile(right), tile(bottom)
