"""`previews`: many small pictures in one request, so that triage starts on a bad link."""

from __future__ import annotations

from django.http import HttpRequest

from sync.protocol import endpoints, messages, preview_frames
from sync.protocol.codec import CodecError
from sync.protocol.errors import ErrorCode, Refused
from sync.server.accounts.models import Device
from sync.server.api import judge, media_names, pictures
from sync.server.api.bodies import read_bytes
from sync.server.records import actions, feed, media_store


def answer(request: HttpRequest, device: Device) -> messages.PreviewsAnswer:
    """Each preview is held on the disk, or refused with its reason; sending one again is harmless."""
    try:
        frames = list(preview_frames.split(read_bytes(request, endpoints.MAX_PREVIEWS_BYTES)))
    except CodecError as fault:
        raise Refused(fault.error, str(fault)) from fault
    held: dict[str, int] = {}
    refused = []
    for sha256, content in frames:
        try:
            _keep(sha256, content, device)
        except Refused as refusal:
            refused.append(judge.rejected(sha256, refusal.error, "", str(refusal)))
        else:
            held[sha256] = len(content)
    actions.media_held(held)
    return messages.PreviewsAnswer(epoch=feed.epoch(), held=tuple(held), refused=tuple(refused))


def _keep(sha256: str, content: bytes, device: Device) -> None:
    size = media_names.allowed_size(sha256, device)
    if len(content) != size:
        raise Refused(ErrorCode.BAD_FIELD, f"{len(content)} bytes: its record says {size}")
    if not media_store.holds(sha256, size):
        pictures.check_start(content)
        try:
            media_store.keep(sha256, content)
        except media_store.WrongHash as fault:
            raise Refused(ErrorCode.WRONG_HASH, "the bytes are not those of this hash") from fault
