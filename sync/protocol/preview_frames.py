"""Many previews in one request: frames of sha256 (32 bytes), length (4 bytes, big-endian), then the bytes."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator

from sync.protocol.codec import CodecError
from sync.protocol.endpoints import MAX_PREVIEW_BYTES
from sync.protocol.errors import ErrorCode

_HEAD = struct.Struct(">32sI")


def join(previews: Iterable[bytes]) -> bytes:
    """The body of a previews request. Raises ValueError on one above MAX_PREVIEW_BYTES."""
    frames = bytearray()
    for preview in previews:
        if len(preview) > MAX_PREVIEW_BYTES:
            raise ValueError(f"a preview holds at most {MAX_PREVIEW_BYTES} bytes, got {len(preview)}")
        frames += _HEAD.pack(hashlib.sha256(preview).digest(), len(preview)) + preview
    return bytes(frames)


def split(body: bytes) -> Iterator[tuple[str, bytes]]:
    """Pairs of the sha256 that was announced (to be checked) and the bytes. Raises CodecError when cut short."""
    at = 0
    while at < len(body):
        if at + _HEAD.size > len(body):
            raise CodecError(ErrorCode.MALFORMED, "", "cut in the head of a frame")
        digest, length = _HEAD.unpack_from(body, at)
        at += _HEAD.size
        if length > MAX_PREVIEW_BYTES or at + length > len(body):
            raise CodecError(ErrorCode.MALFORMED, "", "a frame is too long, or cut")
        yield digest.hex(), body[at : at + length]
        at += length
