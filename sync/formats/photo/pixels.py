"""From an opened photo to an upright sRGB picture of bearable size, decoding once and as little as possible."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sync.formats.photo.probe import facts_of
from sync.formats.photo.source import OpenedPhoto, decode

if TYPE_CHECKING:
    from PIL.Image import Image

# A JPEG is decoded for a quarter of the price at exactly half its size: a size a little under the one asked for
# is taken as it is rather than decoding everything to shrink it by a few per cent.
_NEAR_ENOUGH = 0.75
# Modes that can be shrunk before they are converted, which spares memory.
_SHRINK_FIRST = {"RGB", "RGBA", "L", "LA", "CMYK", "YCbCr"}


def upright_picture(photo: OpenedPhoto, *, max_side: int) -> Image:
    """The picture as a person sees it: RGB, turned, no side above `max_side`. Raises PhotoRefused."""
    orientation = 1 if photo.turned_by_decoder else facts_of(photo).orientation
    width, height = photo.image.size
    divisor = _dct_divisor(max(width, height), max_side) if photo.format == "JPEG" else 1
    if divisor > 1:
        photo.image.draft(None, (max(1, width // divisor), max(1, height // divisor)))
    decode(photo)
    picture: Image = photo.image
    profile = picture.info.get("icc_profile")
    if picture.mode in _SHRINK_FIRST and "transparency" not in picture.info:
        picture = fitted(picture, max_side)
    if isinstance(profile, bytes) and picture.mode in ("RGB", "CMYK"):
        picture = _to_srgb(picture, profile)
    return _turn(fitted(_to_rgb(picture), max_side), orientation)


def _dct_divisor(side: int, max_side: int) -> int:
    for divisor in (8, 4, 2):
        if -(-side // divisor) >= max_side * _NEAR_ENOUGH:
            return divisor
    return 1


def fitted(picture: Image, max_side: int) -> Image:
    """The picture itself, or a smaller copy when a side is above `max_side`."""
    from PIL.Image import Resampling

    longest = max(picture.size)
    if longest <= max_side:
        return picture
    width, height = (max(1, round(side * max_side / longest)) for side in picture.size)
    return picture.resize((width, height), Resampling.LANCZOS, reducing_gap=2.0)


def _to_rgb(picture: Image) -> Image:
    from PIL import Image

    if picture.mode == "RGB":
        return picture
    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        picture = _to_eight_bits(picture)
    if picture.has_transparency_data:
        over = picture.convert("RGBA")
        white = Image.new("RGBA", over.size, "white")
        return Image.alpha_composite(white, over).convert("RGB")
    return picture.convert("RGB")


def _to_eight_bits(picture: Image) -> Image:
    """Grey of 16 bits or more; Pillow would cut every value above 255."""
    import numpy
    from PIL import Image

    if picture.mode.startswith("I;16"):
        return Image.fromarray((numpy.asarray(picture) >> 8).astype(numpy.uint8))
    values = numpy.nan_to_num(numpy.asarray(picture, dtype=numpy.float32), posinf=0.0, neginf=0.0)
    peak = float(values.max(initial=0.0))
    full_scale = 255.0 if peak <= 255 else max(peak, 65535.0)
    return Image.fromarray((values.clip(0, full_scale) * (255.0 / full_scale)).astype(numpy.uint8))


def _to_srgb(picture: Image, profile: bytes) -> Image:
    """Keeps colours right once the profile is gone. A broken profile is dropped as if there were none."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(source).lower():
            return picture
        turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (OSError, ImageCms.PyCMSError, ValueError, TypeError):
        return picture
    return picture if turned is None else turned


def _turn(picture: Image, orientation: int) -> Image:
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(turns[orientation]) if orientation in turns else picture
