"""`previews`: many small pictures in one request, so that triage starts on a bad link."""

from __future__ import annotations

from concurrent.futures import Future, wait

from django.http import HttpRequest

from sync.protocol import endpoints, media_frames, messages
from sync.protocol.codec import CodecError
from sync.protocol.errors import ErrorCode, Refused
from sync.server.accounts.models import Device
from sync.server.api import judge, media_names
from sync.server.api.bodies import read_bytes
from sync.server.records import actions, feed, media_store, pictures

_HARMED = Refused(ErrorCode.WRONG_HASH, "the bytes are not those of this hash")


def answer(request: HttpRequest, device: Device) -> messages.MediaAnswer:
    """Each preview is held on the disk, or refused with its reason; sending one again is harmless."""
    try:
        frames = list(media_frames.split(read_bytes(request, endpoints.MAX_PREVIEWS_BYTES)))
    except CodecError as fault:
        raise Refused(fault.error, str(fault)) from fault
    held: dict[str, int] = {}
    written: dict[str, Future[None]] = {}
    refused: dict[str, Refused] = {}
    for sha256, content in frames:
        try:
            if _is_missing(sha256, content, device):
                written[sha256] = media_store.DISK.submit(media_store.keep, sha256, content, settled=False)
        except media_store.WrongHash:
            refused[sha256] = _HARMED
        except Refused as refusal:
            refused[sha256] = refusal
        else:
            held[sha256] = len(content)
    wait(written.values())
    for sha256, future in written.items():
        try:
            future.result()
        except media_store.WrongHash:
            del held[sha256]
            refused[sha256] = _HARMED
    actions.media_held(held)
    return messages.MediaAnswer(
        epoch=feed.epoch(),
        held=tuple(held),
        refused=tuple(judge.rejected(sha256, each.error, "", str(each)) for sha256, each in refused.items()),
    )


def _is_missing(sha256: str, content: bytes, device: Device) -> bool:
    """Raises Refused, and WrongHash for what would be refused for ever but was harmed on its way."""
    size = media_names.allowed_size(sha256, device)
    try:
        if len(content) != size:
            raise Refused(ErrorCode.BAD_FIELD, f"{len(content)} bytes: its record says {size}")
        if media_store.holds(sha256, size):
            return False
        pictures.check_start(content)
    except Refused:
        media_store.check(sha256, content)
        raise
    return True
