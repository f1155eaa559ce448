"""`media`: full-size bytes, resumable at any byte (tus 1.0: all its extensions but concatenation and deferred length).

The address of an upload is the sha256 of its bytes. Bytes are written as they arrive and are on the disk before an
offset is answered.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from datetime import UTC, datetime
from email.utils import format_datetime

from django.http import HttpRequest, HttpResponse

from sync.protocol import endpoints
from sync.protocol.errors import ErrorCode, Refused
from sync.server.accounts.models import Device
from sync.server.api import media_names
from sync.server.api.arriving import Arriving
from sync.server.api.bodies import content_length
from sync.server.records import actions, media_parts, media_store

_SHA256 = re.compile(r"[0-9a-f]{64}")
WHOLE = ("POST", "OPTIONS")
OF_ONE = ("HEAD", "PATCH", "DELETE", "OPTIONS")
_CHECKSUMS = ("sha256", "sha1")
_NO_CONTENT = 204
_CREATED = 201


def is_name(text: str) -> bool:
    """Whether media are called so."""
    return _SHA256.fullmatch(text) is not None


def capabilities() -> HttpResponse:
    """The answer to OPTIONS; needs no token."""
    response = tus_response(_NO_CONTENT)
    response["Tus-Version"] = endpoints.TUS_VERSION
    response["Tus-Extension"] = "creation,creation-with-upload,checksum,termination,expiration"
    response["Tus-Checksum-Algorithm"] = ",".join(_CHECKSUMS)
    response["Tus-Max-Size"] = str(endpoints.MAX_MEDIUM_BYTES)
    return response


def answer(request: HttpRequest, device: Device, name: str) -> HttpResponse:
    """Raises Refused: UNKNOWN_MEDIUM, ERASED_MEDIUM, WRONG_OFFSET, WRONG_HASH, TOO_LARGE, MALFORMED."""
    if request.headers.get("Tus-Resumable") != endpoints.TUS_VERSION:
        raise Refused(ErrorCode.UNSUPPORTED_PROTOCOL, f"Tus-Resumable: wants {endpoints.TUS_VERSION}")
    if not name:
        return _create(request, device)
    if request.method == "HEAD":
        return _offset(device, name)
    if request.method == "PATCH":
        return _continue(request, device, name)
    return _terminate(device, name)


def _create(request: HttpRequest, device: Device) -> HttpResponse:
    sha256 = _announced(request.headers.get("Upload-Metadata", ""))
    size = media_names.allowed_size(sha256, device)
    length = request.headers.get("Upload-Length", "")
    if not length.isdecimal() or int(length) != size:
        raise Refused(ErrorCode.BAD_FIELD, f"Upload-Length: {length[:20] or 'missing'}, its record says {size}")
    if media_store.holds(sha256, size):
        actions.media_held({sha256: size})
        held = size
    else:
        media_parts.sweep_now_and_then()
        part = media_parts.open_part(sha256, device.id, size)
        with part:
            if _brings_bytes(request) and part.offset == 0:
                held = _receive(request, part, sha256)
            else:
                held = _put_in_place(part, sha256)
    response = tus_response(_CREATED, held, of=size)
    response["Location"] = f"/{endpoints.MEDIA}/{sha256}"
    return response


def _offset(device: Device, sha256: str) -> HttpResponse:
    size = media_names.allowed_size(sha256, device)
    response = tus_response(200, offset(sha256, device, size), of=size)
    response["Upload-Length"] = str(size)
    response["Cache-Control"] = "no-store"
    return response


def offset(sha256: str, device: Device, size: int) -> int:
    """How many bytes of it are safe here; all of them: it is held."""
    # The part first: a request that was just putting it in its place has then done so.
    held = media_parts.offset_on_disk(sha256, device.id)
    if media_store.holds(sha256, size):
        # After a restore the bytes may be here before the record that names them came again.
        actions.media_found(sha256, size)
        return size
    if held == size:
        # All had come, and the server ended before it was in its place: never answered as held until it is.
        with media_parts.open_part(sha256, device.id, size) as part:
            held = _put_in_place(part, sha256)
    return held


def _continue(request: HttpRequest, device: Device, sha256: str) -> HttpResponse:
    if request.headers.get("Content-Type") != endpoints.TUS_TYPE:
        raise Refused(ErrorCode.MALFORMED, f"Content-Type: wants {endpoints.TUS_TYPE}")
    size = media_names.allowed_size(sha256, device)
    offset = request.headers.get("Upload-Offset", "")
    if not offset.isdecimal():
        raise Refused(ErrorCode.MALFORMED, "wants an Upload-Offset")
    if media_store.holds(sha256, size):
        if int(offset) != size:
            raise Refused(ErrorCode.WRONG_OFFSET, f"offset {offset}: the server holds all {size}")
        actions.media_found(sha256, size)
        return tus_response(_NO_CONTENT, size)
    with media_parts.open_part(sha256, device.id, size) as part:
        if int(offset) != part.offset:
            raise Refused(ErrorCode.WRONG_OFFSET, f"offset {offset}: the server holds {part.offset}")
        return tus_response(_NO_CONTENT, _receive(request, part, sha256), of=size)


def _receive(request: HttpRequest, part: media_parts.Part, sha256: str) -> int:
    """Take what the request brings; gives the offset then on the disk."""
    body = Arriving(request)
    if part.offset + body.left > part.size:
        raise Refused(ErrorCode.TOO_LARGE, f"{body.left} bytes at {part.offset}: it has {part.size}")
    begun_at, checksum = part.offset, _checksum(request.headers.get("Upload-Checksum"))
    try:
        while block := body.read():
            part.append(block)
            if checksum is not None:
                checksum.update(block)
        if checksum is not None and not body.left and not checksum.matches():
            part.cut_back(begun_at)
            raise Refused(ErrorCode.WRONG_HASH, "the bytes of this request are not those announced; send them again")
    finally:
        # Cut off or not: what came is kept, and the next HEAD says how much that is.
        part.sync()
    return _put_in_place(part, sha256)


def _put_in_place(part: media_parts.Part, sha256: str) -> int:
    """Once it is whole. Gives the offset; what is whole is held by then."""
    if part.offset == part.size:
        try:
            part.finish(sha256)
        except media_store.WrongHash as fault:
            raise Refused(ErrorCode.WRONG_HASH, "the bytes are not those of this hash; send them again") from fault
        actions.media_held({sha256: part.size})
    return part.offset


class _Checksum:
    """What a request says of its own bytes, and what they are."""

    def __init__(self, algorithm: str, expected: bytes) -> None:
        self._seen = hashlib.new(algorithm, usedforsecurity=False)
        self._expected = expected

    def update(self, block: memoryview) -> None:
        self._seen.update(block)

    def matches(self) -> bool:
        return self._seen.digest() == self._expected


def _checksum(header: str | None) -> _Checksum | None:
    """Of Upload-Checksum: an algorithm and base64. A request that was cut is not checked: the whole medium will be."""
    if header is None:
        return None
    algorithm, _, value = header.partition(" ")
    if algorithm not in _CHECKSUMS:
        raise Refused(ErrorCode.MALFORMED, f"Upload-Checksum: wants one of {', '.join(_CHECKSUMS)}")
    try:
        return _Checksum(algorithm, base64.b64decode(value, validate=True))
    except binascii.Error as fault:
        raise Refused(ErrorCode.MALFORMED, "Upload-Checksum: not in base64") from fault


def _terminate(device: Device, sha256: str) -> HttpResponse:
    media_names.allowed_size(sha256, device)
    media_parts.discard(sha256, device.id)
    return tus_response(_NO_CONTENT)


def _brings_bytes(request: HttpRequest) -> bool:
    return request.headers.get("Content-Type") == endpoints.TUS_TYPE and content_length(request) > 0


def _announced(metadata: str) -> str:
    """The sha256 in Upload-Metadata: keys and base64 values, separated by commas."""
    for pair in metadata.split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "sha256":
            try:
                text = base64.b64decode(value, validate=True).decode()
            except (binascii.Error, UnicodeDecodeError) as fault:
                raise Refused(ErrorCode.MALFORMED, "Upload-Metadata: sha256 is not in base64") from fault
            if _SHA256.fullmatch(text):
                return text
    raise Refused(ErrorCode.MALFORMED, "Upload-Metadata: wants sha256")


def tus_response(status: int, offset: int | None = None, *, of: int = 0) -> HttpResponse:
    """`of`: the whole size; a part that is less than it is kept for a time only."""
    response = HttpResponse(status=status)
    del response["Content-Type"]
    response["Tus-Resumable"] = endpoints.TUS_VERSION
    if status != _NO_CONTENT:
        response["Content-Length"] = "0"
    if offset is not None:
        response["Upload-Offset"] = str(offset)
        if offset < of:
            response["Upload-Expires"] = format_datetime(datetime.now(UTC) + media_parts.KEPT, usegmt=True)
    return response
