"""Opens a file nobody vouches for: known formats only, size known before any pixel is decoded, memory bounded.

Everything a hostile or damaged file can do to a decoder ends here, as a PhotoRefused.
"""

from __future__ import annotations

import io
import struct
import threading
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sync.formats.photo.refusal import PhotoRefused, RefusalCode

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MAX_BYTES = 128 * 1024 * 1024
# A baseline JPEG is decoded at a fraction of its size, so its limit is that of the largest phone sensor.
MAX_PIXELS_BASELINE_JPEG = 205_000_000
# Everything else is held whole in memory: 4 to 16 bytes a pixel while it is being read.
MAX_PIXELS = 50_000_000

_HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}
# What Pillow's decoders raise on damaged input; anything else is a bug and shows as one.
_DECODER_FAILURES = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    EOFError,
    OverflowError,
    MemoryError,
    RuntimeError,
    struct.error,
    zlib.error,
)
_JPEG_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
_JPEG_START_OF_SCAN = 0xDA
_JPEG_END = 0xD9
_WARNING_FILTERS = threading.Lock()


@dataclass(frozen=True, kw_only=True)
class OpenedPhoto:
    """A picture whose header was read and whose size is bearable; its pixels are not decoded yet."""

    image: ImageFile
    format: str
    name: str
    exif: tuple[bytes, ...]
    turned_by_decoder: bool


def open_photo(source: Path | str | bytes) -> OpenedPhoto:
    """Reads the header. Raises PhotoRefused; safe on any thread."""
    name = "the photo" if isinstance(source, bytes) else Path(source).name
    data = source if isinstance(source, bytes) else _read(Path(source), name)
    if not data:
        raise PhotoRefused(RefusalCode.EMPTY, f"{name}: the file is empty; copy it again from the camera")
    if len(data) > MAX_BYTES:
        raise _too_large(name, f"{len(data) >> 20} MiB, at most {MAX_BYTES >> 20}")
    format_name = _format_of(data, name)
    exif: tuple[bytes, ...] = ()
    if format_name == "JPEG":
        data, exif = _without_jpeg_metadata(data)
    elif format_name == "TIFF":
        exif = (data,)
    elif format_name == "WEBP":
        _check_webp_canvas(data, name)
    with _damage_refused(name), _quiet():
        image = _decoder(format_name)(io.BytesIO(data), "")
    _check_pixels(image.size, name, baseline_jpeg=format_name == "JPEG" and "progressive" not in image.info)
    embedded = image.info.get("exif")
    if not exif and isinstance(embedded, bytes):
        exif = (embedded.removeprefix(b"Exif\x00\x00"),)
    return OpenedPhoto(image=image, format=format_name, name=name, exif=exif, turned_by_decoder=format_name == "TIFF")


def decode(photo: OpenedPhoto) -> None:
    """Decodes the pixels in place, at the size a draft has asked for. Raises PhotoRefused."""
    with _damage_refused(photo.name), _quiet():
        photo.image.load()


def _read(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(name, f"more than {MAX_BYTES >> 20} MiB")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PhotoRefused(
            RefusalCode.UNREADABLE, f"{name}: cannot be read ({reason}); check the file and its folder"
        ) from error


def _format_of(data: bytes, name: str) -> str:
    """Pillow's name of the format, by content: names and endings lie."""
    if data.startswith(b"\xff\xd8"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF"
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        return "TIFF"
    if data[4:8] == b"ftyp":
        length = int.from_bytes(data[:4])
        brands = {data[at : at + 4] for at in (8, *range(16, min(length, 256), 4))}
        if brands & _AVIF_BRANDS:
            return "AVIF"
        if brands & _HEIF_BRANDS:
            raise PhotoRefused(
                RefusalCode.HEIC_UNREADABLE,
                f"{name}: HEIC photos cannot be read here; set the phone to JPEG "
                "(iPhone: Camera, Formats, Most Compatible) or share it as JPEG",
            )
    raise PhotoRefused(RefusalCode.NOT_A_PICTURE, f"{name}: not a picture this app can read; give a JPEG, PNG or WebP")


def _decoder(format_name: str) -> Callable[[io.BytesIO, str], ImageFile]:
    """The decoder class itself: Image.open would try every format and warn on sizes we judge ourselves."""
    from PIL import AvifImagePlugin, GifImagePlugin, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

    decoders: dict[str, Callable[[io.BytesIO, str], ImageFile]] = {
        "JPEG": JpegImagePlugin.JpegImageFile,
        "PNG": PngImagePlugin.PngImageFile,
        "WEBP": WebPImagePlugin.WebPImageFile,
        "AVIF": AvifImagePlugin.AvifImageFile,
        "TIFF": TiffImagePlugin.TiffImageFile,
        "GIF": GifImagePlugin.GifImageFile,
    }
    return decoders[format_name]


def _without_jpeg_metadata(data: bytes) -> tuple[bytes, tuple[bytes, ...]]:
    """The picture without its metadata segments, and the EXIF blocks that were among them.

    The decoder then never meets damaged EXIF, second pictures, XMP or comments. The colour profile and the two
    segments that say how colours are coded stay.
    """
    kept: list[bytes | memoryview] = [b"\xff\xd8"]
    exif: list[bytes] = []
    for marker, start, end in _jpeg_segments(data):
        if marker in (_JPEG_START_OF_SCAN, _JPEG_END):
            kept.append(memoryview(data)[start:])
            break
        body = data[start + 4 : end]
        if marker == 0xE1 and body.startswith(b"Exif\x00"):
            exif.append(body[6:])
        is_metadata = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not is_metadata or marker in (0xE0, 0xEE) or (marker == 0xE2 and body.startswith(b"ICC_PROFILE\x00")):
            kept.append(data[start:end])
    return b"".join(kept), tuple(exif)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of each header segment; rubbish between segments is passed over."""
    at = 2
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return
        marker = data[at + 1]
        if marker in (0x00, 0xFF) or marker in _JPEG_WITHOUT_LENGTH or marker == 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4])
        if length < 2:
            at += 2
            continue
        yield marker, at, at + 2 + length
        at += 2 + length


def _check_webp_canvas(data: bytes, name: str) -> None:
    """Refuses by the header alone: the decoder would reserve the whole canvas twice on opening."""
    chunk, body = data[12:16], data[20:30]
    if len(body) < 10:
        raise PhotoRefused(RefusalCode.TRUNCATED, f"{name}: cut short; copy it again from the camera")
    if chunk == b"VP8X":
        size = int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    elif chunk == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        size = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        size = int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    _check_pixels(size, name, baseline_jpeg=False)


def _check_pixels(size: tuple[int, int], name: str, *, baseline_jpeg: bool) -> None:
    width, height = size
    limit = MAX_PIXELS_BASELINE_JPEG if baseline_jpeg else MAX_PIXELS
    if width * height > limit:
        raise _too_large(name, f"{width} × {height} pixels, at most {limit // 1_000_000} million")
    if width < 1 or height < 1:
        raise PhotoRefused(RefusalCode.UNREADABLE, f"{name}: has no size; copy it again from the camera")


def _too_large(name: str, what: str) -> PhotoRefused:
    return PhotoRefused(RefusalCode.TOO_LARGE, f"{name}: too large ({what}); reduce the picture first")


@contextmanager
def _damage_refused(name: str) -> Iterator[None]:
    from PIL.Image import DecompressionBombError

    try:
        yield
    except DecompressionBombError as error:  # a GIF frame may be larger than the canvas its header announces
        raise _too_large(name, "millions of pixels from a few bytes") from error
    except _DECODER_FAILURES as error:
        if "truncated" in str(error).lower() or isinstance(error, EOFError):
            raise PhotoRefused(RefusalCode.TRUNCATED, f"{name}: cut short; copy it again from the camera") from error
        what = " ".join(str(error).split()) or type(error).__name__
        raise PhotoRefused(
            RefusalCode.UNREADABLE, f"{name}: damaged ({what}); copy it again from the camera"
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Silences decoders that warn about odd metadata, which we do not use.

    Filters belong to the whole process, so one thread at a time may hold them.
    """
    with _WARNING_FILTERS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
