"""Reads a request's body within its limits, before anything else looks at it."""

from __future__ import annotations

import zlib
from typing import TypeVar

from django.http import HttpRequest

from sync.protocol import codec
from sync.protocol.errors import ErrorCode, Refused

T = TypeVar("T")
SMALL = 64 * 1024


def read_message(request: HttpRequest, kind: type[T], limit: int = SMALL) -> T:
    """The message in the body. Raises Refused: TOO_LARGE, MALFORMED, BAD_FIELD."""
    try:
        return codec.from_json(kind, codec.parse(read_bytes(request, limit)))
    except codec.CodecError as fault:
        raise Refused(fault.error, str(fault)) from fault


def read_bytes(request: HttpRequest, limit: int) -> bytes:
    """The body, inflated when it came compressed; never more than `limit` bytes of either."""
    encoding = request.headers.get("Content-Encoding", "identity").lower()
    if encoding not in ("identity", "gzip"):
        raise Refused(ErrorCode.MALFORMED, f"Content-Encoding {encoding[:20]}: wants gzip or none")
    length = content_length(request)
    if length > limit:
        raise Refused(ErrorCode.TOO_LARGE, f"{length} bytes: at most {limit}")
    body = request.read(length)
    if len(body) != length:
        raise Refused(ErrorCode.MALFORMED, f"cut off after {len(body)} of {length} bytes")
    return _inflated(body, limit) if encoding == "gzip" else body


def content_length(request: HttpRequest) -> int:
    """How long the body says it is. Raises Refused when it does not say."""
    text = request.META.get("CONTENT_LENGTH") or ""
    if not text.isdecimal():
        raise Refused(ErrorCode.MALFORMED, "wants a Content-Length")
    return int(text)


def _inflated(body: bytes, limit: int) -> bytes:
    inflater = zlib.decompressobj(wbits=31)
    try:
        plain = inflater.decompress(body, limit + 1)
    except zlib.error as fault:
        raise Refused(ErrorCode.MALFORMED, f"not gzip: {fault}") from fault
    if len(plain) > limit:
        raise Refused(ErrorCode.TOO_LARGE, f"inflates to more than {limit} bytes")
    if not inflater.eof or inflater.unused_data:
        raise Refused(ErrorCode.MALFORMED, "gzip cut short, or followed by something else")
    return plain
