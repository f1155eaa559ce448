"""Makes the bytes that may leave the tablet: upright, blurred, sRGB, without any metadata, with a small preview."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sync.formats.photo.arrow import Arrow, draw_arrows
from sync.formats.photo.blur import Box, find_private, pixelate
from sync.formats.photo.pixels import upright_picture
from sync.formats.photo.source import open_photo

if TYPE_CHECKING:
    from PIL.Image import Image

# Half the long side of every usual 12-megapixel sensor (4,000 to 4,096) lies just under it, and the decoder
# gives that half directly.
MAX_SIDE = 2048
QUALITY = 82
PREVIEW_SIDE = 480
PREVIEW_MAX_BYTES = 40 * 1024
_PREVIEW_QUALITIES = (72, 55, 40)


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """The final bytes of a photo. `boxes` are the rectangles that were made unrecognisable."""

    jpeg: bytes
    sha256: str
    size: int
    width: int
    height: int
    preview: bytes
    preview_sha256: str
    boxes: tuple[Box, ...]


def prepare(
    source: Path | str | bytes,
    *,
    max_side: int = MAX_SIDE,
    quality: int = QUALITY,
    blur_boxes: Iterable[Box] = (),
    arrows: Iterable[Arrow] = (),
    find: bool = False,
) -> Prepared:
    """The same input gives the same bytes. `find` adds the faces and plates found to `blur_boxes`.

    Arrows are drawn over what is blurred.

    Raises PhotoRefused. Slow: call it on a worker thread.
    """
    picture = upright_picture(open_photo(source), max_side=max_side)
    boxes = (*blur_boxes, *(find_private(picture) if find else ()))
    pixelate(picture, boxes)
    draw_arrows(picture, arrows)
    jpeg = as_jpeg(picture, quality)
    preview = _preview(picture)
    return Prepared(
        jpeg=jpeg,
        sha256=hashlib.sha256(jpeg).hexdigest(),
        size=len(jpeg),
        width=picture.width,
        height=picture.height,
        preview=preview,
        preview_sha256=hashlib.sha256(preview).hexdigest(),
        boxes=boxes,
    )


def as_jpeg(picture: Image, quality: int) -> bytes:
    """Encoded, without anything but pixels."""
    picture.info = {}  # the encoder would copy a comment from here
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality, subsampling="4:2:0")
    return buffer.getvalue()


def _preview(picture: Image) -> bytes:
    """At most PREVIEW_MAX_BYTES: first lower quality, then fewer pixels."""
    divisor = max(1, -(-max(picture.size) // PREVIEW_SIDE))
    while True:
        small = picture.reduce(divisor)
        for quality in _PREVIEW_QUALITIES:
            preview = as_jpeg(small, quality)
            if len(preview) <= PREVIEW_MAX_BYTES:
                return preview
        divisor += 1
