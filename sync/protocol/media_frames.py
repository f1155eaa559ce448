"""Many media in one request: frames of sha256 (32 bytes), length (4 bytes, big-endian), then the bytes."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator

from sync.protocol.codec import CodecError
from sync.protocol.endpoints import MAX_PREVIEW_BYTES
from sync.protocol.errors import ErrorCode

_HEAD = struct.Struct(">32sI")
HEAD_BYTES = _HEAD.size


def head(sha256: str, length: int) -> bytes:
    """What stands before the bytes of a medium. A length of 0 brings none: it asks how much of it is there."""
    return _HEAD.pack(bytes.fromhex(sha256), length)


def read_head(frame: bytes) -> tuple[str, int]:
    """The sha256 that was announced (to be checked) and the length, of HEAD_BYTES bytes."""
    digest, length = _HEAD.unpack(frame)
    return digest.hex(), length


def join(previews: Iterable[bytes]) -> bytes:
    """The body of a previews request. Raises ValueError on one above MAX_PREVIEW_BYTES."""
    frames = bytearray()
    for preview in previews:
        if len(preview) > MAX_PREVIEW_BYTES:
            raise ValueError(f"a preview holds at most {MAX_PREVIEW_BYTES} bytes, got {len(preview)}")
        frames += head(hashlib.sha256(preview).hexdigest(), len(preview)) + preview
    return bytes(frames)


def split(body: bytes) -> Iterator[tuple[str, bytes]]:
    """Pairs of the sha256 that was announced and the bytes, of previews. Raises CodecError when cut short."""
    at = 0
    while at < len(body):
        if at + HEAD_BYTES > len(body):
            raise CodecError(ErrorCode.MALFORMED, "", "cut in the head of a frame")
        sha256, length = read_head(body[at : at + HEAD_BYTES])
        at += HEAD_BYTES
        if length > MAX_PREVIEW_BYTES or at + length > len(body):
            raise CodecError(ErrorCode.MALFORMED, "", "a frame is too long, or cut")
        yield sha256, body[at : at + length]
        at += length
