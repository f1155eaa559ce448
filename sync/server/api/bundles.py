"""`bundles`: sealed bundles that one tablet carries for others, resumable by byte (HEAD, PATCH), taken in afterwards.

The carrier is told how much is on the disk; what is inside is between the server and the tablet that signed it, which
gets its receipts at its own next sync.
"""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse

from sync.durable import sha256_of
from sync.protocol import endpoints
from sync.protocol.errors import ErrorCode, Refused
from sync.server.accounts.models import Device
from sync.server.api import media
from sync.server.api.arriving import Arriving
from sync.server.records import carried_bundles, media_parts
from sync.server.records.media_parts import Part

METHODS = ("HEAD", "PATCH")
# What may lie here of one carrier: bundles of a whole group, and no more than a share of the disk for a stolen token.
MOST_BYTES = 4 * endpoints.MAX_BUNDLE_BYTES


def answer(request: HttpRequest, device: Device, name: str) -> HttpResponse:
    """Raises Refused: MALFORMED, WRONG_OFFSET, WRONG_HASH, TOO_LARGE."""
    if request.method == "HEAD":
        response = media.tus_response(200, _offset(name, device))
        response["Cache-Control"] = "no-store"
        return response
    return media.tus_response(204, _receive(request, device, name))


def _offset(name: str, device: Device) -> int:
    """How much of it is on the disk; all of it once it came whole, also when it was taken in since.

    All bytes need not be a whole bundle: the answer to a PATCH alone says that it is kept, be it one without bytes.
    """
    held = carried_bundles.size_of(name)
    if held is not None:
        return held
    try:
        return carried_bundles.part_of(name, device.id).stat().st_size
    except FileNotFoundError:
        return 0


def _receive(request: HttpRequest, device: Device, name: str) -> int:
    size, offset, body = _number(request, "Upload-Length"), _number(request, "Upload-Offset"), Arriving(request)
    if size > endpoints.MAX_BUNDLE_BYTES:
        raise Refused(ErrorCode.TOO_LARGE, f"{size} bytes: at most {endpoints.MAX_BUNDLE_BYTES}")
    held = _offset(name, device)
    if offset != held or offset + body.left > size:
        raise Refused(ErrorCode.WRONG_OFFSET, f"{body.left} bytes at {offset} of {size}: the server holds {held}")
    if carried_bundles.size_of(name) is not None:
        return offset
    media_parts.sweep_now_and_then()
    if carried_bundles.weight_of(device.id, but=name) + size > MOST_BYTES:
        raise Refused(ErrorCode.SERVER_FULL, "too much that this tablet carried waits here: tell the office")
    with Part(carried_bundles.part_of(name, device.id), size) as part:
        if part.offset != offset:
            raise Refused(ErrorCode.WRONG_OFFSET, f"offset {offset}: the server holds {part.offset}")
        try:
            while block := body.read():
                part.append(block)
        finally:
            part.sync()
        if part.offset == size:
            part.be_moved()
            _finish(name, part.path, device)
        return part.offset


def _finish(name: str, part: Path, device: Device) -> None:
    if sha256_of(part) != name:
        part.unlink()
        raise Refused(ErrorCode.WRONG_HASH, "the bytes are not those of this hash; send them again")
    carried_bundles.keep(name, part, carrier=device.id)


def _number(request: HttpRequest, header: str) -> int:
    text = request.headers.get(header, "")
    if not text.isdecimal() or len(text) > 15:
        raise Refused(ErrorCode.MALFORMED, f"wants {header}")
    return int(text)
