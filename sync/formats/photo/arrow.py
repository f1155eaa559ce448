"""An arrow that says "here", drawn into the picture with an edge of the other tone, so that it shows on anything."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sync.formats.photo.blur import BOX_SCALE

if TYPE_CHECKING:
    from PIL.Image import Image

_INK, _HALO = (255, 194, 46), (20, 20, 20)
_WIDTH = 0.011  # of the longer side
_HALO_WIDTH = 0.006
_HEAD = 4.2  # times the width of the shaft
_LEAST = 3.0  # heads: a shorter arrow would be all head


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """From a tail to a tip, in ten-thousandths of the upright picture's width and height."""

    tail_x: int
    tail_y: int
    tip_x: int
    tip_y: int


def draw_arrows(picture: Image, arrows: Iterable[Arrow]) -> None:
    """In place."""
    from PIL import ImageDraw

    pen = None
    for arrow in arrows:
        pen = pen or ImageDraw.Draw(picture)
        shaft, head, width = _shape(arrow, picture.size)
        halo = max(1.0, _HALO_WIDTH * max(picture.size))
        pen.line(shaft, fill=_HALO, width=round(width + 2 * halo))
        _round_end(pen, shaft[0], width / 2 + halo, _HALO)
        pen.polygon(_grown(head, halo * 1.8), fill=_HALO)
        pen.line(shaft, fill=_INK, width=round(width))
        _round_end(pen, shaft[0], width / 2, _INK)
        pen.polygon(head, fill=_INK)


_Point = tuple[float, float]


def _shape(arrow: Arrow, size: tuple[int, int]) -> tuple[list[_Point], list[_Point], float]:
    """Shaft, head and the shaft's width, in pixels. A tip that is its own tail points straight down."""
    width = max(2.0, _WIDTH * max(size))
    tail = arrow.tail_x * size[0] / BOX_SCALE, arrow.tail_y * size[1] / BOX_SCALE
    tip = arrow.tip_x * size[0] / BOX_SCALE, arrow.tip_y * size[1] / BOX_SCALE
    length = math.dist(tail, tip)
    along = (0.0, 1.0) if length < 1 else ((tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length)
    head = _HEAD * width
    if length < _LEAST * width:
        tail = tip[0] - along[0] * 2 * head, tip[1] - along[1] * 2 * head
    neck = tip[0] - along[0] * head, tip[1] - along[1] * head
    half = head * 0.62
    left = neck[0] - along[1] * half, neck[1] + along[0] * half
    right = neck[0] + along[1] * half, neck[1] - along[0] * half
    return [tail, (neck[0] + along[0], neck[1] + along[1])], [tip, left, right], width


def _grown(corners: list[_Point], by: float) -> list[_Point]:
    middle = sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)
    grown = []
    for x, y in corners:
        away = max(1.0, math.dist(middle, (x, y)))
        grown.append((x + (x - middle[0]) * by / away, y + (y - middle[1]) * by / away))
    return grown


def _round_end(pen: object, at: _Point, radius: float, colour: tuple[int, int, int]) -> None:
    pen.ellipse((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), fill=colour)  # type: ignore[attr-defined]
