"""A tiny paint box for the drawn photos: shapes in daylight colours, then the light of a street at night over them."""

from __future__ import annotations

import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1280, 960
SCALE = 2  # drawn twice as large and reduced, which smooths every edge
Colour = tuple[int, int, int]
Spot = tuple[float, float]


class Canvas:
    """Coordinates are pixels of the finished photo."""

    def __init__(self, background: Colour, seed: int) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
        self.draw = ImageDraw.Draw(self.image)
        self.hand = random.Random(seed)
        self._lights: list[tuple[Spot, float, Colour]] = []
        self._lamps: list[tuple[Spot, float, Colour]] = []

    # Positions in a row, as on squared paper: names would make a drawing unreadable.
    def box(  # noqa: PLR0917
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        colour: Colour,
        radius: float = 0,
        edge: Colour | None = None,
    ) -> None:
        at = [left * SCALE, top * SCALE, right * SCALE, bottom * SCALE]
        self.draw.rounded_rectangle(at, radius * SCALE, colour, edge, 2 * SCALE if edge else 0)

    def shape(self, points: Sequence[Spot], colour: Colour) -> None:
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], colour)

    def line(self, points: Sequence[Spot], colour: Colour, width: float) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.draw.line(scaled, colour, round(width * SCALE), joint="curve")
        if width >= 6:
            for x, y in (points[0], points[-1]):
                self.disc(x, y, width / 2, colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour, squash: float = 1.0) -> None:
        self.draw.ellipse(
            [(x - radius) * SCALE, (y - radius * squash) * SCALE, (x + radius) * SCALE, (y + radius * squash) * SCALE],
            colour,
        )

    def fade(self, top: float, bottom: float, above: Colour, below: Colour) -> None:
        """A vertical passage from one colour to another over the whole width."""
        for y in range(round(top * SCALE), round(bottom * SCALE)):
            share = (y / SCALE - top) / (bottom - top)
            mixed = tuple(round(a + (b - a) * share) for a, b in zip(above, below, strict=True))
            self.draw.line([(0, y), (WIDTH * SCALE, y)], mixed)

    def speckle(  # noqa: PLR0917
        self, left: float, top: float, right: float, bottom: float, colour: Colour, count: int
    ) -> None:
        """Grains of dirt, gravel or leaves, so that no surface is perfectly plain."""
        for _ in range(count):
            x, y = self.hand.uniform(left, right), self.hand.uniform(top, bottom)
            self.disc(x, y, self.hand.uniform(0.6, 2.4), colour, 0.6)

    def light(self, x: float, y: float, reach: float, colour: Colour) -> None:
        """What a lamp lights around it."""
        self._lights.append(((x, y), reach, colour))

    def lamp(self, x: float, y: float, glow: float, colour: Colour = (255, 226, 170)) -> None:
        """A burning lamp: its halo shines over everything."""
        self._lamps.append(((x, y), glow, colour))

    def finish(self, ambient: Colour) -> Image.Image:
        """The photo: what was drawn, seen by the lights and the ambient colour, with the grain of a night shot."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        seen = ImageChops.multiply(small, self._glow(ambient, self._lights, blur=0.3))
        shone = ImageChops.screen(seen, self._glow((0, 0, 0), self._lamps, blur=0.4))
        grain = Image.frombytes("L", (WIDTH // 2, HEIGHT // 2), self.hand.randbytes(WIDTH * HEIGHT // 4))
        grain = grain.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)
        return Image.blend(shone, Image.merge("RGB", [grain] * 3), 0.025)

    @staticmethod
    def _glow(ground: Colour, spots: list[tuple[Spot, float, Colour]], blur: float) -> Image.Image:
        eighth = Image.new("RGB", (WIDTH // 8, HEIGHT // 8), ground)
        for (x, y), reach, colour in spots:
            layer = Image.new("RGB", eighth.size, (0, 0, 0))
            radius = reach / 8 * 0.6
            ImageDraw.Draw(layer).ellipse([x / 8 - radius, y / 8 - radius, x / 8 + radius, y / 8 + radius], colour)
            eighth = ImageChops.screen(eighth, layer.filter(ImageFilter.GaussianBlur(reach / 8 * blur)))
        return eighth.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
