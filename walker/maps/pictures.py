"""What the tile server does to pictures: blanks, enlarged parents, and foreign daylight tiles dimmed for the night."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageOps

from walker.maps.palette import PALETTES
from walker.maps.projection import TILE_SIZE

# A hostile or broken pack must not fill the memory: real tiles are 256, 512 or 1,024 pixels wide.
LARGEST_SIDE = 2048


class NotATile(ValueError):
    """The bytes are no picture a map tile could be."""


@cache
def blank(theme: str) -> bytes:
    """A tile of bare ground in the theme's colour, so that the edge of a pack does not glare.

    Of one colour in its palette: as the map draws it, it takes a thirtieth of the memory.
    """
    picture = Image.new("P", (TILE_SIZE, TILE_SIZE))
    picture.putpalette(PALETTES[theme].block)
    return _png(picture)


def enlarge(parent: bytes, levels: int, column: int, row: int) -> bytes:
    """The part of a tile `levels` above that shows this column and row, as large as a tile."""
    image = _open(parent)
    parts = 1 << levels
    width, height = image.width / parts, image.height / parts
    left, top = (column % parts) * width, (row % parts) * height
    return _png(image.resize((TILE_SIZE, TILE_SIZE), Image.Resampling.BICUBIC, (left, top, left + width, top + height)))


def dim(picture: bytes) -> bytes:
    """A daylight tile in night colours: light and dark change places, and nothing is brighter than a night label."""
    night = PALETTES["night"]
    grey = ImageOps.invert(_open(picture).convert("L"))
    return _png(ImageOps.colorize(grey, night.block, night.label))


def _open(picture: bytes) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(picture))
        if max(image.size) > LARGEST_SIDE:
            raise NotATile(f"{image.width} x {image.height} pixels")
        return image.convert("RGBA").convert("RGB") if image.mode == "P" else image.convert("RGB")
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotATile(str(error)) from error


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()
