"""Decides on each pushed record, by its bytes and by what the server holds; writes nothing.

Nothing can be overwritten: a revision is accepted only on top of the head that its tablet knew (`base`), or as the
first. Whatever else arrives is answered so that the tablet can go on, and both versions are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass

from sync.protocol import codec, endpoints, messages
from sync.protocol.errors import ErrorCode
from sync.protocol.records import TABLET_RECORDS, Photo, Record, TrackSegment, VoiceNote
from sync.protocol.track import unpack
from sync.server.records.feed import Head

_NUL = "\\u0000"
_MOST_REVISION = 2**31 - 1
_PREVIEW_FIELDS = ("preview_sha256", "preview_size")


@dataclass(frozen=True, kw_only=True, slots=True)
class Pushed:
    """A well-formed record of the pushing tablet, with its bytes."""

    record: Record
    body: bytes
    hash: str
    base: str | None


def read(item: messages.PushItem, writers: Container[str]) -> Pushed | messages.Outcome:
    """The record of one item, or why it is refused. `writers` are those whose records this tablet may push."""
    body = item.body.encode()
    if codec.sha256(body) != item.hash:
        return rejected(item.hash, ErrorCode.HASH_MISMATCH, "", "the bytes do not have this hash")
    try:
        plain = codec.parse(body)
        if not codec.is_canonical(body, plain):
            return rejected(item.hash, ErrorCode.NOT_CANONICAL, "", "the bytes are not in canonical form")
        record = codec.record_of(plain)
        _check(record, item.body, writers)
    except codec.CodecError as fault:
        return rejected(item.hash, fault.error, fault.field, str(fault))
    return Pushed(record=record, body=body, hash=item.hash, base=item.base)


def outcome(
    pushed: Pushed, head: Head | None, *, gone: bool, known: Collection[str], writers: Container[str]
) -> tuple[str, messages.Outcome]:
    """What is answered for a well-formed record: `known` are the hashes of its superseded revisions."""
    answer = messages.Outcome(hash=pushed.hash, outcome=messages.ACCEPTED)
    if gone:
        return _as(messages.GONE, answer)
    if head is None:
        # A base without a head means that we lost what was acknowledged: the new epoch will bring it again.
        return _as(messages.ACCEPTED if pushed.base is None else messages.STALE, answer)
    if head.writer not in writers:
        return _as(messages.CONFLICT, answer, head.hash)
    if head.hash == pushed.hash or pushed.hash in known:
        return _as(messages.SAME, answer, head.hash)
    if head.kind != pushed.record.RECORD:
        message = f"this id is a {head.kind}"
        return messages.REJECTED, rejected(pushed.hash, ErrorCode.BAD_FIELD, codec.KIND_KEY, message)
    return _as(messages.ACCEPTED if pushed.base == head.hash else messages.STALE, answer, head.hash)


def rejected(record_hash: str, error: ErrorCode, field: str, message: str) -> messages.Outcome:
    """An answer that sends a record to the tablet's tray."""
    return messages.Outcome(
        hash=record_hash, outcome=messages.REJECTED, code=error.code, field=field or None, message=message[:300]
    )


def _as(verdict: str, answer: messages.Outcome, head: str | None = None) -> tuple[str, messages.Outcome]:
    held = answer.hash if verdict == messages.ACCEPTED else head
    return verdict, messages.Outcome(hash=answer.hash, outcome=verdict, head=held)


def media_of(record: Record) -> Mapping[str, tuple[str, int]]:
    """What bytes a record names: "full" and "preview" -> (sha256, size). A deleted record names none."""
    if not isinstance(record, Photo | VoiceNote) or record.deleted_at is not None:
        return {}
    named = {}
    if record.sha256 is not None and record.size is not None:
        named["full"] = (record.sha256, record.size)
    if isinstance(record, Photo) and record.preview_sha256 is not None and record.preview_size is not None:
        named["preview"] = (record.preview_sha256, record.preview_size)
    return named


def _check(record: Record, text: str, writers: Container[str]) -> None:
    """Raises CodecError for what is well written and still not for this door."""
    if type(record) not in TABLET_RECORDS:
        raise codec.CodecError(ErrorCode.NOT_ALLOWED_HERE, codec.KIND_KEY, "only the office writes this kind")
    if record.writer not in writers:
        raise codec.CodecError(ErrorCode.NOT_YOURS, "writer", "is another tablet")
    if not 1 <= record.revision <= _MOST_REVISION:
        raise codec.CodecError(ErrorCode.BAD_FIELD, "revision", "counts from 1")
    if _NUL in text and "\0" in str(codec.to_json(record)).replace("\\x00", "\0"):
        raise codec.CodecError(ErrorCode.BAD_FIELD, "", "holds a NUL character")
    if isinstance(record, Photo | VoiceNote) and record.deleted_at is None:
        _check_media(record)
    if isinstance(record, TrackSegment) and record.deleted_at is None:
        unpack(record.points, record.count)


def _check_media(record: Photo | VoiceNote) -> None:
    if record.sha256 is not None:
        if record.checked_at is None:
            raise codec.CodecError(ErrorCode.BAD_FIELD, "checked_at", "a person checks it before it leaves the tablet")
        _check_size("size", record.size, endpoints.MAX_MEDIUM_BYTES)
    if isinstance(record, Photo) and record.preview_sha256 is not None:
        _check_size("preview_size", record.preview_size, endpoints.MAX_PREVIEW_BYTES)


def _check_size(field: str, size: int | None, most: int) -> None:
    if size is None or not 0 < size <= most:
        raise codec.CodecError(ErrorCode.BAD_FIELD, field, f"wants 1 to {most} bytes")
