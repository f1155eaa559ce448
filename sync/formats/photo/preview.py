"""A photo as a person judges it: blurred as it will be sent, with a frame around every blurred place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sync.formats.photo.arrow import Arrow, draw_arrows
from sync.formats.photo.blur import BOX_SCALE, Box, pixelate
from sync.formats.photo.pixels import upright_picture
from sync.formats.photo.prepare import as_jpeg
from sync.formats.photo.source import open_photo

if TYPE_CHECKING:
    from PIL.Image import Image

_FRAME, _HALO = (255, 194, 46), (20, 20, 20)
_QUALITY = 80


def marked_preview(source: bytes, boxes: Sequence[Box], arrows: Sequence[Arrow], *, side: int) -> bytes:
    """A JPEG no larger than `side`. Raises PhotoRefused. Slow: call it on a worker thread."""
    picture = upright(source, side=side)
    _mark(picture, boxes, arrows)
    return as_jpeg(picture, _QUALITY)


def upright(source: bytes, *, side: int) -> Image:
    """The picture alone, to be marked again and again. Raises PhotoRefused. Slow."""
    return upright_picture(open_photo(source), max_side=side)


def marked(picture: Image, boxes: Sequence[Box], arrows: Sequence[Arrow]) -> Image:
    """A copy with all that is blurred, drawn and framed. Slow."""
    copy = picture.copy()
    _mark(copy, boxes, arrows)
    return copy


def _mark(picture: Image, boxes: Sequence[Box], arrows: Sequence[Arrow]) -> None:
    pixelate(picture, boxes)
    draw_arrows(picture, arrows)
    frame(picture, boxes)


def frame(picture: Image, boxes: Sequence[Box]) -> None:
    """Draws around all that the boxes cover, in place: never in bytes that leave."""
    from PIL import Image, ImageDraw

    if not boxes:
        return
    width = max(2, max(picture.size) // 240)
    for colour, outer in ((_HALO, 2 * width), (_FRAME, width)):
        ring = Image.new("L", picture.size)
        pen = ImageDraw.Draw(ring)
        for growth, shade in ((outer, 255), (0, 0)):  # boxes that touch have one frame
            for box in boxes:
                left, right = (side * picture.width // BOX_SCALE for side in (box.left, box.right))
                top, bottom = (side * picture.height // BOX_SCALE for side in (box.top, box.bottom))
                if left < right and top < bottom:
                    pen.rectangle((left - growth, top - growth, right + growth, bottom + growth), fill=shade)
        picture.paste(colour, mask=ring)
