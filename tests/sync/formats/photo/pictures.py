"""Small pictures and EXIF blocks that the tests build for themselves."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from typing import Any

from PIL import Image

SHORT, LONG, ASCII, RATIONAL, DOUBLE = 3, 4, 2, 5, 12


def asymmetric(width: int = 64, height: int = 40) -> Image.Image:
    """Red top left, green top right, blue bottom left, white bottom right: every turn shows."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((255, 0, 0), (0, 0, width // 2, height // 2))
    picture.paste((0, 255, 0), (width // 2, 0, width, height // 2))
    picture.paste((0, 0, 255), (0, height // 2, width // 2, height))
    return picture


def encoded(picture: Image.Image, format_name: str = "JPEG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, format_name, **options)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def text(tag: int, words: str) -> tuple[int, int, int, bytes]:
    raw = words.encode("ascii") + b"\x00"
    return tag, ASCII, len(raw), raw


def short(tag: int, number: int) -> tuple[int, int, int, bytes]:
    return tag, SHORT, 1, struct.pack("<H", number)


def rationals(tag: int, *pairs: tuple[int, int]) -> tuple[int, int, int, bytes]:
    return tag, RATIONAL, len(pairs), b"".join(struct.pack("<II", *pair) for pair in pairs)


Field = tuple[int, int, int, bytes]


def exif_block(main: Sequence[Field] = (), exif: Sequence[Field] = (), gps: Sequence[Field] = ()) -> bytes:
    """A little-endian TIFF structure with three directories; each field is (tag, type, count, bytes)."""
    pointers = [(0x8769, LONG, 1, bytes(4)), (0x8825, LONG, 1, bytes(4))]
    sizes = [2 + 12 * (len(main) + len(pointers)) + 4, 2 + 12 * len(exif) + 4, 2 + 12 * len(gps) + 4]
    starts = [8, 8 + sizes[0], 8 + sizes[0] + sizes[1]]
    pointers = [
        (tag, kind, 1, struct.pack("<I", at)) for (tag, kind, _, _), at in zip(pointers, starts[1:], strict=True)
    ]
    heap_at = 8 + sum(sizes)
    heap = b""
    block = b"II*\x00" + struct.pack("<I", 8)
    for fields in ([*main, *pointers], exif, gps):
        block += struct.pack("<H", len(fields))
        for tag, kind, count, raw in fields:
            if len(raw) <= 4:
                value = raw.ljust(4, b"\x00")
            else:
                value = struct.pack("<I", heap_at + len(heap))
                heap += raw
            block += struct.pack("<HHI", tag, kind, count) + value
        block += bytes(4)
    return block + heap


def with_exif(block: bytes, picture: Image.Image | None = None) -> bytes:
    return encoded(picture or asymmetric(), exif=b"Exif\x00\x00" + block)
